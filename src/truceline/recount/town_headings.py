"""Headings that are a town's name alone ("In Homs"): what stands below them was there."""

import re

from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.inside import inside
from truceline.text.settlements import is_label

_LINE = re.compile(r"[^\n]+")
_BARE = re.compile(r"\W*(?:(?:in|at|near|around) (?:the )?)?", re.IGNORECASE)
_SHORT = 8
"""Words of a line that may be a heading."""
_STOPPED = re.compile(r"[.!?;,][\"”’')\]]*\s*$")
_REACH = 1500
"""Characters back in which the heading of a part stands."""


def town_above(reading: Reading, sentence: Span) -> list[PlaceMention]:
    """The town that the heading next above a sentence is; none where that heading is another, or none stands there.

    A paragraph's own label is nearer: "Arvena: On 5 May shells fell. Two people were killed".
    """
    text = reading.prose
    start = text.rfind("\n", 0, sentence[0]) + 1
    labels = [p for p in inside(reading.places, (start, sentence[0])) if p.role == "event"]
    if labels and is_label(text, labels[0].start, labels[0].end):
        return labels[:1]
    for line in reversed(list(_LINE.finditer(text, max(0, start - _REACH), start))):
        words = line.group()
        if len(words.split()) > _SHORT or _STOPPED.search(words):
            continue
        return [p for p in inside(reading.places, line.span()) if _is_all(text, p, line.span())]
    return []


def _is_all(text: str, place: PlaceMention, line: Span) -> bool:
    """Whether a line is a place's name and no more."""
    lead, rest = text[line[0] : place.start], text[place.end : line[1]]
    return place.role == "event" and _BARE.fullmatch(lead) is not None and not re.search(r"\w", rest)
