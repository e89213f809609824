"""Settlements that are none of a document's: quarters and small places that bear the name of a town far away."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.recount.city.candidates import Key, Settlement, key_of, settlements, word_behind
from truceline.recount.city.words import CityWords
from truceline.text.datelines import opens_dateline
from truceline.text.geo import distance_between, reach_km

_FAR_KM = 100.0
_LOOK = 20
_FINE = frozenset({"exact location", "street", "nearby landmark"})
_SMALL = frozenset({"village", "town"})
"""What a name far from all others may be by chance; of a site in a town nobody knows how large that is."""


def without_strays(every: Sequence[Settlement], reading: Reading, words: CityWords) -> list[Settlement]:
    """The settlements without those far from all others that are called quarters, or whose area nobody names.

    "Shot in the Austin neighborhood, Chicago police said": no town of Texas is meant.
    """
    return [s for s in every if not _is_stray(s, [o for o in every if o is not s], reading, words)]


def _is_stray(one: Settlement, others: Sequence[Settlement], reading: Reading, words: CityWords) -> bool:
    if any(_near(one.place, o.place) for o in others):
        return False
    if not any(o.mentions for o in others):
        return _only_in_passing(one, others, reading, words)
    if _is_called(one, words.after["quarter"], reading):
        return True
    if one.place.precision not in _SMALL or _area_named(one.place, reading.places):
        return False
    home = (o for o in others if o.mentions and _is_home(o, words, reading))
    return any(o.place.precision == "city" or _area_named(o.place, reading.places) for o in home)


_LOCATED = re.compile(r"\b(?:in|at|near|from|of|outside|inside|around|to)\s(?:the\s|[a-z]+ern\s)?$")
_STATE = re.compile(r",\s[A-Z][A-Za-z]+")


def _only_in_passing(one: Settlement, others: Sequence[Settlement], reading: Reading, words: CityWords) -> bool:
    """Whether nothing says that a name of another land is a place, in a town's own news: "my sidekick, Batman".

    The title gives the outlet's town with its state.
    """
    text, title = reading.prose, reading.document.title or ""
    homes = [o for o in others if (at := title.find(o.place.name)) >= 0 and _STATE.match(title, at + len(o.place.name))]
    if not homes or any(o.place.country == one.place.country for o in homes) or not words.local.search(text):
        return False
    located = any(_LOCATED.search(text[max(0, m.start - _LOOK) : m.start]) for m in one.mentions)
    return bool(one.mentions) and not (
        located or _is_home(one, words, reading) or _area_named(one.place, reading.places)
    )


def _is_home(one: Settlement, words: CityWords, reading: Reading) -> bool:
    """Whether a report is sent from a settlement, or its police and mayor tell."""
    text = reading.prose
    sent = any(opens_dateline(text, m.start, m.end) for m in one.mentions[:2])
    return sent or _tells(one, words, reading)


def _tells(one: Settlement, words: CityWords, reading: Reading) -> bool:
    return _is_called(one, words.after["forces"], reading)


def _is_called(one: Settlement, names: frozenset[str], reading: Reading) -> bool:
    """Whether one of these words stands right behind a settlement's name."""
    return any(word_behind(m, reading) in names for m in one.mentions)


def stray_names(reading: Reading, words: CityWords) -> frozenset[Key]:
    """The settlements of a document that are none of its own, by their keys."""
    every = settlements(reading, words)
    kept = [id(s) for s in without_strays(every, reading, words)]
    return frozenset(key_of(s.place) for s in every if id(s) not in kept)


def with_strays_at_home(reading: Reading, words: CityWords) -> Reading:
    """The reading, each stray of the one city whose police or mayor tells put into that city, and what lies in it too.

    "Shot in Whitehaven, Memphis police said" is no town of Cumbria, from the first step on.
    """
    every = settlements(reading, words)
    strays = _strays(every, reading, words)
    homes = [s for s in every if s not in strays and s.place.precision == "city" and _tells(s, words, reading)]
    if not strays or len(homes) != 1:
        return reading
    home, text = homes[0].place, reading.prose
    names = {(s.place.name, s.place.country) for s in strays if s.place.name not in home.within}
    return replace(reading, places=tuple(_at_home(m, home, text) if _is_of(m, names) else m for m in reading.places))


def _strays(every: Sequence[Settlement], reading: Reading, words: CityWords) -> list[Settlement]:
    """The settlements that are strays; what was put where it is for a stray beside it makes that one no nearer."""
    own = [s for s in every if not _within_another(s, every)]
    kept = without_strays(own, reading, words)
    return [s for s in own if s not in kept]


def _within_another(one: Settlement, every: Sequence[Settlement]) -> bool:
    return one.place.geonameid is None and any(s.place.name in one.place.within for s in every if s is not one)


def _is_of(mention: PlaceMention, strays: set[tuple[str, str | None]]) -> bool:
    """Whether a mention is of a stray, or was put where it is for one."""
    return mention.lat is not None and any((n, mention.country) in strays for n in (mention.name, *mention.within[:1]))


def _at_home(mention: PlaceMention, home: Place, text: str) -> PlaceMention:
    """A mention as of a quarter or site of a city, named as the text has it, its own point unknown."""
    return replace(
        mention,
        name=text[mention.start : mention.end],
        lat=home.lat,
        lon=home.lon,
        radius_km=home.radius_km,
        precision=mention.precision if mention.precision in _FINE else "neighbourhood/area",
        geonameid=None,
        country=home.country,
        admin1=home.admin1,
        admin2=home.admin2,
        within=(home.name, *home.within),
        confidence=min(mention.confidence or 0.0, home.confidence or 0.0),
        geometry=None,
        reaches=(),
    )


def _area_named(place: Place, told: Sequence[PlaceMention]) -> bool:
    """Whether the text names the area of first order that a place lies in, or its country abroad."""
    areas = {p.name for p in told if p.precision in {"province/governorate", "country"}}
    return bool(areas & set(place.within))


def _near(a: Place, b: Place) -> bool:
    km = distance_between(a, b)
    return km is None or km - reach_km(a) - reach_km(b) <= _FAR_KM
