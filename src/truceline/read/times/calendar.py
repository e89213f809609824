"""Calendar arithmetic on TIMEX3 values: "2016", "2016-09", "2016-09-19", "2016-W38", "2016-Q3"."""

from datetime import date, timedelta


def parse_day(value: str) -> date | None:
    """The date of a full day value (a time's too); None for anything coarser or impossible."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """A date, or None for an impossible one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month, `by` months on."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def shift_months(day: date, by: int) -> date:
    """The day `by` months on; the month's last day where it is shorter; years kept within 1 to 9999."""
    year, month = shift_month(day.year, day.month, by)
    year = min(max(year, 1), 9999)
    for d in (day.day, 30, 29, 28):
        made = make_day(year, month, d)
        if made:
            return made
    return day


def shift_days(day: date, by: int) -> date:
    """The day `by` days on, or the day itself beyond the calendar's ends."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day


def week_value(day: date) -> str:
    """ISO week: "2016-W38"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def weekend_value(day: date) -> str:
    """The weekend of a day's ISO week: "2016-W38-WE"."""
    return f"{week_value(day)}-WE"


def quarter_value(year: int, month: int) -> str:
    """Calendar quarter of a month: "2016-Q3"."""
    return f"{year:04d}-Q{(month - 1) // 3 + 1}"


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday: the Julian computus (Meeus 1991) in the Gregorian calendar."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth given weekday (Monday 1) of a month; -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    year, month = shift_month(year, month, 1)
    last = date(year, month, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)
