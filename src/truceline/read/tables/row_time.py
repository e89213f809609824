"""When a row's event happened: its dates, as wide as the table's own code of precision says."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from truceline.model.span import Span
from truceline.model.when import Granularity, Time, TimeMention
from truceline.read.tables.cells import Cell, Cells, says_something
from truceline.read.tables.row_clock import Clock, read_clock

_SHAPES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d")
"""How tables write days. 03/04/2016 is left out: a mapping's `date_format` tells which is the month."""
_TIME_OF_DAY = re.compile(r"[ T](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)$")

CLOCKED = frozenset({"minute", "hour"})
"""Granularities of a time that has a time of day."""


def read_day(cell: Cell | None, own: str | None = None) -> date | None:
    """A cell's day, a time of day behind it left aside; `own` is how the table says that it writes days."""
    text = _TIME_OF_DAY.sub("", cell.text) if cell else ""
    for shape in ((own,) if own else ()) + _SHAPES:
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007  # a day in the theatre has no zone
        except ValueError:
            continue
    return None


def times_not_read(cells: Cells) -> tuple[str, ...]:
    """Date cells that hold something that is no day, and a time of day that is none or has no one day to stand on."""
    held = (cells.role("date"), cells.role("end"))
    wrong = tuple(
        f'day "{c.text}"' for c in held if c and c.text.strip() and read_day(c, cells.layout.date_format) is None
    )
    clock, time = cells.role("time"), row_times(cells)[0]
    told = clock is not None and says_something(clock) and not (time and time.granularity in CLOCKED)
    if clock is None or not told:
        return wrong
    dayless = ", which has no day to stand on" if read_clock(clock.text) is not None and time is None else ""
    return (*wrong, f'time of day "{clock.text}"{dayless}')


def row_times(cells: Cells) -> tuple[Time | None, tuple[TimeMention, ...]]:
    """The event's interval, and a mention for each date cell it was read from."""
    first, last = cells.role("date"), cells.role("end")
    begin, end = (read_day(cell, cells.layout.date_format) for cell in (first, last))
    if begin is None or first is None:
        return None, ()
    code = cells.role("date_precision")
    level = cells.layout.date_precision.get(code.text if code else "", "day")
    time = _interval(begin, end if end is not None and end >= begin else None, level)
    cell, clock = _clock(cells, first)
    if clock and time.granularity == "day":
        time = _at(begin, clock)
    mentions = [_mention(first.span, begin.isoformat(), time)]
    if last is not None and end is not None and end >= begin:
        mentions.append(_mention(last.span, end.isoformat(), time))
    if clock and cell is not first and time.granularity in CLOCKED:
        mentions.append(_mention(cell.span, f"{begin.isoformat()}T{clock[0]}", time))
    return time, tuple(mentions)


def _clock(cells: Cells, dated: Cell) -> tuple[Cell, Clock | None]:
    """The time of day in its own cell, else behind the day; there midnight is what spreadsheets add."""
    own = cells.role("time")
    if own is not None:
        return own, read_clock(own.text)
    behind = _TIME_OF_DAY.search(dated.text)
    found = read_clock(behind[1].partition(".")[0]) if behind else None
    return dated, found if found and found[0] != "00:00" else None


def _at(day: date, clock: Clock) -> Time:
    """A day with its time: date-times where an offset is known, else the day and the clock beside it."""
    at, offset, granularity = clock
    if offset is None:
        return replace(_time(day, day, granularity), clock=at)
    minutes = (at, at) if granularity == "minute" else (at, f"{at[:2]}:59")
    first, last = f"{day.isoformat()}T{minutes[0]}:00{offset}", f"{day.isoformat()}T{minutes[1]}:59{offset}"
    return Time(earliest=first, latest=last, granularity=granularity, edtf=f"{first}/{last}")


def _interval(begin: date, end: date | None, level: str) -> Time:
    """A date with a code of precision only names one day of the span in which the event lies."""
    granularity: Granularity = "day"
    if end is not None and end > begin:
        granularity = "range" if level in {"day", "range"} else _named(level)
        return _time(begin, end, granularity)
    if level == "week":
        return _time(begin - timedelta(days=6), begin + timedelta(days=6), "week")
    if level == "month":
        after = (begin.replace(day=28) + timedelta(days=4)).replace(day=1)
        return _time(begin.replace(day=1), after - timedelta(days=1), "month")
    if level == "year":
        return _time(begin.replace(month=1, day=1), begin.replace(month=12, day=31), "year")
    return _time(begin, begin, granularity)


def _named(level: str) -> Granularity:
    levels: dict[str, Granularity] = {"week": "week", "month": "month", "year": "year"}
    return levels.get(level, "range")


def _time(begin: date, end: date, granularity: Granularity) -> Time:
    a, b = begin.isoformat(), end.isoformat()
    shapes = {"month": f"{a[:7]}", "year": f"{a[:4]}"}
    edtf = a if a == b else shapes.get(granularity, f"{a}/{b}")
    return Time(earliest=a, latest=b, granularity=granularity, edtf=edtf)


def _mention(span: Span, value: str, time: Time) -> TimeMention:
    return TimeMention(
        start=span[0],
        end=span[1],
        type="TIME" if "T" in value else "DATE",
        value=value,
        earliest=time.earliest,
        latest=time.latest,
        granularity=time.granularity,
        edtf=time.edtf,
        clock=time.clock,
    )
