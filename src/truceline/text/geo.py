"""Distances between places, and whether two places may be one."""

from math import asin, cos, radians, sin, sqrt

from truceline.model.place import Place
from truceline.text.fold import fold_arabic, fold_name

EARTH_KM = 6371.0088
_WIDE = {"country", "region"}


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine)."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def distance_between(a: Place, b: Place) -> float | None:
    """Kilometres between the points; None where one is open."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def area_names(place: Place) -> frozenset[str]:
    """Folded names of what contains the place, its own name not among them."""
    names = (place.admin2, place.admin1, *place.within)
    return frozenset(fold_name(n) for n in names if n) - {fold_name(place.name)}


SETTLEMENTS = frozenset({"village", "town", "city"})
"""Precisions of a place where people live together."""


def is_wide(place: Place) -> bool:
    """A country or region says little about where."""
    return place.precision in _WIDE


def is_inside(inner: Place, outer: Place) -> bool:
    """Whether `outer` is named among what contains `inner`."""
    if fold_name(outer.name) in area_names(inner):
        return outer.country is None or inner.country is None or outer.country == inner.country
    return outer.precision == "country" and outer.country is not None and outer.country == inner.country


def same_name(a: Place, b: Place) -> bool:
    """Whether two places share id or name, spelling of Arabic names aside."""
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return True
    return fold_name(a.name) == fold_name(b.name) or fold_arabic(a.name) == fold_arabic(b.name)


def reach_km(place: Place) -> float:
    """How far from its point the place may truly lie."""
    return place.radius_km if place.radius_km is not None else 5.0
