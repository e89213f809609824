"""A document's setting: the city that holds a quarter, and places so far from all others that they may be misread."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import Place, PlaceMention
from truceline.text.fold import fold_name
from truceline.text.geo import distance_between, reach_km

_SETTLED = frozenset({"village", "town", "city", "subdistrict", "district", "province/governorate"})
_ASTRAY_KM = 400.0
"""A place farther than this from every other place of its document belongs to none of them."""
_SMALLER = 2.5
"""How many times a city's radius is that of a place which may be one of its quarters."""


def inside_city(place: Place | None, places: Sequence[Place]) -> Place | None:
    """The place, within the city its document names whose area its point falls into: a quarter is listed as a town."""
    if place is None:
        return None
    city = next((c for c in places if _holds(c, place)), None)
    return place if city is None else replace(place, within=(city.name, *place.within))


def _holds(city: Place, place: Place) -> bool:
    demonym = isinstance(city, PlaceMention) and city.role == "demonym"
    if city.precision != "city" or demonym or city.name in {place.name, *place.within}:
        return False
    km = distance_between(city, place)
    return km is not None and km <= reach_km(city) and _SMALLER * reach_km(place) <= reach_km(city)


def settled(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places that are not astray."""
    return [p for p in places if not is_astray(p, places)]


def is_astray(place: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """Whether a place lies far from all others named, while two of these lie together or one is a city and it is not.

    The name of a quarter is often that of a larger place elsewhere.
    """
    others = _others(place, places)
    if not others or any(_near(place, o) for o in others):
        return False
    if place.precision != "city" and any(o.precision == "city" for o in others):
        return True
    return any(_near(a, b) for i, a in enumerate(others) for b in others[:i])


def _others(place: PlaceMention, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """One mention of each other settlement, district or province; not of one whose point it merely took over."""
    point = (place.lat, place.lon)
    found: dict[str, PlaceMention] = {}
    for other in places:
        told = other.lat is not None and (other.lat, other.lon) != point and other.role in {"event", "embedded"}
        if told and other.precision in _SETTLED:
            found.setdefault(fold_name(other.name), other)
    return [o for name, o in found.items() if name != fold_name(place.name)]


def _near(a: Place, b: Place) -> bool:
    km = distance_between(a, b)
    return km is None or km - reach_km(a) - reach_km(b) <= _ASTRAY_KM
