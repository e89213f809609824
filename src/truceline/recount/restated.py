"""A day told by two times: "the next morning, 5 January", "a week before, on 9 May", "two days after 9 May"."""

import re
from dataclasses import replace

from truceline.model.reading import Reading
from truceline.model.when import TimeMention
from truceline.recount.anchors import grain

_COMMA = re.compile(r", (?:on )?(?:the )?", re.IGNORECASE)
_FROM = re.compile(r" (?:after|before) (?:the )?", re.IGNORECASE)
_NUMBER = re.compile(r"\d")


def with_restated(reading: Reading) -> Reading:
    """The reading with a day told by words and then by its date as one, which is the date.

    So is a day counted from a date, which is not the date: what was "some days after 9 May" was not on 9 May.
    """
    text = reading.prose
    told: list[TimeMention] = []
    for time in sorted(reading.times, key=lambda t: t.start):
        if told and _restates(text, told[-1], time):
            told[-1] = replace(time, start=told[-1].start)
        elif told and _is_counted(text, told[-1], time):
            told[-1] = replace(told[-1], end=time.end, type="DATE" if told[-1].earliest else "DURATION")
        else:
            told.append(time)
    return replace(reading, times=tuple(told))


def _is_counted(text: str, words: TimeMention, date: TimeMention) -> bool:
    """Whether a length of time is counted from the date right behind it."""
    counted = words.type == "DURATION" and words.anchor in {f"{w} {date.value[:10]}" for w in ("after", "before")}
    return counted and _FROM.fullmatch(text, words.end, date.start) is not None


def _restates(text: str, words: TimeMention, date: TimeMention) -> bool:
    """Whether a date stands behind words for the same day: none of these says which by a number."""
    if words.end >= date.start or not _COMMA.fullmatch(text, words.end, date.start):
        return False
    dated = grain(date) == 0 and date.type == "DATE" and date.earliest is not None
    counted = _NUMBER.search(text, words.start, words.end) is not None
    return (
        dated
        and not counted
        and words.type in {"DATE", "TIME"}
        and _NUMBER.search(text, date.start, date.end) is not None
    )
