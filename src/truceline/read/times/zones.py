"""UTC offsets of named zones on a given day: standard time, and the rule that adds summer time or moved it for good."""

from datetime import date

from truceline.read.times.calendar import nth_weekday

_FRIDAY, _SUNDAY = 5, 7


def offset_on(zone: str, day: date | None) -> str | None:
    """The offset of a zone table's entry ("+02:00 eu") on a day; None where it turns on a day that is not known."""
    offset, _, rule = zone.partition(" ")
    if not rule:
        return offset or None
    if day is None:
        return None
    return _plus_hour(offset) if _RULES[rule](day) else offset


def _plus_hour(offset: str) -> str:
    hours = int(offset[:3]) + 1
    return f"{'-' if hours < 0 else '+'}{abs(hours):02d}{offset[3:]}"


def _between(day: date, first: date, last: date) -> bool:
    return first <= day < last


def _eu(day: date) -> bool:
    """Last Sunday of March to last Sunday of October."""
    return _between(day, nth_weekday(day.year, 3, _SUNDAY, -1), nth_weekday(day.year, 10, _SUNDAY, -1))


def _us(day: date) -> bool:
    """Second Sunday of March to first Sunday of November (since 2007)."""
    return _between(day, nth_weekday(day.year, 3, _SUNDAY, 2), nth_weekday(day.year, 11, _SUNDAY, 1))


def _il(day: date) -> bool:
    """From the Friday before the last Sunday of March to the last Sunday of October (Israel since 2013)."""
    first = nth_weekday(day.year, 3, _SUNDAY, -1).toordinal() - 2
    return _between(day, date.fromordinal(first), nth_weekday(day.year, 10, _SUNDAY, -1))


def _sy(day: date) -> bool:
    """Last Friday of March to last Friday of October; kept all year since October 2022 (Syria, Jordan)."""
    if day >= date(2022, 10, 28):
        return True
    return _between(day, nth_weekday(day.year, 3, _FRIDAY, -1), nth_weekday(day.year, 10, _FRIDAY, -1))


def _ir(day: date) -> bool:
    """22 March to 21 September, given up in 2022 (Iran)."""
    return day.year <= 2022 and _between(day, date(day.year, 3, 22), date(day.year, 9, 22))


def _tr(day: date) -> bool:
    """As in Europe until 2016, when summer time became permanent (Turkey)."""
    return day >= date(2016, 3, 27) or _eu(day)


def _ru(day: date) -> bool:
    """Four hours from March 2011 to October 2014 (Moscow)."""
    return _between(day, date(2011, 3, 27), date(2014, 10, 26)) or (day < date(2010, 12, 31) and _eu(day))


_RULES = {"eu": _eu, "us": _us, "il": _il, "sy": _sy, "ir": _ir, "tr": _tr, "ru": _ru}
