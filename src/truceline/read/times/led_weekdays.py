"""Weekdays that a stretch of days told before them leads: "between 27 and 31 March ... On the Monday"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from truceline.read.times.calendar import parse_day
from truceline.read.times.hit import Hit, Tagged
from truceline.read.times.story import Story
from truceline.read.times.tense import tense

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
    return (first, end, last.end) if _is_range(tagged[-2], last) else None


def _is_range(first: Tagged, last: Tagged) -> bool:
    """Whether a day leads to another: "7 to 13 January", "between the 7th and the 13th"."""
    words = last.hit.tokens.words
    gap = tuple(words[first.end : last.start])
    if gap in _AND:
        return words[max(0, first.start - 2) : first.start][-1:] in (["between"], ["the"])
    return gap in _TO


def is_led(hit: Hit) -> bool:
    """Whether a weekday may go on from a day told: none of its words moves it, and it is not told as to come."""
    return not any(hit.words(part) for part in ("shift", "off", "then")) and tense(hit) <= 0


def weekday_in_span(weekday: int, hit: Hit, story: Story) -> date | None:
    """The weekday of the stretch told just before, or of the week that the text reports on; None where it has none."""
    if story.span is None or story.dateline is None or not is_led(hit):
        return None
    first, last, end = story.span
    since = (story.dateline - last).days
    if since < 0 or (since >= _FRESH and (story.fresh or hit.start - end > _NEAR)):
        return None
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    return day if day <= last else None
