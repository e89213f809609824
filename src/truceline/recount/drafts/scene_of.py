"""What is told of when and where a pair's deed was, and whether that sets two pairs apart."""

from collections.abc import Sequence

from truceline.model.account import FacetName
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.drafts.in_town import NAME
from truceline.recount.drafts.match import Paired
from truceline.recount.profile import apart

Two = tuple[Sequence[Span], Sequence[Span]]
"""The words of one pair and of another."""


def told_of(pair: Paired, facet: FacetName) -> list[Span]:
    """The words that the learned reader has for one aspect of a pair's deed."""
    return [f.span for f in pair.draft.facets if f.facet == facet] if pair.draft is not None else []


def set_apart(times: Two, places: Two, reading: Reading) -> bool:
    """Whether two deeds have days, all of them apart, or names of places, none of them in common."""
    one, other = (_days(spans, reading) for spans in times)
    if one and other and all(apart(a, b) for a in one for b in other):
        return True
    here, there = (_names(spans, reading.prose) for spans in places)
    return bool(here and there) and not here & there


def _days(spans: Sequence[Span], reading: Reading) -> list[TimeMention]:
    return [t for t in reading.times if t.earliest and any(a <= t.start < b for a, b in spans)]


def _names(spans: Sequence[Span], text: str) -> set[str]:
    return {m[0] for a, b in spans for m in NAME.finditer(text, a, b)}
