"""A day told twice, counted and named: "the next day, 6 November", "two days before that, on the Tuesday"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from truceline.read.times.calendar import make_day, parse_day
from truceline.read.times.hit import Hit, Tagged
from truceline.read.times.story import Story

_COUNTED = frozenset({"relative_unit", "following_unit", "offset", "part_deictic"})
_TOLD = frozenset({"next", "following", "previous", "preceding", "before", "after"})
_GAP = re.compile(r"(?:that )?[,(](?: on)?(?: the)?")
"""What stands between the counted day and its name."""
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def apposed(first: Tagged, second: Tagged) -> tuple[Tagged, Tagged] | None:
    """Both with one day: the date printed, or the weekday nearest the day counted; None where they stand apart."""
    if not _is_counted(first.hit) or not _behind(first.hit, second.hit):
        return None
    counted, named = parse_day(first.made.value), parse_day(second.made.value)
    if named is None:
        return None
    if second.hit.make == "calendar":
        return _with_day(first, named), second
    if second.hit.make != "weekday" or second.hit.words("shift") or second.hit.words("off"):
        return None
    if counted is not None:
        named = counted + timedelta(days=(named - counted).days % 7)
        named = named if (named - counted).days <= 3 else named - timedelta(days=7)
    return _with_day(first, named), _with_day(second, named)


def _is_counted(hit: Hit) -> bool:
    if hit.make not in _COUNTED:
        return False
    return hit.make in {"offset", "following_unit"} or not _TOLD.isdisjoint(hit.words("shift"))


def _behind(first: Hit, second: Hit) -> bool:
    between = " ".join(first.tokens.words[first.end - _trailing(first) : second.start])
    return _GAP.fullmatch(between) is not None


def _trailing(hit: Hit) -> int:
    """A comma that the match took along."""
    return int(hit.all_words()[-1:] == (",",))


def _with_day(one: Tagged, day: date) -> Tagged:
    part = one.made.value.partition("T")[2] if one.made.type == "TIME" else ""
    return replace(one, made=replace(one.made, value=day.isoformat() + (f"T{part}" if part else "")))


def apposed_year(month: int, day: int | None, hit: Hit, story: Story) -> int | None:
    """The year of a bare day that names one just counted: "two weeks before, on 22 January"; None where none was."""
    last = story.last
    if day is None or last is None or not _is_counted(last) or not _behind(last, hit):
        return None
    m = _WEEK.fullmatch(story.previous)
    near = date.fromisocalendar(int(m[1]), int(m[2]), 4) if m else story.told
    if near is None:
        return None
    years = [y for y in (near.year - 1, near.year, near.year + 1) if 1 <= y <= 9999 and make_day(y, month, day)]
    return min(years, key=lambda y: abs((date(y, month, day) - near).days), default=None)
