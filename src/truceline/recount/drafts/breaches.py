"""A count of breaches told in a sentence of its own is a total: it says nothing of one happening told before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap

_BREACH = re.compile(r"\b(?:broke|broken|break|breach|violat|infring|infraction)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:times|occasions|instances)\b|\s+(?:[\w-]+\s+){0,3}(?:violations|breaches|infringements|infractions)\b",
    re.IGNORECASE,
)
_STRAY = frozenset({"compliance", "displaced"})
"""Facets by which such a total, or that of a whole war's displaced, would become part of one happening."""
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
_BEFORE = 24
"""Characters before a time in which "since" is of it."""


def without_totals(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts without facets of a sentence that names nothing of them and counts breaches, or what went on since."""
    totals = [s for s in reading.sentences if _counts_breaches(s, reading) or _since_when(s, reading)]
    return [_without(d, totals) for d in drafts] if totals else list(drafts)


def _without(draft: Draft, totals: Sequence[Span]) -> Draft:
    if draft.aggregate:
        return draft
    beside = [s for s in totals if not any(overlap(m.span, s) for m in draft.mentions)]
    return replace(draft, mentions=tuple(_thinned(m, beside) for m in draft.mentions))


def _thinned(mention: DraftMention, totals: Sequence[Span]) -> DraftMention:
    kept: list[DraftFacet] = [
        f for f in mention.facets if f.facet not in _STRAY or not any(overlap(f.span, s) for s in totals)
    ]
    return replace(mention, facets=tuple(kept))


def _counts_breaches(sentence: Span, reading: Reading) -> bool:
    """Whether it tells how often something was broken: "has broken the ceasefire 46 times"."""
    text = reading.text or ""
    if _BREACH.search(text, *sentence) is None:
        return False
    inside = (q for q in reading.quantities if sentence[0] <= q.start < sentence[1])
    return any((q.low or 0) > 1 and _COUNTED.match(text, q.end, sentence[1]) for q in inside)


def _since_when(sentence: Span, reading: Reading) -> bool:
    """Whether it tells what went on since a day: "Nearly 960,000 have been displaced since 1 December"."""
    text = reading.text or ""
    times = (t for t in reading.times if sentence[0] <= t.start < sentence[1] and t.earliest)
    return any(_SINCE.search(text[max(sentence[0], t.start - _BEFORE) : t.start]) for t in times)
