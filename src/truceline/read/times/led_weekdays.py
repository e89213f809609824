"""Weekdays that a stretch of days told before them leads: "between 27 and 31 March ... On the Monday"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from truceline.read.times.calendar import parse_day
from truceline.read.times.hit import Hit, Tagged
from truceline.read.times.story import Story, tense

_TO = frozenset({("to",), ("-",), ("–",), ("—",), ("until",), ("till",), ("through",), ("to", "the")})
_AND = frozenset({("and",), ("and", "the")})
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_LENGTH, _NEAR, _FRESH = 6, 120, 8
"""Days from first to last; tokens behind in which weekdays are of the stretch; days after it in which all are."""


def span_told(tagged: Sequence[Tagged]) -> tuple[date, date, int] | None:
    """The stretch whose last day was told last, "7 to 13 January", "the week of 18 March"; None where none was."""
    last = tagged[-1]
    if last.hit.make == "week_of" and (m := _WEEK.fullmatch(last.made.value)):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return monday, monday + timedelta(days=_LENGTH), last.end
    if len(tagged) < 2 or last.made.type != "DATE" or tagged[-2].made.type != "DATE":
        return None
    first, end = parse_day(tagged[-2].made.value), parse_day(last.made.value)
    if first is None or end is None or not 0 < (end - first).days <= _LENGTH:
        return None
    words = last.hit.tokens.words
    gap = tuple(words[tagged[-2].end : last.start])
    between = gap in _AND and words[max(0, tagged[-2].start - 2) : tagged[-2].start][-1:] in (["between"], ["the"])
    return (first, end, last.end) if gap in _TO or between else None


def weekday_in_span(weekday: int, hit: Hit, story: Story) -> date | None:
    """The weekday of the stretch told just before, or of the week that the text reports on; None where it has none."""
    if story.span is None or story.dateline is None or hit.words("shift") or hit.words("off") or tense(hit) > 0:
        return None
    first, last, end = story.span
    since = (story.dateline - last).days
    if since < 0 or (since >= _FRESH and (story.fresh or hit.start - end > _NEAR)):
        return None
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    return day if day <= last else None
