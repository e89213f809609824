"""Holidays with a fixed or counted day, and days of the Islamic and Persian calendars."""

from datetime import date, timedelta

from truceline.read.times.calendar import easter, nth_weekday, orthodox_easter
from truceline.read.times.hit import Hit, Made
from truceline.read.times.persian import islamic_day, persian_day
from truceline.read.times.story import Story
from truceline.read.times.tense import tense

_FAR, _ON_FAR = 75, 20
"""Days ahead from which a holiday told as past was the last one; where it was "on" that day."""


def _rule(hit: Hit) -> str | None:
    """By what the day of a feast is found; None for a name that is no feast's."""
    name = tuple("'" if word == "’" else word for word in hit.words("name"))
    return hit.lexicon.holidays.get(name) or hit.lexicon.holidays.get(_joined(name))


def make_holiday(hit: Hit, story: Story) -> Made | None:
    """Christmas 1963, last Thanksgiving, Good Friday: the nearest one where no year is told."""
    rule = _rule(hit)
    if rule is None:
        return None
    if hit.after() in hit.lexicon.lists["named_after_feasts"]:
        return None  # "the Easter truce" lasted for weeks, and broke on some day of them
    if hit.words("year"):
        return _made(holiday_day(rule, int(hit.words("year")[0])), None)
    now = story.now
    if now is None:
        return Made("DATE", f"XXXX-{rule}" if rule[3:].isdigit() else "XXXX-XX-XX")
    if story.narrative:
        return _made(holiday_day(rule, now.year), story.now_anchor)
    years = range(max(now.year - 1, 1), min(now.year + 1, 9999) + 1)
    days = [d for year in years if (d := holiday_day(rule, year))]
    return _made(_nearest(days, now, hit), story.now_anchor)


def _nearest(days: list[date], now: date, hit: Hit) -> date | None:
    word, *_ = (*hit.words("shift"), "")
    past = [d for d in days if d < now]
    if word in {"last", "previous"}:
        return max(past, default=None)
    if word in {"next", "coming", "upcoming"} or tense(hit) > 0:
        return min((d for d in days if d >= now), default=None)
    near = min(days, key=lambda d: (abs((d - now).days), d), default=None)
    if near and (near - now).days > (_ON_FAR if hit.before() == "on" else _FAR) and tense(hit) < 0:
        return max(past, default=near)
    return near


def _joined(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name with its possessive as one word: ("new", "year", "'s", "day")."""
    return tuple(" ".join(name).replace(" ' s ", " 's ").split())


def _made(day: date | None, anchor: str | None) -> Made | None:
    return Made("DATE", day.isoformat(), None, anchor) if day else None


def holiday_day(rule: str, year: int) -> date | None:
    """The day of a holiday rule in a year: "12-25", "11-w4-4" (fourth Thursday), "easter-2", "islamic-12-10"."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if rule.startswith("orthodox"):
        return orthodox_easter(year) + timedelta(days=int(rule[8:]))
    if rule.startswith("islamic"):
        return _islamic_holiday(int(rule[8:10]), int(rule[11:13]), year)
    month, _, rest = rule.partition("-")
    if rest.startswith("w"):
        weekday, _, nth = rest[1:].partition("-")
        return nth_weekday(year, int(month), int(weekday), int(nth))
    return date(year, int(month), int(rest))


def _islamic_holiday(month: int, day: int, year: int) -> date | None:
    """The first such day in a Gregorian year; an Islamic year is about 0.97 of one."""
    about = int((year - 622) * 1.0307)
    found = (islamic_day(hijri, month, day) for hijri in range(about - 1, about + 3))
    return next((d for d in found if d and d.year == year), None)


def make_hijri(hit: Hit, story: Story) -> Made | None:
    """28 Shahrivar 1395, 17 Dhu al-Hijjah 1437, as Gregorian days; the Islamic one may be a day off."""
    del story
    day = int("".join(c for c in hit.words("day")[0] if c.isdigit()))
    year = int(hit.words("year")[0])
    if hit.words("persian"):
        return _made(persian_day(year, int(hit.value("persian")), day), "Persian calendar")
    names = hit.words("islamic")
    table = hit.lexicon.islamic
    month = (
        int(hit.value("islamic"))
        if len(names) == 1
        else table.get(names[-1]) or table.get(f"{names[0]} {names[-1]}", 0)
    )
    return _made(islamic_day(year, month, day), "Islamic calendar as tabulated; the sighted one may differ by a day")
