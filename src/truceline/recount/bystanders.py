"""Places told beside a deed that only say whose somebody is, or what went on elsewhere: "of Kalda television"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, overlap
from truceline.recount.inside import inside
from truceline.recount.settle import meanwhile

_OUTLET = re.compile(
    r"\s(?:[Tt]elevision|TV|[Rr]adio|FM|daily|newspaper|correspondent)\b"
    r"(?!\s(?:tower|station|cent(?:re|er)|building|mast|studios?|headquarters|compound|offices?))"
)
"""Behind a town whose broadcaster or paper is told of, not its mast."""


def without_bystanders(reading: Reading) -> Reading:
    """The reading without places that name an outlet, and its drafts without what went on elsewhere meanwhile."""
    text = reading.prose
    outlets = [(p.start, p.end) for p in reading.places if _OUTLET.match(text, p.end)]
    places = tuple(p for p in reading.places if (p.start, p.end) not in outlets)
    drafts = reading.drafts and tuple(_without(d, outlets, reading) for d in reading.drafts)
    return replace(reading, places=places, drafts=drafts)


def _without(draft: Draft, outlets: Sequence[Span], reading: Reading) -> Draft:
    mentions = []
    for mention in draft.mentions:
        kept = tuple(
            f
            for f in mention.facets
            if f.facet != "place"
            or not (any(overlap(f.span, o) for o in outlets) or _is_elsewhere(f.span, mention.span, reading))
        )
        mentions.append(mention if len(kept) == len(mention.facets) else replace(mention, facets=kept))
    return replace(draft, mentions=tuple(mentions))


def _is_elsewhere(place: Span, deed: Span, reading: Reading) -> bool:
    """Whether a place stands in a clause of what went on meanwhile, and the deed's own clause has one too."""
    text = reading.prose
    number = first_touched(reading.sentences, place)
    if number is None or not overlap(reading.sentences[number], deed):
        return False
    sentence = reading.sentences[number]
    aside = next((a for a in meanwhile(text, sentence) if overlap(a, place) and not overlap(a, deed)), None)
    return aside is not None and any(_is_told(p, aside) for p in inside(reading.places, sentence))


def _is_told(place: PlaceMention, aside: Span) -> bool:
    return place.role == "event" and not overlap((place.start, place.end), aside)
