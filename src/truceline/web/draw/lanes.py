"""Intervals packed into lanes, and the columns of a calendar."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


def packed(intervals: Sequence[tuple[float, float]], most: int) -> tuple[int | None, ...]:
    """A lane for each interval, first come first served in the order given; None where all `most` lanes are taken."""
    ends: list[float] = []
    lanes: list[int | None] = []
    for start, end in intervals:
        free = next((lane for lane, taken in enumerate(ends) if taken <= start), None)
        if free is None and len(ends) < most:
            ends.append(end)
            free = len(ends) - 1
        elif free is not None:
            ends[free] = end
        lanes.append(free)
    return tuple(lanes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A day, week, month or year of the calendar, ends included."""

    first: date
    last: date
    label: str


def columns(first: date, last: date) -> tuple[Column, ...]:
    """The calendar between two days in columns that can still be told apart: days, weeks, months or years."""
    days = (last - first).days + 1
    if days <= 31:
        return tuple(_day(first + timedelta(d), d == 0) for d in range(days))
    if days <= 217:
        monday = first - timedelta(first.weekday())
        return tuple(_week(monday + timedelta(7 * w), w == 0) for w in range((last - monday).days // 7 + 1))
    if days <= 366 * 3:
        months = [(y, m) for y in range(first.year, last.year + 1) for m in _months(y, first, last)]
        return tuple(_month(y, m, leads=n == 0) for n, (y, m) in enumerate(months))
    return tuple(
        Column(first=date(y, 1, 1), last=date(y, 12, 31), label=str(y)) for y in range(first.year, last.year + 1)
    )


def _day(day: date, leads: bool) -> Column:
    name = calendar.month_abbr[day.month]
    return Column(first=day, last=day, label=f"{day.day} {name}" if leads or day.day == 1 else str(day.day))


def _week(monday: date, leads: bool) -> Column:
    label = f"{monday.day} {calendar.month_abbr[monday.month]}" if leads or monday.day <= 7 else str(monday.day)
    return Column(first=monday, last=monday + timedelta(6), label=label)


def _months(year: int, first: date, last: date) -> range:
    return range(first.month if year == first.year else 1, (last.month if year == last.year else 12) + 1)


def _month(year: int, month: int, *, leads: bool) -> Column:
    label = calendar.month_abbr[month] + (f" ’{year % 100:02}" if leads or month == 1 else "")
    return Column(first=date(year, month, 1), last=date(year, month, calendar.monthrange(year, month)[1]), label=label)
