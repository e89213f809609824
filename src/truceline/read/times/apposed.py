"""A day told twice: "the next day, 6 November", "two days before that, on the Tuesday", "3 May, a Monday"."""

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
_SAID_TO_BE = re.compile(r"[,(](?: which (?:was|is|fell on))? an?")
"""What stands between a date and its weekday, where that says nothing new."""
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def apposed(first: Tagged, second: Tagged) -> tuple[Tagged, Tagged] | None:
    """Both with one day: the date printed, or the weekday nearest the day counted; None where they stand apart."""
    if first.hit.make == "calendar":
        return _named_too(first, second)
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
        named = _same_weekday(named, counted)
    return _with_day(first, named), _with_day(second, named)


def _same_weekday(day: date, near: date) -> date:
    """The day of the same weekday that is nearest to another."""
    ahead = (day - near).days % 7
    return near + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def _named_too(first: Tagged, second: Tagged) -> tuple[Tagged, Tagged] | None:
    """A date, and the weekday that it is said to have been: "on 3 May, a Monday"."""
    day = parse_day(first.made.value)
    if day is None or second.hit.make != "weekday" or second.hit.words("shift") or second.hit.words("off"):
        return None
    said = _between(first.hit, second.hit)
    return (first, _with_day(second, day)) if _SAID_TO_BE.fullmatch(said) else None


def _is_counted(hit: Hit) -> bool:
    if hit.make not in _COUNTED:
        return False
    return hit.make in {"offset", "following_unit"} or not _TOLD.isdisjoint(hit.words("shift"))


def _behind(first: Hit, second: Hit) -> bool:
    return _GAP.fullmatch(_between(first, second)) is not None


def _between(first: Hit, second: Hit) -> str:
    return " ".join(first.tokens.words[first.end - _trailing(first) : second.start])


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
