"""Inferring the day of publication from dates in references, weekday names and "yesterday"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from truceline.model.when import TimeMention
from truceline.read.times.calendar import parse_day

_NEARBY = 600
"""Characters within which a weekday name says which day "yesterday" was."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COMING = re.compile(r"\b(?:will|shall|scheduled|upcoming|is to|are to|due to|until|deadline)\b", re.IGNORECASE)
_FROM = re.compile(r"\b\d{1,2}(?:\s+[A-Z][a-z]+)?(?:,?\s+\d{4})?\s*(?:[-–—]|to|until|till|through)\s*$")
"""The first day of a time covered, before its last."""
_DEICTIC = ("yesterday", "today", "tomorrow", "tonight", "this morning", "last night", "this week", "last week")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A text, its time mentions read without a dateline, and the days in its references, newest first."""

    text: str
    mentions: tuple[TimeMention, ...]
    addresses: tuple[tuple[date, str], ...]


def infer_days(evidence: Evidence) -> tuple[date, date | None, str] | None:
    """First and last possible day with the reason; last None where the text gives no sign of being fresh."""
    newest, why = _newest(evidence)
    if newest is None:
        return None
    weekdays = _weekdays(evidence)
    if weekdays and _ends_period(newest, evidence):
        return newest, None, f"{why}; it ends the time covered"
    if not weekdays:
        if _deictic(evidence):
            return newest, newest + timedelta(days=6), f"{why}; the text speaks of days near its own"
        return newest, None, why
    last = _last_of_run(sorted({w for _, w in weekdays}))
    day = newest + timedelta(days=(last - newest.isoweekday()) % 7)
    why = f"{why}; the latest weekday told is {_WEEKDAYS[last - 1]}"
    if _yesterday_is(day - timedelta(days=1), weekdays, evidence):
        before = _WEEKDAYS[(day - timedelta(days=1)).weekday()]
        return day, day, f'{why}; "yesterday" stands beside {before}'
    return day, day + timedelta(days=1), why


def _ends_period(day: date, evidence: Evidence) -> bool:
    """Whether a day ends the time a report covers ("18 to 31 December"): the weekdays told lie before it."""
    ends = (m for m in evidence.mentions if m.anchor is None and parse_day(m.value) == day)
    return any(_FROM.search(evidence.text, max(0, m.start - 40), m.start) for m in ends)


def newest_told(text: str, mentions: tuple[TimeMention, ...]) -> date | None:
    """The newest day that the text tells in full and not as what is to come."""
    return max(_told(text, mentions), default=None)


def _told(text: str, mentions: tuple[TimeMention, ...]) -> list[date]:
    full = ((parse_day(m.value), m) for m in mentions if m.value[:1].isdigit() and m.anchor is None)
    return [day for day, m in full if day and not _ahead(text, m)]


def _newest(evidence: Evidence) -> tuple[date | None, str]:
    """The newest day told in full, in the references or the text (there at most a week newer than the references)."""
    told = _told(evidence.text, evidence.mentions)
    if evidence.addresses:
        day, url = evidence.addresses[0]
        later = [d for d in told if day < d <= day + timedelta(days=7)]
        if not later:
            return day, f"newest date among the references: {url}"
        return max(later), f"newest date told, within a week of the newest reference: {max(later).isoformat()}"
    if not told:
        return None, ""
    day = max(told)
    return day, f"newest date told in the text: {day.isoformat()}"


def _ahead(text: str, mention: TimeMention) -> bool:
    """Whether the sentence speaks of what is to come: such a day may lie behind the day of writing."""
    start = text.rfind(". ", 0, mention.start) + 1
    end = text.find(". ", mention.end)
    return _COMING.search(text, start, len(text) if end < 0 else end) is not None


def _weekdays(evidence: Evidence) -> list[tuple[int, int]]:
    """Where weekdays are named without a date, and which (Monday 1)."""
    found = []
    for m in evidence.mentions:
        words = evidence.text[m.start : m.end].lower()
        for n, name in enumerate(_WEEKDAYS, 1):
            if (
                name.lower() in words
                and m.type != "SET"
                and not any(c.isdigit() for c in words)
                and "next" not in words
            ):
                found.append((m.start, n))
    return found


def _deictic(evidence: Evidence) -> bool:
    return any(evidence.text[m.start : m.end].lower().startswith(_DEICTIC) for m in evidence.mentions)


def _last_of_run(days: list[int]) -> int:
    """The weekday behind which the longest stretch of the week goes unnamed: news tells the days up to its own."""
    gaps = [((days[(i + 1) % len(days)] - d) % 7 or 7, -i, d) for i, d in enumerate(days)]
    return max(gaps)[2]


def _yesterday_is(day: date, weekdays: list[tuple[int, int]], evidence: Evidence) -> bool:
    """Whether some "yesterday" stands near the name of this weekday."""
    for m in evidence.mentions:
        if "yesterday" in evidence.text[m.start : m.end].lower():
            near = {w for start, w in weekdays if abs(start - m.start) <= _NEARBY}
            if day.isoweekday() in near:
                return True
    return False
