"""A name that no gazetteer has, near a known one: it lies where the words between them say, and is not that one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from truceline.model.place import PlaceMention
from truceline.text.settlements import beside

_WIDE = frozenset({"country", "region", "province/governorate"})
_LEAST_KM = 5.0
"""How far "near" reaches at least."""
_BELIEF = 0.6
"""Share of belief left to where another place is."""


def beside_others(text: str, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions in order; an unknown one takes the point that the words about the next one came to."""
    made = list(mentions)
    for i, (one, two) in enumerate(pairwise(mentions)):
        if one.role == "event" and one.geonameid is None and not one.candidates and beside(text, one.end) == two.start:
            made[i] = _near(one, two)
    return made


def _near(one: PlaceMention, two: PlaceMention) -> PlaceMention:
    if two.lat is None or two.precision in _WIDE:
        return one
    return replace(
        one,
        lat=two.lat,
        lon=two.lon,
        radius_km=max(two.radius_km or 0.0, _LEAST_KM),
        precision="village",
        country=two.country,
        admin1=two.admin1,
        admin2=two.admin2,
        within=two.within,
        confidence=round(_BELIEF * (two.confidence or 0.5), 3),
    )
