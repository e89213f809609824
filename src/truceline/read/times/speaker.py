"""The day a quoted speaker spoke: what "today" means inside quotation marks."""

from datetime import date

from truceline.read.times.calendar import parse_day
from truceline.read.times.hit import Hit
from truceline.read.times.makers import MAKERS
from truceline.read.times.quotes import Quotes
from truceline.read.times.story import Story

DEICTIC = frozenset({"deictic", "part_deictic", "day_before_deictic"})
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
            return _recent(parse_day(made.value), story)
    return _recent(story.day, story) if story.inferred else None


def _recent(day: date | None, story: Story) -> date | None:
    if day is None or story.dateline is None or not 0 <= (story.dateline - day).days <= _RECENT:
        return None
    return day
