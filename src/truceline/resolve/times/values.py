"""TIMEX3 values to intervals: the first and last instant a value allows, with its granularity and EDTF."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from truceline.model.when import Granularity


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTable:
    """Bounds of parts of the day, seasons and modifiers (`data/times_parts.toml`)."""

    parts: Mapping[str, tuple[str, str]]
    seasons: Mapping[str, tuple[int, int, int]]
    modifiers: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of a value, inclusive."""

    first: date
    last: date
    granularity: Granularity
    edtf: str


def days_of(value: str, table: PartTable) -> Days | None:
    """The days of a date value ("2016", "2016-09", "2016-W38-WE", "2016-SU", "201"); None where it has no year."""
    for pattern, make in _FORMS:
        if m := pattern.fullmatch(value):
            try:
                return make(m, table)
            except (ValueError, OverflowError):
                return None
    return None


def _day(m: re.Match[str], table: PartTable) -> Days:
    del table
    day = date(int(m[1]), int(m[2]), int(m[3]))
    return Days(day, day, "day", day.isoformat())


def _month(m: re.Match[str], table: PartTable) -> Days:
    del table
    year, month = int(m[1]), int(m[2])
    return Days(date(year, month, 1), _month_end(year, month), "month", f"{year:04d}-{month:02d}")


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _week(m: re.Match[str], table: PartTable) -> Days:
    del table
    first = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    if m[3] == "-WE":
        return _span(first + timedelta(days=5), first + timedelta(days=6), "week")
    return _span(first, first + timedelta(days=6), "week")


def _span(first: date, last: date, granularity: Granularity) -> Days:
    return Days(first, last, granularity, f"{first.isoformat()}/{last.isoformat()}")


def _season(m: re.Match[str], table: PartTable) -> Days:
    year = int(m[1])
    first, last, code = table.seasons[m[2]]
    start = date(year - 1 if first > last else year, first, 1)
    return Days(start, _month_end(year, last), "season", f"{year:04d}-{code}")


def _quarter(m: re.Match[str], table: PartTable) -> Days:
    del table
    year, n = int(m[1]), int(m[2])
    return _span(date(year, 3 * n - 2, 1), _month_end(year, 3 * n), "quarter")


def _half(m: re.Match[str], table: PartTable) -> Days:
    del table
    year, n = int(m[1]), int(m[2])
    return _span(date(year, 6 * n - 5, 1), _month_end(year, 6 * n), "range")


def _year(m: re.Match[str], table: PartTable) -> Days:
    del table
    year = int(m[1])
    return Days(date(year, 1, 1), date(year, 12, 31), "year", f"{year:04d}")


def _decade(m: re.Match[str], table: PartTable) -> Days:
    del table
    year = int(m[1]) * 10
    return Days(date(max(year, 1), 1, 1), date(year + 9, 12, 31), "decade", f"{m[1]}X")


def _century(m: re.Match[str], table: PartTable) -> Days:
    del table
    year = int(m[1]) * 100
    return Days(date(max(year, 1), 1, 1), date(year + 99, 12, 31), "century", f"{m[1]}XX")


_FORMS = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(\d{4})-(\d\d)-(\d\d)", _day),
        (r"(\d{4})-(\d\d)(?:-XX)?", _month),
        (r"(\d{4})-W(\d\d)(-WE)?", _week),
        (r"(\d{4})-(SP|SU|FA|WI)", _season),
        (r"(\d{4})-Q([1-4])", _quarter),
        (r"(\d{4})-H([12])", _half),
        (r"(\d{4})(?:-XX(?:-XX)?)?", _year),
        (r"(\d{3})X?", _decade),
        (r"(\d{2})(?:XX)?", _century),
    )
)
