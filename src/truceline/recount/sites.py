"""A site without a name lies where its paragraph last told: "... the agency's seat in Arvena. Shells hit the yard"."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from truceline.model.account import Account, Facet
from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.convert import plain_place
from truceline.recount.facets.affirmed import affirmed
from truceline.recount.frame import tells_date
from truceline.recount.inside import inside
from truceline.recount.spots import Spot, Stretches
from truceline.text.datelines import opens_dateline
from truceline.text.fold import fold_name

_ITS = re.compile(r"(?:[a-z]+ )?(?:the|its|their|his|her|this|that)\b", re.IGNORECASE)
_SITE = re.compile(
    r"(?:the|its|their|his|her|this|that) (?:\w+ )?"
    r"(?:compound|house|houses|academy|base|barracks|hospital|school|village|town|city"
    r"|hamlet|market|bridge|port|harbour|airport|airfield|camp|checkpoint|building|plant|factory|station|church|mosque|square"
    r"|prison|post|outpost|quarter|district|island|settlement|mine|depot|warehouse|complex|crossing|gate|shrine|convent)",
    re.IGNORECASE,
)
_THERE = re.compile(r"\sthere\b")
_PROPER = re.compile(r"\b[^\W\d_a-z]")
_FROM = re.compile(r"\b(?:from|for|against|towards?|to)\s(?:the\s)?$")
_IN = re.compile(r"(?:\s(?!and\b|or\b)[a-z]+){0,3}\s(?:in|at|of|near)\s(?:the\s)?")
_APPOSED = re.compile(
    r", (?:an?|the) (?:[\w’'-]+ ){0,3}?(?:town|village|hamlet|city|settlement|suburb|quarter|district|port|camp)\b"
)
"""Behind a place that is then said to be one: what is named further on only tells where it lies."""
_LOOK = 14
_SHORT = 12
"""Words of a sentence that does nothing but set the scene."""
_BACK = 3
"""Sentences before a site in which its town may be told."""
_WIDE = frozenset({"country", "region", "province/governorate"})


def at_its_town(
    place: Place | None, accounts: Sequence[Account], reading: Reading, spots: Sequence[Spot]
) -> Place | None:
    """The place; where it is a site without a name, the one place that its paragraph told last before it."""
    if place is not None and (place.lat is not None or _PROPER.search(place.name)):
        return place
    told = [f for f in affirmed(accounts) if f.spans and _is_site(f)]
    for facet in sorted(told, key=lambda f: f.spans[0]):
        if _points_back(reading.prose, facet.spans[0]) and (found := _told_last(facet.spans[0], reading, spots)):
            return found
    return place


def _is_site(facet: Facet) -> bool:
    """Whether words tell where, or what was hit is a site: "threw stones at the compound"."""
    return facet.facet == "place" or (facet.facet == "target" and _SITE.fullmatch(facet.text) is not None)


def _points_back(text: str, site: Span) -> bool:
    return _ITS.match(text, *site) is not None or _THERE.match(text, site[1]) is not None


def _told_last(site: Span, reading: Reading, spots: Sequence[Spot]) -> Place | None:
    """The one place told in the nearest sentence before a site that tells any; None where it tells several."""
    text = reading.prose
    sentences = sorted(reading.sentences)
    at = bisect_right(sentences, site[0], key=lambda s: s[0]) - 1
    for number in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if "\n" in text[sentences[number][1] : sentences[at][0]]:
            return None
        found = places_told(sentences[number], reading, spots)
        if found:
            anew = tells_date(sentences[at], reading) and tells_date(sentences[number], reading)
            return found[0] if len(found) == 1 and not anew else None
    return None


def places_told(sentence: Span, reading: Reading, spots: Sequence[Spot]) -> list[Place]:
    """The places that a sentence tells, one of each name: no party's, no country, nor where something came from.

    Of "X in Y" Y alone, of "X, a hamlet under the hills of Y" X alone. A short sentence sets the scene by the one place
    that it names, however it does: "The war moved on to Arvena."
    """
    text = reading.prose
    known = [((p.start, p.end), plain_place(p)) for p in _known_places(sentence, reading)]
    unknown = [(s.span, Place(name=text[s.start : s.end])) for s in inside(spots, sentence) if not s.known]
    told = sorted([*known, *unknown], key=lambda t: t[0])
    if told and _APPOSED.match(text, told[0][0][1]):
        return [told[0][1]]
    kept = [
        place
        for n, (span, place) in enumerate(told)
        if n + 1 == len(told) or not _IN.fullmatch(text, span[1], told[n + 1][0][0])
    ]
    return list({fold_name(p.name): p for p in reversed(kept)}.values())


def _known_places(sentence: Span, reading: Reading) -> list[PlaceMention]:
    """The located places that a sentence tells, of a short one any; no party's nor a speaker's."""
    text = reading.prose
    parties = Stretches([(a.start, a.end) for a in reading.actors] + [s for c in reading.claims for s in c.source])
    named = [p for p in inside(reading.places, sentence) if _can_hold(text, p) and not parties.meets((p.start, p.end))]
    known = [p for p in named if not _FROM.search(text[max(0, p.start - _LOOK) : p.start])]
    return named if not known and len(text[slice(*sentence)].split()) <= _SHORT else known


def _can_hold(text: str, place: PlaceMention) -> bool:
    if place.role != "event" or place.lat is None or place.precision in _WIDE:
        return False
    return not opens_dateline(text, place.start, place.end)
