"""Stretches of days told from one day to another: "between 7 and 13 February"."""

from datetime import date

from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import Time, TimeMention
from truceline.recount.inside import inside

SOME_DAYS = 2
"""Days from one to another of which several happenings counted together are a total."""


def days_across(time: Time) -> int:
    """Days from the first that a time may mean to the last; 0 where it is open."""
    if time.earliest is None or time.latest is None:
        return 0
    return (date.fromisoformat(time.latest[:10]) - date.fromisoformat(time.earliest[:10])).days


def is_stretch(time: Time, days: int) -> bool:
    """Whether a time runs from one day to another at least so many days later, of which there is one or more."""
    return time.granularity == "range" and days_across(time) >= days


def stretch_told(reading: Reading, sentence: Span) -> TimeMention | None:
    """The stretch of days a sentence tells, and no day beside it; None where it tells none."""
    times = [t for t in inside(reading.times, sentence) if t.earliest and t.type in {"DATE", "TIME"}]
    return times[0] if times and all(is_stretch(t, SOME_DAYS) for t in times) else None
