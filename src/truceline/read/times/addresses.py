"""Dates inside web addresses and file names.

/2016/09/19/, 2016/sep/13, 20160919, Persian nn=13950628, the time in a post's number; of a file's name ISO dates alone.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from truceline.read.times.calendar import make_day
from truceline.read.times.persian import eastern_day

_MONTHS = {
    m: n for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_PARTS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)")
_NAMED = re.compile(rf"(?<!\d)((?:19|20)\d\d)[/_-]({'|'.join(_MONTHS)})[a-z]*[/_-](\d{{1,2}})(?!\d)", re.IGNORECASE)
_RUN = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=\d{0,6}(?!\d))")
_EASTERN = re.compile(r"(?<!\d)(1[34]\d\d)(\d\d)(\d\d)\d{4,8}(?!\d)")
"""With a serial number behind: eight digits alone are more often an article's number."""
_EASTERN_PARTS = re.compile(r"(?<!\d)(1[34]\d\d)/(\d{1,2})/(\d{1,2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_SNOWFLAKE = re.compile(r"(?:twitter|x)\.com/[^/]+/status(?:es)?/(\d{17,20})")
_MONTH_ONLY = re.compile(r"/((?:19|20)\d\d)/(\d\d)/(?!\d{1,2}(?:/|$))")
_SNOWFLAKE_EPOCH = 1288834974657  # milliseconds; the first 42 bits of a post's number count from here


@dataclass(frozen=True, slots=True)
class AddressDate:
    """A day found in an address and how it was written there."""

    day: date
    how: str


def address_date(url: str) -> AddressDate | None:
    """The day an address carries; None where it has none or an impossible one."""
    if m := _SNOWFLAKE.search(url):
        moment = datetime.fromtimestamp(((int(m[1]) >> 22) + _SNOWFLAKE_EPOCH) / 1000, UTC)
        return AddressDate(moment.date(), "the post's number")
    for pattern in (_PARTS, _RUN):
        if (m := pattern.search(url)) and (day := make_day(int(m[1]), int(m[2]), int(m[3]))):
            return AddressDate(day, "the address")
    if (m := _NAMED.search(url)) and (day := make_day(int(m[1]), _MONTHS[m[2].lower()], int(m[3]))):
        return AddressDate(day, "the address")
    if m := _EASTERN.search(url) or _EASTERN_PARTS.search(url):
        found = eastern_day(int(m[1]), int(m[2]), int(m[3]))
        return AddressDate(found[0], f"the address, {found[1]}") if found else None
    return None


def address_month(url: str) -> tuple[int, int] | None:
    """Year and month of an address that carries no day: /2016/09/a-headline."""
    m = _MONTH_ONLY.search(url)
    return (int(m[1]), int(m[2])) if m and 1 <= int(m[2]) <= 12 else None


def name_date(where: str) -> date | None:
    """The day in a file's own name, where it is one full ISO date: "2016-09-19-qasr.txt"; two are a span of days."""
    found = _ISO.findall(where.replace("\\", "/").rpartition("/")[2])
    return make_day(*map(int, found[0].split("-"))) if len(found) == 1 else None
