"""Deeds told "there", in the town named right before: "The search in X is over. The toll of the strike there is 35"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, overlap
from truceline.recount.inside import inside

_THERE = re.compile(
    r" (?:in |from )?there\b"
    r"(?! (?:is|are|was|were|has|had|have|will|would|came) (?:an?|no|any|some|been|also|not|nothing|be|the|more)\b)"
)


def places_there(deed: Span, reading: Reading) -> list[PlaceMention]:
    """The places that a "there" right behind words for a deed points to: those of the sentence before its own."""
    at = first_touched(reading.sentences, deed)
    if not at or _THERE.match(reading.prose, deed[1], reading.sentences[at][1]) is None:
        return []
    return [p for p in inside(reading.places, reading.sentences[at - 1]) if p.role == "event"]


def with_places_there(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts, each such deed with its place."""
    return [replace(d, mentions=tuple(_placed(m, reading) for m in d.mentions)) for d in drafts]


def _placed(mention: DraftMention, reading: Reading) -> DraftMention:
    spans = [(p.start, p.end) for p in places_there(mention.span, reading)]
    told = [f for f in mention.facets if f.facet == "place" and any(overlap(f.span, s) for s in spans)]
    if not spans or told:
        return mention
    added = DraftFacet(facet="place", span=spans[-1], polarity="affirmed", score=mention.score)
    return replace(mention, facets=(added, *mention.facets))
