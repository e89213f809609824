"""Calendar days of contract times: intervals as day numbers, and as instants in a theatre's zone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from truceline.model.when import Time


@dataclass(frozen=True, slots=True)
class Days:
    """An inclusive interval of proleptic day numbers (`date.toordinal`)."""

    first: int
    last: int

    @property
    def width(self) -> int:
        """How many days beyond the first it may reach; 0 for a single day."""
        return self.last - self.first


def day_number(text: str | None) -> int | None:
    """Day number of an ISO date or date-time as written (its own zone's day); None where it is no full date."""
    try:
        return date.fromisoformat((text or "")[:10]).toordinal()
    except ValueError:
        return None


def days_of(when: Time | None) -> Days | None:
    """The days a time may lie on; None where either end is missing."""
    if when is None:
        return None
    first, last = day_number(when.earliest), day_number(when.latest or when.earliest)
    if first is None or last is None:
        return None
    return Days(min(first, last), max(first, last))


def gap(a: Days, b: Days) -> int:
    """Days between two intervals; 0 where they share one."""
    return max(0, a.first - b.last, b.first - a.last)


def zone_of(offset: str | None) -> timezone:
    """Fixed offset of "+03:00"; UTC where none is given or it is not readable."""
    try:
        return timezone(timedelta(seconds=_seconds(offset or "")))
    except ValueError:
        return timezone.utc  # noqa: UP017  -- datetime.UTC is the same object under another name


def _seconds(offset: str) -> float:
    sign = -1 if offset.startswith("-") else 1
    hours, _, minutes = offset.lstrip("+-").partition(":")
    return sign * (int(hours) * 3600 + int(minutes or 0) * 60)


def instant(text: str | None, zone: timezone, *, end: bool = False) -> datetime | None:
    """The instant of an ISO date or date-time; a bare date is its first, or with `end` its last, moment in `zone`."""
    try:
        if text and len(text) == len("2016-09-19"):
            edge = time(23, 59, 59) if end else time(0)
            return datetime.combine(date.fromisoformat(text), edge, zone)
        parsed = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=zone)


def local_day(text: str | None, zone: timezone) -> str | None:
    """The calendar day, ISO, of a date or date-time in the theatre's zone."""
    when = instant(text, zone)
    return None if when is None else when.astimezone(zone).date().isoformat()
