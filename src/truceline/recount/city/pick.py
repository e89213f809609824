"""The settlement a document's main happening was in, and the place told of it set there."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.city.candidates import Settlement, is_settlement, key_of, settlements
from truceline.recount.city.measure import Stage, measure
from truceline.recount.city.strays import without_strays
from truceline.recount.city.words import CityWords
from truceline.text.datelines import opens_dateline
from truceline.text.geo import SETTLEMENTS, distance_between, reach_km
from truceline.text.town_sites import lies_in_town

_BESIDE = 0.6
"""The most belief in a place that only lies where one beside it does."""
_BEYOND_KM = 40.0
"""Kilometres beyond both their extents from which a place is not in a city, whatever it was resolved to."""
_WIDE = frozenset({"country", "region", "province/governorate", "district", "subdistrict"})


def pick_city(reading: Reading, anchors: Sequence[Span], current: Place | None, words: CityWords) -> Place | None:
    """The likeliest settlement; None where the document names none."""
    every = _but_sent_from(without_strays(settlements(reading, words), reading, words), current, reading)
    stage = Stage(reading, anchors, current, every, words)
    scored = [(_dot(measure(s, stage), words), -i, s.place) for i, s in enumerate(every)]
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _but_sent_from(every: list[Settlement], current: Place | None, reading: Reading) -> list[Settlement]:
    """The settlements but for those that only a dateline names, where a town is told with its area behind its name.

    "PORT QASR, 3 May - ... in Kutra, North Marl": who writes so says where it was.
    """
    text = reading.prose
    if (
        current is None
        or current.lat is None
        or not any(_with_area(m, reading) for m in reading.places if _is(m, current))
    ):
        return every
    sent = [s for s in every if s.mentions and all(opens_dateline(text, m.start, m.end) for m in s.mentions)]
    told = [s for s in every if s not in sent and s.mentions]
    return told or every


def _is(mention: PlaceMention, place: Place) -> bool:
    return mention.role == "event" and key_of(mention) == key_of(place)


def _with_area(mention: PlaceMention, reading: Reading) -> bool:
    """Whether the area that holds a settlement stands right behind its name: "Kutra, North Marl"."""
    text = reading.prose
    behind = (p for p in reading.places if text[mention.end : p.start] in {", ", " in "} and p.start > mention.start)
    return any(p.precision in _WIDE and p.country == mention.country for p in behind)


def at_home(place: Place | None, reading: Reading, anchors: Sequence[Span], words: CityWords) -> Place | None:
    """The main happening's place; where nothing is told, or a site in some town, the settlement a report is about."""
    if place is not None and (place.lat is not None or not lies_in_town(place.name)):
        return place
    city = pick_city(reading, anchors, place, words)
    return place if city is None else city if place is None else _moved(place, city)


def _dot(numbers: dict[str, float], words: CityWords) -> float:
    return sum(words.weights.get(name, 0.0) * value for name, value in numbers.items())


def seated(place: Place | None, city: Place | None) -> Place | None:
    """The place within the city: the city itself where none finer is told, or what is told is another settlement.

    What is finer but was put far away for its common name or for a town beside it takes the city's point.
    """
    if city is None or (place is not None and key_of(place) == key_of(city)):
        return place
    if place is None or place.lat is None or place.precision in _WIDE:
        return city
    if city.name in place.within:
        return place
    if is_settlement(place) and place.precision in SETTLEMENTS:
        return _within(place, city) if _inside(place, city) else city
    if not _far(place, city):
        return _within(place, city)
    return _moved(place, city) if _is_loose(place) else place


def _far(place: Place, city: Place) -> bool:
    km = distance_between(place, city)
    return km is not None and km > reach_km(place) + reach_km(city) + _BEYOND_KM


def _is_loose(place: Place) -> bool:
    """Whether a place stands where it does for a town of its name, or for what is named beside it alone."""
    return place.geonameid is not None or (place.confidence or 0.0) <= _BESIDE


def _inside(place: Place, city: Place) -> bool:
    km = distance_between(place, city)
    return km is not None and km <= reach_km(city) and reach_km(place) < reach_km(city)


def _within(place: Place, city: Place) -> Place:
    return replace(place, within=(city.name, *place.within))


def _moved(place: Place, city: Place) -> Place:
    """A place known only to lie in the city."""
    return replace(
        city,
        name=place.name,
        precision=place.precision,
        within=(city.name, *city.within),
        geonameid=None,
    )
