"""Weekdays that a number names: "Monday the fifth", "the first Saturday of the truce", "two Mondays ago"."""

from dataclasses import replace
from datetime import date

from truceline.read.times.calendar import make_day, shift_days, shift_month
from truceline.read.times.hit import Hit, Made
from truceline.read.times.make_dates import day_number, ordinal, year_of
from truceline.read.times.make_days import make_weekday
from truceline.read.times.story import Story
from truceline.read.times.tense import tense

_MONTHS_BACK, _WEEKS = 7, 5
"""Months among which one is looked for in which a weekday has a number; weeks that a month has at most."""
_THE_NTH = 2
"""Tokens behind a weekday that number it."""
_ENDS = frozenset({",", ".", ";", ":", ")", "and", ""})


def make_weekday_numbered(hit: Hit, story: Story) -> Made | None:
    """Monday the fifth: the last month, or the next told as to come, in which that day is a Monday.

    "On Monday the first convoy left" is a Monday, and no first of a month.
    """
    number, weekday = day_number(hit) or 0, hit.value("weekday")
    sure = hit.words("day")[0][0].isdigit() or hit.after() in _ENDS or number > _WEEKS
    day = _numbered(number, int(weekday), hit, story) if sure and weekday.isdigit() else None
    if day is not None:
        part = f"T{hit.value('part')}" if hit.words("part") else ""
        return Made("TIME" if part else "DATE", f"{day}{part}", None, f"month of {story.now_anchor}")
    made = make_weekday(hit, story)
    return replace(made, trim=_THE_NTH) if made is not None else None


def _numbered(number: int, weekday: int, hit: Hit, story: Story) -> date | None:
    base = story.line or story.stands
    if base is None or not 1 <= number <= 31:
        return None
    ahead = tense(hit) > 0
    for by in range(_MONTHS_BACK):
        day = make_day(*shift_month(base.year, base.month, by if ahead else -by), number)
        if day is not None and day.isoweekday() == weekday and (day >= base if ahead else day <= base):
            return day
    return None


def make_weekdays_ago(hit: Hit, story: Story) -> Made | None:
    """Two Mondays ago: the Monday before the last; a week ago on Tuesday: that of the week before."""
    base, weekday = story.now, int(hit.value("weekday")[0])
    if base is None:
        return None
    back = base.isoweekday() - weekday
    if not hit.words("number"):
        return _made(shift_days(base, -back - 7), str(weekday), story.now_anchor)
    number = int(hit.value("number")) if hit.value("number").isdigit() else 0
    day = shift_days(base, -(back % 7 or 7) - 7 * (number - 1)) if number else None
    return _made(day, str(weekday), story.now_anchor)


def make_weekday_counted(hit: Hit, story: Story) -> Made | None:
    """The second Sunday in May; the first Saturday of a truce, counted from the day on which the text has it begin.

    Open where the text tells of no such day.
    """
    weekday = hit.value("weekday")
    nth = ordinal(hit.words("day")[0], hit)
    if not weekday.isdigit() or not 1 <= nth <= _WEEKS:
        return _made(None, weekday[0], None)
    if hit.words("month"):
        year, anchor = year_of(int(hit.value("month")), None, hit, story)
        first = date(int(year), int(hit.value("month")), 1) if year.isdigit() else None
        return _made(_nth(first, int(weekday), nth) if first else None, weekday, anchor)
    begun = story.pause
    day = _nth(shift_days(begun, 1), int(weekday), nth) if begun else None
    if day is not None and story.line is not None and day > story.line:
        day = None
    return _made(day, weekday, f"story {begun}" if begun else None)


def _nth(first: date, weekday: int, nth: int) -> date:
    """The n-th of a weekday from a day on."""
    return shift_days(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _made(day: date | None, weekday: str, anchor: str | None) -> Made:
    return Made("DATE", day.isoformat(), None, anchor) if day else Made("DATE", f"XXXX-WXX-{weekday}")
