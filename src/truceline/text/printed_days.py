"""Days as the pages print them ("15 Mar 2023, 19:00", "13 or 14 March 2023") made the contract's ISO form."""

import calendar
import re
from datetime import date

_MONTHS = {
    name.casefold(): n
    for names in (calendar.month_name, calendar.month_abbr)
    for n, name in enumerate(names)
    if name
} | {"sept": 9}  # fmt: skip
_DAY = r"(?:(?P<{0}d>\d{{1,2}}) )?(?P<{0}m>[a-z]+)(?: (?P<{0}y>\d{{4}}))?"
_ONE = re.compile(_DAY.format("a"))
_TWO = re.compile(rf"(?P<ad>\d{{1,2}})(?: (?P<am>[a-z]+))?(?: (?P<ay>\d{{4}}))? (?:to|or|and|-|–) {_DAY.format('b')}")
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2}),? (\d{4})")
_CLOCKED = re.compile(r"(?P<day>.+?),? (?P<clock>(?:[01]\d|2[0-3]):[0-5]\d)(?: local time)?")


def iso_days(words: str) -> tuple[str, str | None] | None:
    """A day ("2023-03-15") with its local time where one is told, or an interval of days parted by "/"; else None."""
    said = _MONTH_FIRST.sub(r"\2 \1 \3", " ".join(words.casefold().replace(".", "").split()))
    clocked = _CLOCKED.fullmatch(said)
    days = _days(clocked["day"] if clocked else said)
    if days is None or (clocked is not None and "/" in days):
        return None
    return days, clocked["clock"] if clocked else None


def _days(said: str) -> str | None:
    found = _TWO.fullmatch(said)
    if found is not None:
        month, year = found["bm"], found["by"]
        first = _iso(found["ad"], found["am"] or month, found["ay"] or year)
        last = _iso(found["bd"], month, year)
        return f"{first}/{last}" if first and last else None
    found = _ONE.fullmatch(said)
    if found is None:
        return None
    if found["ad"]:
        return _iso(found["ad"], found["am"], found["ay"])
    month = _MONTHS.get(found["am"])
    if month is None or not found["ay"]:
        return None
    year = int(found["ay"])
    return f"{date(year, month, 1)}/{date(year, month, calendar.monthrange(year, month)[1])}"


def _iso(day: str | None, month: str, year: str | None) -> str | None:
    number = _MONTHS.get(month)
    if day is None or number is None or year is None:
        return None
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
