"""A place between two others: neither of them, but the stretch that joins them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from truceline.model.place import PlaceMention, Precision
from truceline.text.geo import kilometres

_BEFORE = re.compile(r"\bbetween\s+(?:the\s+)?(?:(?:towns?|cit(?:y|ies)|villages?|camps?)\s+of\s+)?$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:['’]s)?\s+and\s+(?:the\s+)?(?:(?:town|city|village|camp)\s+of\s+)?")
_PARTIES = frozenset({"country", "region", "province/governorate"})
"""Between two of these stand parties, borders or relations more often than a spot."""
_FARTHEST_KM = 200.0
_AREA_KM = 15.0


def between(text: str, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions in order; both ends of a stretch get its middle, and a radius that holds all of it."""
    made = list(mentions)
    for i, (one, two) in enumerate(pairwise(mentions)):
        moved = _stretch(text, one, two)
        if moved is not None:
            made[i : i + 2] = moved
    return made


def _stretch(text: str, one: PlaceMention, two: PlaceMention) -> tuple[PlaceMention, PlaceMention] | None:
    opening = _BEFORE.search(text, max(0, one.start - 40), one.start)
    if opening is None or _JOINT.fullmatch(text[one.end : two.start]) is None:
        return None
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    if {one.precision, two.precision} & _PARTIES or "event" not in {one.role, two.role}:
        return None
    apart = kilometres(one.lat, one.lon, two.lat, two.lon)
    if apart > _FARTHEST_KM:
        return None
    level: Precision = "neighbourhood/area" if apart / 2 <= _AREA_KM else "region"
    said = " ".join(text[opening.start() : two.end].split())
    lat, lon, radius = round((one.lat + two.lat) / 2, 5), round((one.lon + two.lon) / 2, 5), round(apart / 2 + 1, 1)
    ends = (replace(m, lat=lat, lon=lon, radius_km=radius, precision=level, modifier=said) for m in (one, two))
    return next(ends), next(ends)
