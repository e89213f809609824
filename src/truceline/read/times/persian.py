"""Persian (solar Hijri) and Islamic (lunar Hijri) days as Gregorian ones."""

from datetime import date, timedelta

from truceline.read.times.calendar import make_day

_PERSIAN_EPOCH = date(622, 3, 22)
_ISLAMIC_EPOCH = date(622, 7, 19)  # proleptic Gregorian date of 1 Muharram 1 (civil)


def persian_day(year: int, month: int, day: int) -> date | None:
    """Gregorian day of a Persian one by the 33-year rule (exact for 1178 to 1633); None for an impossible day.

    Method: leap years are those whose remainder modulo 33 is 1, 5, 9, 13, 17, 22, 26 or 30 (Birashk).
    """
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30) and 1178 <= year <= 1633):
        return None
    leaps = sum((y % 33) in {1, 5, 9, 13, 17, 22, 26, 30} for y in range(1178, year))
    first = date(1799, 3, 21) + timedelta(days=365 * (year - 1178) + leaps)
    offset = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    return first + timedelta(days=offset + day - 1)


def eastern_day(year: int, month: int, day: int) -> tuple[date, str] | None:
    """Gregorian day of figures with a year from 1300 to 1450, and the calendar's name.

    The two calendars' years in use today do not meet: 1300 to 1420 are Persian (1921 to 2042), later ones Islamic.
    """
    if 1300 <= year <= 1420:
        found, name = persian_day(year, month, day), "Persian calendar"
    elif 1420 < year <= 1450:
        found, name = (
            islamic_day(year, month, day),
            "Islamic calendar as tabulated; the sighted one may differ by a day",
        )
    else:
        return None
    return (found, name) if found else None


def islamic_day(year: int, month: int, day: int) -> date | None:
    """Gregorian day of an Islamic one by the tabular civil calendar; the sighted calendar may differ by a day."""
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year <= 1700):
        return None
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 - 1
    made = _ISLAMIC_EPOCH + timedelta(days=days)
    return make_day(made.year, made.month, made.day)
