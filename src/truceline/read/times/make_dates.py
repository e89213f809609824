"""Calendar dates: full, or with what they leave out taken from the story."""

import re
from datetime import date

from truceline.read.times.bare_years import year_of_month
from truceline.read.times.calendar import make_day, quarter_value, shift_months
from truceline.read.times.hit import Hit, Made
from truceline.read.times.numbers import read_number, read_year
from truceline.read.times.persian import eastern_day
from truceline.read.times.story import Story
from truceline.read.times.tense import tense

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def make_iso(hit: Hit, story: Story) -> Made | None:
    """2016-09-19, 2016-09-19T07:00:00Z."""
    del story
    text = hit.all_words()[0].upper()
    zone = re.search(r"(?:Z|[+-]\d\d:?\d\d)$", text[10:])
    value = text[: zone.start() + 10] if zone else text
    if not _exists(value[:10]):
        return None
    offset = (
        None
        if not zone
        else "+00:00"
        if zone[0] == "Z"
        else zone[0]
        if ":" in zone[0]
        else zone[0][:3] + ":" + zone[0][3:]
    )
    return Made("TIME" if "T" in value else "DATE", value, zone=offset)


def make_slashed(hit: Hit, story: Story) -> Made | None:
    """19/09/2016, 9/19/2016, 2016/09/19, 19.09.2016; where both readings exist, the one nearest the dateline."""
    a, b, c = (int(n) for n in re.split(r"[/.-]", hit.all_words()[0]))
    if eastern := eastern_day(a, b, c) if a > 31 else eastern_day(c, b, a):
        return Made("DATE", eastern[0].isoformat(), None, eastern[1])
    if a > 31:
        return _dated(make_day(a, b, c))
    year = _full_year(c)
    readings = [d for d in (make_day(year, b, a), make_day(year, a, b)) if d]
    if hit.after().count(":") and hit.after(2) in {"am", "pm"}:
        return _dated(next(reversed(readings), None))  # American clocks go with month first
    if "." in hit.all_words()[0]:
        return _dated(make_day(year, b, a))
    line = story.dateline
    if line is not None:
        readings.sort(key=lambda d: abs((d - line).days))
    return _dated(next(iter(readings), None))


def _full_year(figures: int) -> int:
    """The year that four or two figures stand for, 1951 to 2050."""
    return figures if figures > 99 else (1900 if figures > 50 else 2000) + figures


def _dated(day: date | None) -> Made | None:
    return Made("DATE", day.isoformat()) if day else None


def _exists(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def make_calendar(hit: Hit, story: Story) -> Made | None:
    """Month with day, year or both; a missing year from the story or the dateline."""
    month, day = int(hit.value("month")), day_number(hit)
    if not hit.words("day") and not hit.words("year") and not _is_month_name(hit):
        return None
    year, anchor = year_of(month, day, hit, story)
    if day and year.isdigit() and make_day(int(year), month, day) is None:
        return None
    return Made("DATE", f"{year}-{month:02d}" + (f"-{day:02d}" if day else ""), hit.mod, anchor)


def year_of(month: int, day: int | None, hit: Hit, story: Story) -> tuple[str, str | None]:
    """The year as values write it ("2016", "BC0480", "XXXX"), told or the story's, and what it was counted from."""
    if hit.words("year"):
        year = read_year(hit.words("year"), hit.lexicon.values)
        return ("BC" if hit.value("era") == "BC" else "") + f"{year:04d}" if year else "XXXX", None
    if story.narrative and story.before_christ and not hit.words("shift"):
        return f"BC{story.before_christ:04d}", story.told_anchor
    near, anchor = year_of_month(month, day, hit, story)
    return (f"{near:04d}" if near else "XXXX"), anchor


def _is_month_name(hit: Hit) -> bool:
    """Whether a lone "May" or "March" is the month: after a preposition or a modifier, not a name's beginning."""
    word = hit.words("month")[0]
    lists = hit.lexicon.lists
    if word not in lists["names_too"]:
        return True
    if word in lists["names_first"] and hit.after() != ".":
        return bool(hit.words("mod"))
    return hit.before() in lists["before_month"] or hit.start != hit.match.start("month")


def day_number(hit: Hit) -> int | None:
    """The day of the month in figures or words; None where the match has none."""
    words = [w for w in hit.words("day") if w != "-"]
    if not words:
        return None
    if (m := re.match(r"\d+", words[0])) is not None:
        return int(m[0])
    return int(sum(read_number(w, hit.lexicon.values) or 0 for w in words))


def make_season(hit: Hit, story: Story) -> Made | None:
    """Spring 1918, last summer, the winter."""
    season, mod = hit.value("season"), hit.mod
    year = read_year(hit.words("year"), hit.lexicon.values)
    if year is not None:
        return Made("DATE", ("BC" if hit.value("era") == "BC" else "") + f"{year:04d}-{season}", mod)
    if story.narrative and story.before_christ:
        return Made("DATE", f"BC{story.before_christ:04d}-{season}", mod, story.told_anchor)
    if story.now is None:
        return Made("DATE", f"XXXX-{season}", mod)
    return Made("DATE", f"{_season_year(season, hit, story, story.now)}-{season}", mod, story.now_anchor)


def _season_year(season: str, hit: Hit, story: Story, now: date) -> int:
    """The year of "last summer": this one where its own summer already lies on that side of now."""
    shift = hit.words("shift")
    by = int(hit.lexicon.values.get(shift[0], "0")) if shift else 0
    if story.narrative:
        return now.year + (by > 0)
    if not shift and tense(hit) < 0 and _begins_behind(season, now):
        return now.year - 1
    far = by * (_SEASON_MONTH[season] - now.month) <= 0 or (season == "WI" and by > 0)
    return now.year + by if far else now.year


def _begins_behind(season: str, now: date) -> bool:
    """Whether a season of this year is still to come: in February "the autumn" that was is last year's."""
    return season in {"SU", "FA"} and _SEASON_MONTH[season] - 1 > now.month


def ordinal(word: str, hit: Hit) -> int:
    """First, 2nd, second: as a number; 0 for no ordinal."""
    if word == "second":
        return 2
    return int(read_number(word.rstrip("stndrh") if word[0].isdigit() else word, hit.lexicon.values) or 0)


def make_quarter(hit: Hit, story: Story) -> Made | None:
    """The third quarter, 1988 second quarter, next year's first quarter; without a year, the one nearest."""
    nth = ordinal((hit.words("nth") or hit.words("nth2"))[0], hit)
    if not 1 <= nth <= 4:
        return None
    now = story.now
    if hit.words("year"):
        return Made("DATE", f"{hit.words('year')[0]}-Q{nth}")
    if now is None:
        return Made("DATE", f"XXXX-Q{nth}")
    if hit.words("shift"):
        return Made("DATE", f"{now.year + int(hit.value('shift'))}-Q{nth}", None, story.now_anchor)
    here = (now.month - 1) // 3 + 1
    year = now.year if nth <= here or (tense(hit) > 0) else now.year - 1
    return Made("DATE", f"{year}-Q{nth}", None, story.now_anchor)


def make_half(hit: Hit, story: Story) -> Made | None:
    """The first half of 2008, the latter half of next year."""
    word = hit.words("nth")[0]
    half = 1 if word in {"first", "former", "1st"} else 2
    if hit.words("year"):
        return Made("DATE", f"{hit.words('year')[0]}-H{half}")
    if hit.words("shift") and story.now:
        return Made("DATE", f"{story.now.year + int(hit.value('shift'))}-H{half}", None, story.now_anchor)
    return None


def make_latest_quarter(hit: Hit, story: Story) -> Made | None:
    """The latest quarter: the last one ended before now."""
    del hit
    if story.now is None:
        return None
    ended = shift_months(story.now, -3)
    return Made("DATE", quarter_value(ended.year, ended.month), None, story.now_anchor)


def make_year_ago(hit: Hit, story: Story) -> Made | None:
    """Year-ago, year-earlier: the same quarter or year, one year back."""
    if story.now is None:
        return None
    back = shift_months(story.now, -12)
    if not hit.words("period"):
        return Made("DATE", f"{back.year}", None, story.now_anchor)
    back = shift_months(back, -3)
    return Made("DATE", quarter_value(back.year, back.month), None, story.now_anchor)


def make_year_end(hit: Hit, story: Story) -> Made | None:
    """Year-end, the end of the year."""
    del hit
    return Made("DATE", f"{story.now.year}", "END", story.now_anchor) if story.now else None


def make_week_of(hit: Hit, story: Story) -> Made | None:
    """The week of 6 March."""
    made = make_calendar(hit, story)
    day = date.fromisoformat(made.value) if made and len(made.value) == 10 and made.value[0] != "X" else None
    if day is None:
        return None
    year, week, _ = day.isocalendar()
    return Made("DATE", f"{year}-W{week:02d}", None, story.now_anchor)
