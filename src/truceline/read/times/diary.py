"""Days that stand as headings in a diary or a chronicle: "Monday, 21 November", "Thursday", "Day six"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truceline.read.times.calendar import parse_day, shift_days
from truceline.read.times.hit import Hit, Made
from truceline.read.times.makers import MAKERS
from truceline.read.times.numbers import read_amount
from truceline.read.times.story import Diary, Story

_LEAST = 3
"""Headings with a day that make a text a diary."""
_STOPS = frozenset({".", ":", "-", "–", "—"})
"""Behind a day that leads its paragraph as a heading does: "Wednesday. A bomb on the coast.", "4 May: shells fell"."""
_NAMED = frozenset({"calendar", "iso", "slashed"})


@dataclass(frozen=True, slots=True)
class _Heading:
    start: int
    made: Made
    day: date


def find_diary(hits: Sequence[Hit], dateline: date | None) -> Diary | None:
    """The days of a text's headings; None where it has few, where the first is no date, or where they run back."""
    story, heads = Story(dateline, narrative=False), list[_Heading]()
    for hit in (h for h in hits if _is_heading(h)):
        made = _made(hit, heads, story)
        day = parse_day(made.value) if made is not None and made.type in {"DATE", "TIME"} else None
        if made is None or day is None or (not heads and (hit.make not in _NAMED or day == dateline)):
            continue
        if heads and day < heads[-1].day:
            return None
        heads.append(_Heading(hit.start, made, day))
        story.note(made)
    return (
        Diary({h.start: h.made for h in heads}, tuple((h.start, h.day) for h in heads))
        if len(heads) >= _LEAST
        else None
    )


def _is_heading(hit: Hit) -> bool:
    """Whether words stand alone in their paragraph, or lead it and are parted from it."""
    broken = hit.lexicon.shapes["BREAK"]
    codes = hit.tokens.codes
    opens = hit.start == 0 or codes[hit.start - 1] == broken
    return opens and (hit.end >= len(codes) or codes[hit.end] == broken or hit.after() in _STOPS)


def _made(hit: Hit, heads: Sequence[_Heading], story: Story) -> Made | None:
    """What a heading means: a bare weekday is the next after the heading before, "Day six" counts from the first."""
    if hit.make == "day_number":
        number = read_amount(hit.words("number"), hit.lexicon.values)
        return _day(shift_days(heads[0].day, int(number) - 1), heads[0]) if heads and number else None
    bare = hit.make == "weekday" and not (hit.words("shift") or hit.words("off"))
    if not bare:
        return MAKERS[hit.make](hit, story)
    if not heads or not hit.value("weekday").isdigit():
        return None
    away = (int(hit.value("weekday")) - heads[-1].day.isoweekday()) % 7 or 7
    return _day(shift_days(heads[-1].day, away), heads[-1], hit.value("part"))


def _day(day: date, since: _Heading, part: str = "") -> Made:
    anchor = f"heading {since.day.isoformat()}"
    return (
        Made("TIME", f"{day.isoformat()}T{part}", None, anchor) if part else Made("DATE", day.isoformat(), None, anchor)
    )
