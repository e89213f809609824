"""When a row's event happened: its dates, as wide as the table's own code of precision says."""

import re
from datetime import date, datetime, timedelta

from truceline.model.span import Span
from truceline.model.when import Granularity, Time, TimeMention
from truceline.read.tables.cells import Cell, Cells

_SHAPES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d")
"""How tables write days. 03/04/2016 is left out: which of the two is the month cannot be told."""
_TIME_OF_DAY = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")


def read_day(cell: Cell | None) -> date | None:
    """A cell's day; a time of day behind it is left out."""
    text = _TIME_OF_DAY.sub("", cell.text) if cell else ""
    for shape in _SHAPES:
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007  # a day in the theatre has no zone
        except ValueError:
            continue
    return None


def days_not_read(cells: Cells) -> tuple[str, ...]:
    """Date cells that hold something that is no day."""
    held = (cells.role("date"), cells.role("end"))
    return tuple(f'day "{c.text}"' for c in held if c and c.text.strip() and read_day(c) is None)


def row_times(cells: Cells) -> tuple[Time | None, tuple[TimeMention, ...]]:
    """The event's interval, and a mention for each date cell it was read from."""
    first, last = cells.role("date"), cells.role("end")
    begin, end = read_day(first), read_day(last)
    if begin is None or first is None:
        return None, ()
    code = cells.role("date_precision")
    level = cells.layout.date_precision.get(code.text if code else "", "day")
    time = _interval(begin, end if end is not None and end >= begin else None, level)
    mentions = [_mention(first.span, begin, time)]
    if last is not None and end is not None and end >= begin:
        mentions.append(_mention(last.span, end, time))
    return time, tuple(mentions)


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


def _mention(span: Span, day: date, time: Time) -> TimeMention:
    return TimeMention(
        start=span[0],
        end=span[1],
        type="DATE",
        value=day.isoformat(),
        earliest=time.earliest,
        latest=time.latest,
        granularity=time.granularity,
        edtf=time.edtf,
    )
