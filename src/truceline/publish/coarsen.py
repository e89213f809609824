"""Positions made as coarse as a policy wants them, and printed coordinates taken out of words."""

import math
import re
from dataclasses import replace

from truceline.model.place import Place, Precision
from truceline.text.coordinates import printed_coordinates

_KM_A_DEGREE = 111.32
_FINE: dict[Precision, float] = {
    "exact location": 0.1,
    "street": 0.5,
    "nearby landmark": 1.0,
    "neighbourhood/area": 2.0,
    "village": 3.0,
    "town": 5.0,
}
"""Kilometres a place of this level spans: one coarsened beyond its span may not keep its name."""
_POINTS: frozenset[Precision] = frozenset({"exact location", "street", "nearby landmark"})
"""Places that are one spot, however wide a gazetteer draws them: their point never leaves as it stands."""
_PRINTED = re.compile(
    r"[-+]?\d{1,2}[.,]\d{2,}\s*°?\s*[NSns]?[,;/\s]+[-+]?\d{1,3}[.,]\d{2,}\s*°?\s*[EWew]?\b"
    r"|\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*['′’](?:\s*\d{1,2}(?:[.,]\d+)?\s*[\"″”])?\s*[NSEWnsew]?"
    r"(?:[,;\s]+\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*['′’](?:\s*\d{1,2}(?:[.,]\d+)?\s*[\"″”])?\s*[NSEWnsew]?)?"
    r"|\b\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{10}|\d{8}|\d{6}|\d{4}|\d{5}\s\d{5}|\d{4}\s\d{4}|\d{3}\s\d{3})\b"
)
"""Decimal degrees, degrees and minutes, and MGRS."""
MASK = "[position withheld]"


def coarsen(place: Place, km: float) -> Place:
    """The place snapped to the middle of a grid cell of `km`, its radius wide enough to hold what it held before.

    Ids and shapes that would give the point back are dropped, and so is a name finer than the cell.
    """
    if place.lat is None or place.lon is None:
        return _nameless(place, km)
    if km <= (place.radius_km or 0.0) and place.precision not in _POINTS:
        return place  # already an area: its middle is nobody's position
    lat = _middle(place.lat, km / _KM_A_DEGREE)
    width = km / (_KM_A_DEGREE * max(0.05, math.cos(math.radians(lat))))
    lon = _middle(place.lon, width)
    radius = (place.radius_km or 0.0) + km * math.sqrt(0.5)
    moved = replace(place, lat=round(lat, 4), lon=round(lon, 4), radius_km=round(radius, 1), geometry=None, reaches=())
    return _nameless(moved, km)


def _middle(degrees: float, step: float) -> float:
    return (math.floor(degrees / step) + 0.5) * step


def _nameless(place: Place, km: float) -> Place:
    span = _FINE.get(place.precision) if place.precision else None
    if span is None or km <= span:
        return place
    wider = next((name for name in place.within if name != place.name), place.admin2 or place.admin1 or "")
    return replace(place, name=wider, precision=None, geonameid=None, within=place.within[1:])


def withheld(place: Place) -> Place:
    """Only the country and province of a place."""
    return Place(name=place.admin1 or place.country or "", country=place.country, admin1=place.admin1)


def mask_coordinates(text: str) -> str:
    """The text without coordinates printed in it, in any form the place reader knows, and in looser ones."""
    spans = [(p.start, p.end) for p in printed_coordinates(text)]
    for start, end in sorted(spans, reverse=True):
        if MASK not in text[start:end]:
            text = text[:start] + MASK + text[end:]
    return _PRINTED.sub(MASK, text)
