"""Days counted from a day named right behind: "the day after Thanksgiving", "the day before 5 May"."""

from dataclasses import replace

from truceline.read.times.calendar import parse_day, shift_days
from truceline.read.times.hit import Hit, Made, Tagged

_BY = {"before": -1, "after": 1}
_DAY = len("2016-09-19")


def counts_from_next(hit: Hit, behind: Hit | None) -> bool:
    """Whether words are counted from what is named right behind them."""
    if hit.make != "following_unit" or hit.words("sense")[0] not in _BY:
        return False
    return behind is not None and behind.start == hit.end and hit.unit == "D"


def day_beside(hit: Hit, named: Made | None) -> Made | None:
    """The day before or after the one named."""
    day = parse_day(named.value) if named is not None and len(named.value) == _DAY else None
    if named is None or day is None:
        return None
    sense = hit.words("sense")[0]
    return Made("DATE", shift_days(day, _BY[sense]).isoformat(), None, f"{sense} {named.value}")


def with_named(first: Tagged, second: Tagged) -> Tagged | None:
    """Both as one expression where the first is counted from the second."""
    if not counts_from_next(first.hit, second.hit) or first.made.anchor != _anchor(first, second):
        return None
    return replace(first, end=second.end)


def _anchor(first: Tagged, second: Tagged) -> str:
    return f"{first.hit.words('sense')[0]} {second.made.value}"
