"""Texts that look back on another year: an anniversary, an inquiry, a trial."""

from collections.abc import Sequence
from datetime import date

from truceline.read.times.calendar import make_day
from truceline.read.times.hit import Hit
from truceline.read.times.numbers import read_year
from truceline.read.times.story import Story
from truceline.read.times.tense import tense

_RETOLD, _YEARS = 2, 2
"""Full days that make a text one that looks back; years that they lie before it."""
_CLOSE = 14
"""Days before a text's own within which a bare day is one of its own year."""


def _years(hits: Sequence[Hit]) -> list[int]:
    return [year for h in hits if (year := read_year(h.words("year"), h.lexicon.values))]


def year_retold(hits: Sequence[Hit], dateline: date | None) -> int | None:
    """The year of the first day told in full, where two or more are and all lie years before the dateline."""
    dates = [h for h in hits if h.make == "calendar" and h.words("day")]
    if dateline is None or any(h.words("weekday") and not h.words("year") for h in dates):
        return None
    years = _years([h for h in hits if h.make in {"calendar", "year"}])
    days = _years(dates)
    return days[0] if len(days) >= _RETOLD and max(years) <= dateline.year - _YEARS else None


def looked_back_to(month: int, day: int | None, hit: Hit, story: Story) -> int | None:
    """The year of a bare day in a text that looks back: its paragraph's, else the one it looks back on.

    A day of the weeks before the text's own needs no year, and what is to come has its own.
    """
    if story.retold is None or story.dateline is None or not day or hit.words("weekday") or tense(hit) > 0:
        return None
    this = make_day(story.dateline.year, month, day)
    if this is None or 0 <= (story.dateline - this).days <= _CLOSE:
        return None
    return story.stands.year if story.stands else story.retold
