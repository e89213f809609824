"""The main happening of a long text lies where its own words name a place, whatever town most of the text is about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Account, Facet, ReportedIncident
from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.recount.convert import place_from
from truceline.recount.facets.affirmed import affirmed_of
from truceline.recount.spots import Spot
from truceline.text.geo import SETTLEMENTS, distance_between, is_inside, reach_km, same_name
from truceline.text.town_sites import lies_in_town

_PROPER = re.compile(r"(?:^|\s)(?:[a-z]{2}[-’'])?[^\W\d_a-z][\w’'-]{2,}")
_CARE = re.compile(r"\b(?:Hospital|Clinic|Infirmary|Medical Cent(?:er|re))\b", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:suburb|quarter|district|neighbou?rhood|ward|street|block|square)s?\b", re.IGNORECASE)
_WIDE = frozenset({"country", "region", "province/governorate"})
_NEAR_KM = 15.0
_HEAD = 1500
"""Characters of an article's opening."""
_MOST = 3
"""Times as many names as known ones that no gazetteer has, from which a text is of places that none has."""


def where_its_words_say(
    place: Place | None, accounts: Sequence[Account], reading: Reading, home: Place | None
) -> Place | None:
    """The place; where the accounts name another one alone, that: "a farmyard at Rogovo" is not in the capital.

    A quarter lies within the town that the text is about, its `home`.
    """
    told = affirmed_of("place", accounts)
    if place is None or not told or any(_agrees(f, place, reading) for f in told):
        return place
    named = [(f, p) for f in told if (p := place_from(f.value)) and _is_named(f, p)]
    if not named:
        return place
    facet, other = min(named, key=lambda n: n[0].spans[0])
    if other.lat is None and _QUARTER.search(facet.text):
        return _quarter_of(place, other.name) if home is not None and same_name(home, place) else place
    return other


def _quarter_of(town: Place, name: str) -> Place:
    """A quarter without a point of its own, at its town's."""
    within = (town.name, *town.within)
    return replace(town, name=name, precision="neighbourhood/area", geonameid=None, within=within)


def in_head(made: ReportedIncident) -> bool:
    """Whether an article opens with a happening, so that a day of its opening is likely the happening's."""
    return min((start for start, _ in made.mentions), default=0) < _HEAD


def stands_apart(whole: ReportedIncident, own: ReportedIncident, spots: Sequence[Spot]) -> bool:
    """Whether the main happening of an article is where its `own` words say rather than where the `whole` text is.

    They name a settlement or a name that no gazetteer has; or most of the text's places are such, so that a known one
    is likelier a word that only looks like a name.
    """
    unknown = sum(not s.known for s in spots) > _MOST * sum(s.known for s in spots)
    place = own.place
    if place is None:
        return unknown
    if place.lat is None and lies_in_town(place.name):
        return False
    if unknown or (whole.place is not None and place.name == whole.place.name):
        return unknown
    return _is_own_town(place)


def _is_own_town(place: Place) -> bool:
    """Whether it is a settlement, or a name that no gazetteer has and that is no quarter's."""
    if place.lat is not None:
        return place.precision in SETTLEMENTS
    return _PROPER.search(place.name) is not None and _QUARTER.search(place.name) is None


def _agrees(facet: Facet, place: Place, reading: Reading) -> bool:
    """Whether the words name the place, one in it or about it, or one beside it."""
    text = reading.text or ""
    names = {text[p.start : p.end] for p in reading.places if p.name == place.name} | {place.name}
    if any(n in facet.text for n in names):
        return True
    told = place_from(facet.value)
    if told is None:
        return False
    km = distance_between(told, place)
    near = km is not None and km <= max(_NEAR_KM, reach_km(told) + reach_km(place))
    return near or same_name(told, place) or is_inside(told, place) or is_inside(place, told)


def _is_named(facet: Facet, place: Place) -> bool:
    """Whether words name a place of their own: no land, nor where the wounded were brought."""
    if place.precision in _WIDE or _CARE.search(facet.text) or (place.lat is None and lies_in_town(place.name)):
        return False
    return _PROPER.search(place.name) is not None
