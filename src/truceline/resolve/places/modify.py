"""Words ("near", "60 km west of", "eastern") before a name widen or move its area, and the place says so."""

import math
import re
from dataclasses import replace

from truceline.model.place import PlaceMention
from truceline.resolve.places.words import PlaceWords

_BEFORE = 60
"""Characters before the name in which the words stand."""
_MOVABLE_KM = 60
"""Areas larger than this are not moved: "northern Syria" stays Syria, and says northern."""


def modified(text: str, mention: PlaceMention, words: PlaceWords) -> PlaceMention:
    """The mention with its area widened or moved by the words before its name."""
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    if mention.lat is None or mention.radius_km is None or mention.role in {"demonym", "actor"}:
        return mention
    if found := words.away.search(before):
        km = float(found["amount"]) * words.units[found["unit"].lower()]
        moved = _moved(mention, words.bearings[found["bearing"].lower()], km)
        return replace(moved, radius_km=round(max(2.0, km * 0.25), 1), modifier=_said(found))
    if found := words.toward.search(before):
        return _toward(mention, found, words)
    if found := words.near.search(before):
        return replace(mention, radius_km=round(mention.radius_km * 1.5 + 1, 1), modifier=_said(found))
    return mention


def _toward(mention: PlaceMention, found: re.Match[str], words: PlaceWords) -> PlaceMention:
    """The half that is meant: "Eastern X" is the half of X to the east; "east of X" lies beyond its edge, some way."""
    radius = mention.radius_km or 1.0
    if radius > _MOVABLE_KM:
        return replace(mention, modifier=_said(found))
    outside = found["outside"] is not None
    moved = _moved(mention, words.bearings[found["bearing"].lower()], radius * (1.0 if outside else 0.4))
    level = "neighbourhood/area" if mention.precision == "city" and not outside else mention.precision
    return replace(
        moved, radius_km=round(radius * (1.0 if outside else 0.7), 1), precision=level, modifier=_said(found)
    )


def _moved(mention: PlaceMention, bearing: float, km: float) -> PlaceMention:
    lat, lon = mention.lat or 0.0, mention.lon or 0.0
    angle = math.radians(bearing)
    north = km * math.cos(angle) / 111.2
    east = km * math.sin(angle) / (111.2 * max(0.05, math.cos(math.radians(lat))))
    return replace(mention, lat=round(lat + north, 5), lon=round(lon + east, 5))


def _said(found: re.Match[str]) -> str:
    return " ".join(found.group().split())
