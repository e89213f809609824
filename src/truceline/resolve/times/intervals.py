"""Time mentions to intervals: earliest and latest, inclusive, or left open where the words do not tell."""

import re
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from truceline.model.when import Granularity, Published, TimeMention
from truceline.resolve.times.values import Days, PartTable, days_of

_CLOCK = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?")
_BESIDE = re.compile(r"(before|after) (story )?(\d{4}-\d\d-\d\d)")
_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_STORY = re.compile(r"story (\d{4}-\d\d-\d\d)")
_COUNTED = re.compile(r"\w+ (\d{4}-\d\d-\d\d).* and (-?\d{1,3}) days")
"""A week counted from a day: the day it points at is so many days from it."""
_DATELINE = re.compile(r"dateline (\d{4}-\d\d-\d\d)")


def load_part_table(data: Path) -> PartTable:
    """Bounds from the package's `times_parts.toml`."""
    table = tomllib.loads((data / "times_parts.toml").read_text(encoding="utf-8"))
    return PartTable(
        parts={k: (v[0], v[1]) for k, v in table["parts"].items()},
        seasons={k: (v[0], v[1], v[2]) for k, v in table["seasons"].items()},
        modifiers={k: (v[0], v[1]) for k, v in table["modifiers"].items()},
    )


def resolve_times(
    mentions: tuple[TimeMention, ...], published: Published | None, table: PartTable, zone: str | None = None
) -> tuple[TimeMention, ...]:
    """Every mention with its interval, in order."""
    return tuple(resolve_time(mention, published, table, zone) for mention in mentions)


def resolve_time(
    mention: TimeMention, published: Published | None, table: PartTable, zone: str | None = None
) -> TimeMention:
    """The mention with its interval; durations, sets and values without a year stay open.

    `zone` is the theatre's UTC offset, for clock times whose words name none.
    """
    if mention.type in {"DURATION", "SET"}:
        return _measured(mention)
    if mention.value in {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}:
        return _reference(mention, published)
    day, _, clock = mention.value.partition("T")
    days = days_of(day, table)
    if days is None:
        return replace(mention, edtf=_open_edtf(day))
    days = _narrowed(_widened(days, mention, published), mention)
    if clock and days.granularity == "day":
        return _clocked(mention, days, clock, table, zone)
    return _dated(mention, _cut(days, mention, table), mention.mod)


def _measured(mention: TimeMention) -> TimeMention:
    """A length of time has no place of its own, unless it is counted from a day.

    "Two days after 17 September" is the 19th; "seven minutes after" a deed lies on its day or the next.
    """
    m = _BESIDE.match(mention.anchor or "")
    if m is None:
        return mention
    day, sign = date.fromisoformat(m[3]), 1 if m[1] == "after" else -1
    if mention.value.startswith("PT"):
        first, last = sorted((day, day + timedelta(days=sign)))
        return _dated(mention, Days(first, last, "range", f"{first.isoformat()}/{last.isoformat()}"), None)
    length = _LENGTH.fullmatch(mention.value)
    if m[2] or length is None:
        return mention
    found = day + sign * timedelta(days=int(length[1]) * (7 if length[2] == "W" else 1))
    return _dated(mention, Days(found, found, "day", found.isoformat()), mention.mod)


def _open_edtf(value: str) -> str | None:
    """EDTF of a date whose year is not known ("XXXX-09-19") or lies before Christ ("-0489")."""
    if m := re.fullmatch(r"BC(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value):
        year = f"-{int(m[1]) - 1:04d}" if int(m[1]) > 1 else "0000"
        return "-".join([year, *(part for part in m.groups()[1:] if part)])
    return value if re.fullmatch(r"XXXX-[\dX]{2}(?:-[\dX]{2})?", value) else None


def _reference(mention: TimeMention, published: Published | None) -> TimeMention:
    """Now is the day of publication, the past ends there and the future begins there; open where no day is known."""
    if m := _STORY.match(mention.anchor or ""):
        return _beside_story(mention, m[1], published)
    if published is None or published.earliest is None:
        return mention
    first, last = published.earliest, published.latest
    if mention.value == "PRESENT_REF":
        return replace(
            mention, earliest=first, latest=last, granularity=published.granularity, edtf=published.edtf,
            anchor=mention.anchor or "dateline",
        )  # fmt: skip
    if mention.value == "PAST_REF":
        return replace(
            mention, latest=last, granularity="range", edtf=f"../{last}" if last else None, anchor="dateline"
        )
    return replace(mention, earliest=first, granularity="range", edtf=f"{first}/..", anchor="dateline")


def _beside_story(mention: TimeMention, told: str, published: Published | None) -> TimeMention:
    """Some time after what was told, and before the day of writing; or some time before it."""
    if mention.value == "PAST_REF":
        return replace(mention, latest=told, granularity="range", edtf=f"../{told}")
    last = published.latest if published and published.latest and published.latest >= told else None
    return replace(mention, earliest=told, latest=last, granularity="range", edtf=f"{told}/{last or '..'}")


def _widened(days: Days, mention: TimeMention, published: Published | None) -> Days:
    """A day counted from a dateline that is itself an interval is known no better than that."""
    if days.granularity != "day" or published is None or not published.inferred:
        return days
    anchor = mention.anchor or ""
    if anchor.startswith("speaker"):
        width = timedelta(days=1)  # a story's day stands in for the speaker's: words follow deeds by hours
    elif anchor.startswith("dateline") and published.earliest and published.latest:
        width = date.fromisoformat(published.latest) - date.fromisoformat(published.earliest)
    else:
        width = timedelta()
    if not width:
        return days
    last = days.last + width
    return Days(days.first, last, "range", f"{days.first.isoformat()}/{last.isoformat()}")


def _narrowed(days: Days, mention: TimeMention) -> Days:
    """Of a week counted from a day, the days about the one it points at: "a week later" is six to eight days on."""
    m = _COUNTED.fullmatch(mention.anchor or "")
    if m is None or days.granularity != "week" or not 0 < abs(int(m[2])) <= _FEW_WEEKS:
        return days
    day, slack = date.fromisoformat(m[1]) + timedelta(days=int(m[2])), timedelta(days=abs(int(m[2])) // 7)
    first, last = day - slack, day + slack
    return Days(first, last, "range", f"{first.isoformat()}~/{last.isoformat()}~")


_FEW_WEEKS = 21
"""Days up to which weeks are counted with care; "six weeks later" is any day of that week."""


def _cut(days: Days, mention: TimeMention, table: PartTable) -> Days:
    """Early, mid and late as parts of the unit; of the unit that holds the dateline, what lies before or after it."""
    mod = mention.mod
    if mod is None or mod not in table.modifiers or days.granularity == "day":
        return days
    if (m := _DATELINE.match(mention.anchor or "")) and mod != "MID":
        line = date.fromisoformat(m[1])
        if days.first <= line <= days.last:
            first, last = (days.first, line) if mod == "START" else (line, days.last)
            return Days(first, last, "range", f"{first.isoformat()}/{last.isoformat()}")
    if days.granularity == "week":
        return days
    length = (days.last - days.first).days + 1
    a, b = table.modifiers[mod]
    first, last = (
        days.first + timedelta(days=length * a // 10),
        days.first + timedelta(days=max(length * b // 10 - 1, 0)),
    )
    return Days(first, last, "range", f"{first.isoformat()}~/{last.isoformat()}~")


def _dated(mention: TimeMention, days: Days, mod: str | None) -> TimeMention:
    approximate = mod in {"APPROX", "LESS_THAN", "MORE_THAN"} and "/" not in days.edtf
    return replace(
        mention, earliest=days.first.isoformat(), latest=days.last.isoformat(), granularity=days.granularity,
        edtf=days.edtf + ("~" if approximate else ""),
    )  # fmt: skip


def _clocked(mention: TimeMention, days: Days, clock: str, table: PartTable, zone: str | None) -> TimeMention:
    """A clock time or part of the day: date-times where an offset is known, else whole days that hold it."""
    offset = mention.zone or zone
    if clock in table.parts:
        begin, end = table.parts[clock]
        last = days.last + timedelta(days=1) if end < begin else days.last
        return _timed(mention, (days.first, begin + ":00"), (last, end + ":59"), offset, "part_of_day")
    if clock == "XX":  # some hours or minutes from a told day: on it, or past midnight
        last = days.last + timedelta(days=1)
        return _dated(mention, Days(days.first, last, "range", f"{days.edtf}/{last.isoformat()}"), None)
    m = _CLOCK.fullmatch(clock)
    if m is None:
        return _dated(mention, days, mention.mod)
    first = days.first
    hour = int(m[1])
    if hour == 24:  # "midnight on 15 February" is the day's beginning to some and its end to others
        last = first + timedelta(days=1)
        return _dated(mention, Days(first, last, "range", f"{first.isoformat()}/{last.isoformat()}"), None)
    if hour > 23 or int(m[2]) > 59:
        return _dated(mention, days, mention.mod)
    at = f"{hour:02d}:{m[2]}"
    begin_at, end_at = (m[3], m[3]) if m[3] else ("00", "59")
    fine: Granularity = "second" if m[3] else "minute"
    return _timed(mention, (first, f"{at}:{begin_at}"), (first, f"{at}:{end_at}"), offset, fine)


def _timed(
    mention: TimeMention, begin: tuple[date, str], end: tuple[date, str], offset: str | None, granularity: Granularity
) -> TimeMention:
    first, last = begin[0].isoformat(), end[0].isoformat()
    if offset is not None:
        first, last = f"{first}T{begin[1]}{offset}", f"{last}T{end[1]}{offset}"
        edtf = first if granularity == "second" else f"{first}/{last}"
    else:
        edtf = first if first == last else f"{first}/{last}"
    told = begin[1][:5] if offset is None and first == last and begin[1][:5] == end[1][:5] else None
    return replace(mention, earliest=first, latest=last, granularity=granularity, edtf=edtf, clock=told)
