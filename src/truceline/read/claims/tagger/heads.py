"""What the network answers of each word beside attribution tags, and in which columns of its output `more`."""

from collections.abc import Mapping
from typing import get_args

from truceline.model.account import EventType, FacetName, Polarity
from truceline.model.claim import Act, Reach

TYPES: tuple[str, ...] = get_args(EventType)
ACTS: tuple[str, ...] = get_args(Act)
REACHES: tuple[str, ...] = get_args(Reach)
POLARITIES: tuple[str, ...] = get_args(Polarity)
TRIGGER, AUTHOR = "trigger", "author"
CHANNELS: tuple[str, ...] = (TRIGGER, *(f for f in get_args(FacetName) if f != "type"), AUTHOR)
"""Each a tagging of its own (outside, begin, inside): words may be in several."""

CONTENT_WORDS = 24
"""Words of a content by which a claim's act is judged: its main clause."""
WIDTHS = {
    "channels": 3 * len(CHANNELS),
    "types": len(TYPES),
    "aggregate": 1,
    "polarity": len(POLARITIES),
    "cue_act": len(ACTS),
    "content_act": len(ACTS),
    "cue_reach": len(REACHES),
    "content_reach": len(REACHES),
    "first": 1,
}
"""Columns by name, in order; `first` is the score of a mention that no earlier one goes before."""


def columns(name: str) -> slice:
    """Where a head's scores stand."""
    return place_of(name, WIDTHS)


def place_of(name: str, widths: Mapping[str, int]) -> slice:
    """Where the columns of a name stand among columns of such widths; raises KeyError for a name that is not there."""
    at = 0
    for head, width in widths.items():
        if head == name:
            return slice(at, at + width)
        at += width
    raise KeyError(f"no head {name!r}; there are {', '.join(widths)}")


WIDTH = sum(WIDTHS.values())
TO_TRIGGER, TO_EARLIER = range(2)
EVENT_LINKS = 2
"""Kinds of links by vector product: facet to trigger, mention to an earlier mention."""
EVENT_LINK_WIDTH = 64
EVENT_REACH = 64
