"""The day a quoted speaker spoke: what "today" means inside quotation marks."""

import re
from datetime import date

from truceline.read.times.calendar import parse_day
from truceline.read.times.hit import Hit
from truceline.read.times.makers import MAKERS
from truceline.read.times.quotes import Quotes
from truceline.read.times.story import Story

DEICTIC = frozenset({"deictic", "part_deictic", "day_before_deictic"})
_TELLS_WHEN = re.compile(r"[^.!?;:“\"]{2,80} (?:on|of) (?:\w+day,? )?")
"""What stands between a quote and the day it was said, as in “..., the minister said on 28 November 2020”."""
_RECENT = 7
"""Days before the dateline within which a told day can be the day somebody spoke."""


def speaker_day(hits: list[Hit], i: int, quotes: Quotes, story: Story) -> date | None:
    """The day told beside a quote ("..., he said on Tuesday"); else, under an inferred dateline, the story's day."""
    end = quotes.paragraph_end(hits[i].tokens.starts[hits[i].start])
    for hit in hits[i + 1 :]:
        start = hit.tokens.starts[hit.start]
        if start >= end:
            break
        if hit.make in {"weekday", "calendar"} and start not in quotes and (made := MAKERS[hit.make](hit, story)):
            day = parse_day(made.value)
            return day if _said_on(hits[i], hit, quotes) and _past(day, story) else _recent(day, story)
    return _recent(story.day, story) if story.inferred else None


def _said_on(quoted: Hit, told: Hit, quotes: Quotes) -> bool:
    """Whether a day is told right behind a quote, by who says when it was said: however long ago, it is the quote's."""
    starts = quoted.tokens.starts
    between = quotes.between(starts[quoted.start], starts[told.start])
    return told.make == "calendar" and between is not None and _TELLS_WHEN.fullmatch(between) is not None


def _past(day: date | None, story: Story) -> bool:
    return day is not None and (story.dateline is None or day <= story.dateline)


def _recent(day: date | None, story: Story) -> date | None:
    if day is None or story.dateline is None or not 0 <= (story.dateline - day).days <= _RECENT:
        return None
    return day
