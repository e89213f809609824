"""The place set by the sentences before a deed, as in "The war moved on to Arvena. At dawn they stormed the town"."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from truceline.model.account import ReportedIncident
from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.frame import points_back, tells_date
from truceline.recount.inside import inside
from truceline.recount.sites import places_told
from truceline.recount.spots import Spot

_BACK = 3
"""Sentences back, in the same paragraph, in which a place set holds on."""
NOT_THERE = re.compile(
    r"\b(?:elsewhere|nationwide|worldwide|abroad"
    r"|(?:an)?other (?:\w+ )?(?:town|village|city|part|place|area|region|district|front)s?"
    r"|(?:the|its) capital|(?:across|throughout|over|around) the (?:country|region|province|territory|world)|everywhere"
    r"|(?:would|will|could|(?-i:may)|might|should|often|usually|always|every|never)\b)",
    re.IGNORECASE,
)
"""Words of a sentence that is told of another place than the one set, or of none."""
NOWHERE = frozenset({"ceasefire_step", "talks", "violation_unspecified"})
"""What happens between parties, in no town that is told of before."""
SITE = re.compile(
    r"(?:(?:\w+(?:ic|ish|ian|ese|dox|lim|can)|UN)\s"
    r"(?=(?:\w+ )?(?:mission|compound|church|school|base|camp|embassy|barracks|post)$))?"
    r"[a-z][\w’'-]*(?: [a-z][\w’'-]*)*"
)
"""A site without a name of its own: "yard of her house", "Catholic mission"."""


def place_set(made: ReportedIncident, reading: Reading, spots: Sequence[Spot]) -> Place | None:
    """The incident's place; where none is told but a site at most, the one that its paragraph has set before it."""
    place = made.place
    if place is not None and (place.lat is not None or not SITE.fullmatch(place.name)):
        return place
    if made.aggregate or made.event_type in NOWHERE or not made.mentions:
        return place
    sentences = sorted(reading.sentences)
    at = bisect_right(sentences, min(made.mentions)[0], key=lambda s: s[0]) - 1
    if at < 1 or not _goes_on(min(made.mentions), sentences[at], reading, spots):
        return place
    return _set_before(at, sentences, reading, spots) or place


def _goes_on(deed: Span, sentence: Span, reading: Reading, spots: Sequence[Spot]) -> bool:
    """Whether a sentence tells a new deed and no place of its own."""
    text = reading.prose
    if _names_place(sentence, reading, spots) or points_back(text, sentence, deed):
        return False
    return NOT_THERE.search(text, *sentence) is None


def _names_place(sentence: Span, reading: Reading, spots: Sequence[Spot]) -> bool:
    named = any(p.role == "event" and p.precision != "country" for p in inside(reading.places, sentence))
    return named or bool(inside(spots, sentence))


def _set_before(at: int, sentences: Sequence[Span], reading: Reading, spots: Sequence[Spot]) -> Place | None:
    """The one place told last before a sentence in its paragraph; None where that sentence tells several.

    Nor where each of the two sentences tells a date: that is another deed.
    """
    text, dated = reading.prose, tells_date(sentences[at], reading)
    for n in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if "\n" in text[sentences[n][1] : sentences[n + 1][0]]:
            return None
        found = places_told(sentences[n], reading, spots)
        if found:
            return found[0] if len(found) == 1 and not (dated and tells_date(sentences[n], reading)) else None
    return None
