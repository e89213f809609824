"""Where a draft's words break up a date or a number: a day's number counts nothing behind it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span

_NUMBER = re.compile(r"[\d.,]+")
_COMMA = re.compile(r"(?:\w,?|,) ")


def whole_dates(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts with no date or number cut in two: "On May | 14 armed men" is "On May 14 | armed men"."""
    text = reading.prose
    dates = sorted((t.start, t.end) for t in reading.times if t.type == "DATE")
    made = (_mended(draft, text, dates) for draft in drafts)
    return [draft for draft in made if draft.mentions]


def _mended(draft: Draft, text: str, dates: Sequence[Span]) -> Draft:
    kept = tuple(m for m in draft.mentions if not _NUMBER.fullmatch(text, *m.span))
    return replace(draft, mentions=tuple(_with_dates(m, text, dates) for m in kept))


def _with_dates(mention: DraftMention, text: str, dates: Sequence[Span]) -> DraftMention:
    facets = (_whole(facet, text, dates) for facet in mention.facets)
    return replace(mention, facets=tuple(f for f in facets if f.span[0] < f.span[1]))


def _whole(facet: DraftFacet, text: str, dates: Sequence[Span]) -> DraftFacet:
    """The facet's words: a time to its date's end, any other from behind the date that it begins within."""
    start, end = facet.span
    if facet.facet == "time":
        end = max([end, *(b for a, b in _at(end - 1, dates) if start <= a < end < b)])
        return replace(facet, span=(start, _day_behind((start, end), text, dates)))
    for a, b in _at(start, dates):
        if a < start < b <= end:
            start = b + len(text[b:end]) - len(text[b:end].lstrip(" ,"))
    return replace(facet, span=(start, end))


def _day_behind(time: Span, text: str, dates: Sequence[Span]) -> int:
    """Where a time ends, with the day it is on behind a comma: "the morning of its end, | September 16"."""
    start, end = time
    if any(start < b and a < end for a, b in dates):
        return end
    comma = _COMMA.match(text, end - 1)
    return next((b for a, b in _at(comma.end(), dates) if a == comma.end()), end) if comma else end


def _at(place: int, dates: Sequence[Span]) -> Sequence[Span]:
    """The dates that may have a place within them."""
    behind = bisect_right(dates, (place, place))
    return dates[max(0, behind - 2) : behind + 1]
