"""Words that a draft has for what was hit, or for the arms used, and that tell of neither."""

import re

from truceline.model.draft import Draft, DraftFacet
from truceline.model.span import within
from truceline.recount.bench import Bench
from truceline.text.fighters import FIGHTERS

_AT_LARGE = re.compile(
    r"\b(?P<what>actions?|fight|fights|fighting|struggle|war|wars|campaign|efforts?|operations?|battle|policy|line"
    r"|coalition|alliance|measures|steps) (?:waged )?"
    r"against (?:(?:the|all|other|these|those|its|their|armed) ){0,2}$",
    re.IGNORECASE,
)
"""Before those whom somebody fights at large: "its actions against terrorist groups" tells of no one deed's target."""
_OVER = re.compile(r"\b(?:over|near|around|above|outside) (?:the )?$", re.IGNORECASE)
_AREA = re.compile(
    r"(?:the )?(?:[A-Z][\w’'-]*-? )+(?:area|district|region|province|valley|mountains?|plain|heights?|hills?)",
    re.UNICODE,
)
_OF = re.compile(r"\b(?:raids?|attacks?|assaults?|offensives?|advances?|incursions?|ambush(?:es)?) of (?:the )?$")
_FIRED = re.compile(
    r"\b(?:fir(?:ed|ing)|launch(?:ed|ing)|lobb(?:ed|ing)|dropp(?:ed|ing)|threw) (?:(?:the|an?|some) )?$"
)
_ORDINAL = re.compile(
    r"(?:the |an? |another |one )?(?:first|second|third|fourth|fifth|last|latest|next)", re.IGNORECASE
)
_BACK = 50


def is_no_target(bench: Bench, draft: Draft, facet: DraftFacet) -> bool:
    """Whether those marked as hit are only whom somebody fights at large, an area over which it was done, or the arms.

    "By the wrong aim of one side in its fight against the rebels" the rebels were not hit.
    """
    if facet.facet != "target":
        return False
    text, start = bench.reading.prose, facet.span[0]
    arms = any(f.facet == "means" and f.span == facet.span for f in draft.facets)
    if arms and _FIRED.search(text, max(0, start - _BACK), start):
        return True
    if _OVER.search(text, max(0, start - _BACK), start) and _AREA.fullmatch(text, *facet.span):
        return True
    large = _AT_LARGE.search(text, max(0, start - _BACK), start)
    return large is not None and not any(within(large.span("what"), m.span) for m in draft.mentions)


def made_by(bench: Bench, facet: DraftFacet) -> bool:
    """Whether those marked as hit are whose attack it was: "the raid of the gunmen on the post"."""
    start, text = facet.span[0], bench.reading.prose
    own = facet.facet == "target" and _OF.search(text, max(0, start - _BACK), start) is not None
    return own and FIGHTERS.search(text, *facet.span) is not None


def is_no_arms(bench: Bench, facet: DraftFacet) -> bool:
    """Whether words marked as the arms used only say whose they were, or which: "backed by Russian air strikes"."""
    if facet.facet != "means":
        return False
    if _ORDINAL.fullmatch(bench.words_of(facet.span)):
        return True
    places = [(p.start, p.end) for p in bench.reading.places]
    actors = [(a.start, a.end) for a in (*bench.reading.actors, *bench.speakers)]
    return any(within(facet.span, named) for named in (*places, *actors))
