"""This year, last week, the following day, two months later: units counted from now or from the story."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from truceline.read.times.calendar import (
    quarter_value,
    shift_days,
    shift_months,
    week_value,
    weekend_value,
)
from truceline.read.times.hit import Hit, Made
from truceline.read.times.numbers import read_amount
from truceline.read.times.story import Story
from truceline.read.times.tense import tense

_MONTHS = {"Y": 12, "M": 1, "Q": 3, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "F": 14, "WE": 7}


def unit_value(unit: str, day: date) -> str:
    """The unit that holds a day: "2016", "2016-09", "2016-W38", "2016-09-19", "201", "20"."""
    writer = _WRITERS.get(unit)
    return writer(day) if writer else day.isoformat()


_WRITERS: Mapping[str, Callable[[date], str]] = {
    "Y": lambda day: f"{day.year:04d}",
    "M": lambda day: f"{day.year:04d}-{day.month:02d}",
    "W": week_value,
    "F": week_value,
    "WE": weekend_value,
    "Q": lambda day: quarter_value(day.year, day.month),
    "DE": lambda day: f"{day.year // 10:03d}",
    "CE": lambda day: f"{day.year // 100:02d}",
}


def shifted(unit: str, day: date, by: int) -> date:
    """The day `by` units on."""
    if unit in _MONTHS:
        return shift_months(day, by * _MONTHS[unit])
    return shift_days(day, by * _DAYS.get(unit, 1))


def make_relative_unit(hit: Hit, story: Story) -> Made | None:
    """This year, last month, next week, earlier this year, the end of last week."""
    word, unit = hit.words("shift")[-1], hit.unit
    if hit.has_units and unit != "TS":
        return None
    by = -1 if word == "past" else int(hit.lexicon.values.get(word, "0"))
    if unit[0] == "T":
        return Made("TIME", "PRESENT_REF") if by == 0 else None
    if _is_stretch(word, hit):
        return Made("DURATION", duration_value(*_IN_YEARS.get(unit, (1, unit))))
    if story.before_christ and story.narrative:
        return Made("DATE", f"BC{story.before_christ - by:04d}", None, story.told_anchor) if unit == "Y" else None
    return _shifted_unit(word, by, hit, story)


_IN_YEARS = {"DE": (10, "Y"), "CE": (100, "Y")}


def _is_stretch(word: str, hit: Hit) -> bool:
    """Whether as much time up to now is meant: "the past week", "the last century"."""
    return hit.all_words()[0] == "the" and (word == "past" or (word == "last" and hit.unit in {"DE", "CE"}))


def _is_weekend_over(base: date, hit: Hit, story: Story) -> bool:
    """Whether a weekend is told that was over on the day of writing."""
    return hit.unit == "WE" and not story.narrative and _is_just_over(base, hit)


def _shifted_unit(word: str, by: int, hit: Hit, story: Story) -> Made:
    """So many units from the story's or from now."""
    unit = hit.unit
    told = word in {"following", "previous", "preceding", "prior"} or (hit.all_words()[0] == "the" and word == "next")
    base = _told_base(unit, by, hit, story) if told else story.now
    if base is None:
        return Made("DATE", "XXXX-XX-XX" if unit == "D" else "XXXX")
    if word == "this" and _is_weekend_over(base, hit, story):
        by = -1
    anchor = story.anchor_for(unit) if told else story.now_anchor
    return Made("DATE", unit_value(unit, shifted(unit, base, by)), hit.mod, anchor)


def _is_just_over(now: date, hit: Hit) -> bool:
    """Whether "this weekend" is the one just over: on a Monday if not told as to come, on a Tuesday if as past."""
    if not _AHEAD.isdisjoint(hit.tokens.words[max(0, hit.start - _NEAR) : hit.start]):
        return False
    return tense(hit) <= 0 if now.isoweekday() == 1 else now.isoweekday() == _TUESDAY and tense(hit) < 0


_TUESDAY, _NEAR = 2, 6
_AHEAD = frozenset({"will", "shall", "would", "to", "due"})


def _told_base(unit: str, by: int, hit: Hit, story: Story) -> date | None:
    """What "the following" is counted from; None where "was dismissed the next day" follows a day that is not told."""
    told = story.base_for(unit, hit)
    if told or story.narrative or (unit == "D" and by > 0 and tense(hit) < 0):
        return told
    return story.dateline or story.now


def make_same_unit(hit: Hit, story: Story) -> Made | None:
    """That year, the same day, later that month: where the story stands."""
    unit = hit.unit
    told = story.stands or story.told if unit in {"D", "W", "WE"} else story.told
    if story.before_christ and unit == "Y":
        return Made("DATE", f"BC{story.before_christ:04d}", None, story.told_anchor)
    if told is None or unit[0] == "T" or unit == "Q" or hit.has_units:
        return None  # "the same quarter" is more often a town's than a year's
    if unit in {"W", "WE"} and story.stands is None:
        return None  # nor is it the week in which the month or year told began
    if unit == "D" and story.stands is None:
        told_so_far = f"{told.year:04d}-{told.month:02d}-XX" if story.month else f"{told.year:04d}-XX-XX"
        return Made("DATE", told_so_far, None, story.told_anchor)
    return Made("DATE", unit_value(unit, told), hit.mod, story.told_anchor)


def make_following_unit(hit: Hit, story: Story) -> Made | None:
    """The day after, the year before, the week following."""
    unit = hit.unit
    told = story.base_for(unit, hit)
    if told is None or (hit.words("sense")[0] == "following" and hit.after() not in _STOPS):
        return None
    by = 1 if hit.words("sense")[0] in {"after", "later", "following"} else -1
    return Made("DATE", unit_value(unit, shifted(unit, told, by)), None, story.anchor_for(unit))


def make_the_end_of(hit: Hit, story: Story) -> Made | None:
    """The end of the month, the beginning of the year: where the story stands."""
    unit = hit.unit
    base = story.told if story.narrative else story.now
    if not story.narrative and _is_end_reached(hit):
        base = story.stands or base  # told as past, it is the story's: the week of writing has not ended
    if unit == "M" and not story.narrative and tense(hit) < 0 and story.is_here(hit):
        base = story.told or base
    if base is None or unit[0] == "T" or hit.has_units:
        return None
    return Made("DATE", unit_value(unit, base), hit.value("mod"), story.told_anchor)


def _is_end_reached(hit: Hit) -> bool:
    """Whether the end of a week is told as past: "by the end of the week they had gone"."""
    return hit.unit == "W" and hit.value("mod") == "END" and tense(hit) <= 0 and hit.before() == "by"


def make_the_unit(hit: Hit, story: Story) -> Made | None:
    """The day, the weekend: a date only where nothing makes it a measure; "within the hour" is of the story's day."""
    if hit.unit == "TH" and hit.before() == "within" and story.stands is not None:
        return _vague_offset(hit.unit, story.stands, back=False, anchor=story.stands_anchor)
    return _the_unit(hit.unit, hit, story)


def _the_unit(unit: str, hit: Hit, story: Story) -> Made | None:
    if hit.has_units or hit.after() in {"of", "-", "when", "before", "after", "that"}:
        return None
    if story.narrative:
        told = story.told if unit == "Y" and _is_later_in(hit) else None
        return Made("DATE", unit_value(unit, told), None, story.told_anchor) if told else None
    if story.now is None or not _is_dated(hit):
        return None
    if unit == "W" and tense(hit) <= 0 and story.is_here(hit) and story.is_long_past():
        return Made("DATE", unit_value(unit, story.stands), None, story.stands_anchor) if story.stands else None
    day = (story.stands if unit == "D" and tense(hit) <= 0 else None) or story.now
    if unit == "WE" and day.isoweekday() < 6 and tense(hit) <= 0 and hit.before(2) != "ahead":
        day = shift_days(day, -7)
    return Made("DATE", unit_value(unit, day), None, story.now_anchor)


def _is_later_in(hit: Hit) -> bool:
    """Whether "later in" stands before."""
    return (hit.before(), hit.before(2)) in _LATER_IN


def _is_dated(hit: Hit) -> bool:
    """Whether the word before a unit makes it this one: "over the weekend", "during the year"."""
    if hit.unit == "D":
        return _is_later_in(hit)
    return hit.unit in {"WE", "W"} or hit.before() in _LED_BY.get(hit.unit, ())


_OVER = frozenset({"in", "for", "during", "of", "on"})
_LED_BY: Mapping[str, frozenset[str]] = {"Y": _OVER, "M": _OVER, "Q": frozenset({"for"})}
_LATER_IN = frozenset(
    {("in", "later"), ("in", "earlier"), ("in", "late"), ("in", "early"), ("of", "end"), ("of", "rest")}
)
_STOPS = frozenset({".", ",", ";", ":", "!", "?", ""})


def make_offset(hit: Hit, story: Story) -> Made | None:
    """Two years ago, three days later, weeks earlier, seven minutes after."""
    word, unit = hit.words("sense")[0], hit.unit
    amount, mod = _amount(hit), _mod(hit)
    deictic, sign = word in {"ago", "hence", "from"}, -1 if word in {"ago", "earlier", "before", "beforehand"} else 1
    if word in {"before", "after"} and hit.after() not in _STOPS and not _points_back(hit):
        anchor = f"{word} {story.anchor_for(unit)}" if story.previous else None
        return Made("DURATION", duration_value(amount, unit), mod, anchor, trim=1)
    base = (story.now if deictic else story.base_for(unit, hit)) or story.line
    anchor = story.now_anchor if deictic else story.anchor_for(unit)
    if amount is None or base is None:
        return _vague_offset(unit, story.stands if not deictic else None, back=sign < 0, anchor=anchor)
    if not deictic and sign > 0 and _is_from_undated(hit, story):
        return Made("DATE", "XXXX-XX-XX", mod)  # "died two days later": what it is counted from is not dated
    if hit.words("day") and unit[0] != "T":  # "a month ago today": to the day
        day = shift_days(shifted(unit, base, -int(amount)), int(hit.value("day")))
        return Made("DATE", day.isoformat(), mod, anchor)
    made = replace(_counted(unit, amount, base, sign), mod=mod, anchor=anchor)
    return made if story.narrative else _with_day(made, unit, base, int(sign * amount * _WEEKS.get(unit, 0)))


def _with_day(made: Made, unit: str, base: date, days: int) -> Made:
    """A week counted so many days from another day, with the day it points at; anything else as it is."""
    if unit not in _WEEKS:
        return made
    return replace(made, anchor=f"{made.anchor} and {days} days", about=shift_days(base, days))


def _amount(hit: Hit) -> float | None:
    """How many units are counted, with any half; None where it is not said."""
    amount = read_amount(hit.words("amount"), hit.lexicon.values) if hit.words("amount") else None
    return amount + 0.5 if amount is not None and hit.words("half") else amount


def _mod(hit: Hit) -> str | None:
    """How a count is softened: "about", "more than"; roughly where the words are none of the list's."""
    words = hit.words("mod")
    return hit.lexicon.mods.get(" ".join(words), "APPROX") if words else None


def _is_from_undated(hit: Hit, story: Story) -> bool:
    """Whether days or more are counted as past from what the story has not dated."""
    return hit.unit[0] != "T" and story.told_for(hit.unit) is None and tense(hit) <= 0


def make_offset_part(hit: Hit, story: Story) -> Made | None:
    """Two nights later, three evenings before: that part of the day; left open where more is named behind."""
    word, amount = hit.words("sense")[0], read_amount(hit.words("amount"), hit.lexicon.values)
    base = story.base_for("D", hit)
    if not amount or base is None or (word in {"before", "after"} and hit.after() not in _STOPS):
        return Made("SET", f"XXXX-XX-XXT{hit.value('part')}", lead=len(hit.words("amount")), trim=1)
    day = shift_days(base, (-1 if word in {"before", "earlier"} else 1) * int(amount))
    return Made("TIME", f"{day.isoformat()}T{hit.value('part')}", None, story.anchor_for("D"))


_WEEKS = {"W": 7, "F": 14}


_GOES_ON = frozenset({"the", "a", "an", "another", "he", "she", "they", "it", "and", "but", "on", "in", "at", "when"})


def _points_back(hit: Hit) -> bool:
    """Whether "after that" points at the day told; "that" may be a noun's or a clause's."""
    return hit.after() in {"that", "this"} and (
        hit.after(2) in _STOPS or (hit.after() == "that" and hit.after(2) in _GOES_ON)
    )


def _vague_offset(unit: str, day: date | None, *, back: bool, anchor: str | None) -> Made:
    """Hours later: still the day told; weeks later: some time from then on."""
    if unit[0] == "T" and day is not None:
        return Made("TIME", f"{day.isoformat()}TXX", None, anchor)
    return Made("DATE", "PAST_REF" if back else "FUTURE_REF", None, anchor)


def _counted(unit: str, amount: float, base: date, sign: int) -> Made:
    if unit[0] == "T":
        return Made("TIME", f"{base.isoformat()}TXX")
    if amount == int(amount):
        day = shifted(unit, base, sign * int(amount))
    elif unit in _MONTHS:
        day = shift_months(base, sign * round(amount * _MONTHS[unit]))
    else:
        day = shift_days(base, sign * round(amount * _DAYS[unit]))
    return Made("DATE", unit_value(unit, day))


def duration_value(amount: float | None, unit: str) -> str:
    """ISO 8601 duration of an amount of a unit; "X" for a vague amount."""
    if unit == "F":
        amount, unit = (None if amount is None else amount * 2), "W"
    number = "X" if amount is None else str(int(amount)) if amount == int(amount) else str(amount)
    if unit == "WE":
        return f"P{number}WE"
    return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"
