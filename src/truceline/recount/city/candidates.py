"""The settlements a document names, in its text, title or address, each with its mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.recount.city.words import CityWords
from truceline.text.event_place import as_place
from truceline.text.fold import fold_name
from truceline.text.geo import SETTLEMENTS, distance_between, reach_km

_AREAS = frozenset({"country", "region", "province/governorate", "district", "subdistrict"})
_WORD = re.compile(r"[\s,;:]*([\w'’]+)")
_NEAR_KM = 60.0
_UNTOLD = 0.5
"""Share of belief left to a settlement that only title or address name."""
Key = tuple[str, str | None, str | None]


@dataclass(slots=True)
class Settlement:
    """One settlement and where its name stands in the text; nowhere, where only title or address have it."""

    place: Place
    mentions: list[PlaceMention] = field(default_factory=list)


def key_of(place: Place) -> Key:
    """What two mentions of one settlement share."""
    return place.name, place.admin1, place.country


def is_settlement(place: Place) -> bool:
    """Whether a place is a settlement, told as a whole or more finely by the words beside its name."""
    if place.lat is None or place.precision in _AREAS:
        return False
    return place.precision in SETTLEMENTS or place.geonameid is not None


def settlements(reading: Reading, words: CityWords) -> list[Settlement]:
    """All settlements named, those of the text in its order, then those only title or address name."""
    found: dict[Key, Settlement] = {}
    told = (m for m in reading.places if not reading.prose.startswith(" time", m.end))
    for mention in told:  # whose clock it is tells nothing of where ("7 pm Damascus time")
        named = mention.role in {"event", "embedded"} or _polices(mention, reading, words)
        if is_settlement(mention) and named:
            found.setdefault(key_of(mention), Settlement(as_place(mention))).mentions.append(mention)
    for place in _of_document(reading, words):
        doubtful = replace(place, confidence=round(_UNTOLD * (place.confidence or 0.0), 3))
        found.setdefault(key_of(place), Settlement(doubtful))
    return list(found.values())


def _of_document(reading: Reading, words: CityWords) -> Iterator[Place]:
    """The towns of title and address that the report speaks of: an outlet's town is no event's by itself."""
    local = _is_local(reading, words)
    counties = {p.name for p in reading.places if p.precision == "district" and p.role == "event"}
    for place in reading.document.places:
        elsewhere = counties and place.admin2 and place.admin2 not in counties
        if elsewhere and not _in_headline(place, reading):
            continue  # of a county where it is not
        if _in_title(place, reading) or local or _has_ties(place, reading):
            yield place


def _polices(mention: PlaceMention, reading: Reading, words: CityWords) -> bool:
    """Whether a town's police tell: "according to Chicago Police" names a teller, and the town too.

    Not so "Metro Police" for a town abroad: other places of the text lie in its country, if there are any.
    """
    others = {p.country for p in reading.places if p.lat is not None and key_of(p) != key_of(mention)}
    if others and mention.country not in others:
        return False
    return word_behind(mention, reading) in words.after["forces"]


def word_behind(mention: PlaceMention, reading: Reading) -> str:
    """The word right behind a mention, in lower case."""
    found = _WORD.match(reading.prose, mention.end)
    return found[1].lower() if found else ""


def _is_local(reading: Reading, words: CityWords) -> bool:
    """Whether a report takes its reader's town as known: it says "the city", or names no place at all."""
    return words.local.search(reading.prose) is not None or all(p.lat is None for p in reading.places)


def _in_title(place: Place, reading: Reading) -> bool:
    return f" {fold_name(place.name)} " in f" {fold_name(reading.document.title or '')} "


_OUTLET = re.compile(r"\s[-–—|]+\s")
"""Before what a title says of its outlet: "Man shot - KXYZ News - Brevik, OH"."""


def _in_headline(place: Place, reading: Reading) -> bool:
    """Whether a title names a place before it comes to its outlet."""
    headline = _OUTLET.split(reading.document.title or "", 1)[0]
    return f" {fold_name(place.name)} " in f" {fold_name(headline)} "


def _has_ties(place: Place, reading: Reading) -> bool:
    """Whether the text names a place near a settlement, or another one in the area of first order it lies in."""
    told = (p for p in reading.places if p.lat is not None and p.precision not in {"country", "region"})
    return any((p.admin1 and (p.admin1, p.country) == (place.admin1, place.country)) or _near(p, place) for p in told)


def _near(one: Place, two: Place) -> bool:
    km = distance_between(one, two)
    return km is not None and km - reach_km(one) <= _NEAR_KM
