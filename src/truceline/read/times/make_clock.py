"""Clock times and their zones."""

import re

from truceline.read.times.calendar import shift_days
from truceline.read.times.hit import Hit, Made
from truceline.read.times.numbers import read_number
from truceline.read.times.story import Story

_LONGEST_ZONE = 4
_SMALL_HOURS = "06:00"
"""Until when a clock time behind midnight is one of the next day."""


def make_clock(hit: Hit, story: Story) -> Made | None:
    """10:35 a.m., 7 pm Damascus time, noon, 0300 hours, five o'clock; of the story's day until a date joins it."""
    clock = _clock(hit)
    if clock is None:
        return None
    anchor = story.stands or (None if story.narrative else story.dateline)
    if anchor and clock < _SMALL_HOURS and _past_midnight(hit, story):
        anchor = shift_days(anchor, 1)
    day = anchor.isoformat() if anchor else "XXXX-XX-XX"
    zone = find_zone(hit)
    return Made(
        "TIME", f"{day}T{clock}", "APPROX" if hit.words("mod") else None, story.now_anchor, zone[1] if zone else None
    )


def _past_midnight(hit: Hit, story: Story) -> bool:
    """Whether the day told has ended: "at midnight ... at 00:04"; not "between midnight and 02:00", nor of today."""
    ended = story.previous.endswith(("T24:00", "TNI")) and story.day != story.dateline
    return ended and not (story.last is not None and hit.start - story.last.end == 1)


def _clock(hit: Hit) -> str | None:
    if hit.words("named"):
        return hit.value("named")
    if hit.words("military"):
        return _military(hit.words("military")[0])
    figures = hit.words("clock") or hit.words("hour")
    parts = re.split(r"[:.]", figures[0])
    hour = int(read_number(parts[0], hit.lexicon.values) or 0)
    minutes = parts[1:] or ["00"]
    half = "" if hour > 12 else _half(hit)
    hour = _of_day(hour, half)
    if hour > 24 or int(minutes[0]) > 59 or not _reads_as_clock(hit, half):
        return None
    return ":".join([f"{hour:02d}", *minutes])


def _military(digits: str) -> str | None:
    """Four digits as hours and minutes: "1430"; None where they are no time."""
    return f"{digits[:2]}:{digits[2:]}" if int(digits[2:]) < 60 else None


def _half(hit: Hit) -> str:
    """The half of the day that is told, or whose part is: "AM", "PM"; "" where none is."""
    return hit.value("ampm") or {"MO": "AM", "AF": "PM", "EV": "PM", "NI": "PM"}.get(hit.value("part"), "")


def _of_day(hour: int, half: str) -> int:
    """The hour of the day for one of a half of it."""
    if half == "PM" and hour < 12:
        return hour + 12
    return 0 if half == "AM" and hour == 12 else hour


def _reads_as_clock(hit: Hit, half: str) -> bool:
    """Scores and verses look like times: without a.m. or p.m. a preposition, a zone or two-digit hours are needed."""
    figures = (hit.words("clock") or ("",))[0]
    return (
        bool(half)
        or len(figures) >= 5
        or hit.before() in {"at", "by", "until", "from", "around", "about", "after", "before", "since"}
        or not figures
    )


def find_zone(hit: Hit) -> tuple[int, str | None] | None:
    """How many tokens behind the match name its zone, and the offset (None where it is only called local)."""
    words = hit.tokens.words
    for length in range(_LONGEST_ZONE, 0, -1):
        name = tuple(words[hit.end : hit.end + length])
        if len(name) == length and name in hit.lexicon.zones:
            return length, hit.lexicon.zones[name] or None
    return None
