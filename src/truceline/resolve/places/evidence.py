"""What speaks for each candidate: size, kind, and how it fits the rest of the document."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from truceline.model.gazetteer import Candidate
from truceline.model.place import PlaceMention

FEATURES = (
    "size",
    "country",
    "admin1",
    "admin2",
    "capital",
    "curated",
    "local",
    "alternate",
    "bare",
    "loose",
    "short",
    "small",
    "in_named_country",
    "in_named_admin1",
    "in_named_admin2",
    "contains_named",
    "theatre",
    "area",
    "stranger",
    "near",
    "near_wide",
)
"""Names of the numbers `measure` gives, in its order."""


@dataclass(slots=True, kw_only=True)
class Slot:
    """One mention with its candidates; `container` is the slot named right after its comma, or before in brackets."""

    mention: PlaceMention
    candidates: tuple[Candidate, ...]
    how: str = "itself"
    """How the candidates were found (`lookup.How`)."""
    container: "Slot | None" = None
    contained: "Slot | None" = None
    weights: list[float] = field(default_factory=list)
    """Current probability of each candidate."""
    measures: list[tuple[float, ...]] = field(default_factory=list)
    """The numbers of FEATURES for each candidate, as last taken."""


@dataclass(frozen=True, slots=True)
class Theatre:
    """Where the document's other names lie: shares of belief by country and by first-order area, and likely points."""

    countries: Mapping[str, float]
    areas: Mapping[tuple[str, str], float]
    points: Sequence[tuple[str, float, float, float]]
    """(folded name, latitude, longitude, belief) of the likeliest candidate of each name smaller than a country."""
    own: Mapping[str, "Theatre"] = field(default_factory=dict)
    """What each name itself put in, by folded name: it is no evidence for itself."""

    def country(self, code: str, name: str) -> float:
        """Share of the other names' belief in the country."""
        own = self.own.get(name)
        return (self.countries.get(code, 0.0) - (own.countries.get(code, 0.0) if own else 0.0)) / max(
            1, len(self.own) - 1
        )

    def area(self, place: Candidate, name: str) -> float:
        """Share of the other names' belief in the candidate's first-order area."""
        if not place.admin1 or place.feature == "PCLI":
            return 0.0
        key, own = (place.country, place.admin1), self.own.get(name)
        return (self.areas.get(key, 0.0) - (own.areas.get(key, 0.0) if own else 0.0)) / max(1, len(self.own) - 1)


def measure(slot: Slot, place: Candidate, name: str, theatre: Theatre) -> tuple[float, ...]:
    """The numbers of FEATURES for one candidate."""
    near, near_wide = _closeness(place, name, theatre.points)
    is_country, is_admin1 = place.feature == "PCLI", place.feature == "ADM1"
    return (
        math.log10(place.population + 1) / 6,
        float(is_country),
        float(is_admin1),
        float(place.feature in {"ADM2", "ADM3"}),
        float(place.feature == "PPLC"),
        float(place.chosen and place.radius_km >= 20),
        float(place.chosen and place.radius_km < 20),
        float(place.kind == 1),
        float(place.kind == 3),
        float(place.kind == 4),
        float(place.kind == 2),
        float(place.population < 1000 and place.feature == "PPL"),
        _inside(slot.container, place, "PCLI"),
        _inside(slot.container, place, "ADM1"),
        _inside(slot.container, place, "ADM2"),
        _holds(place, slot.contained),
        theatre.country(place.country, name),
        theatre.area(place, name),
        float(len(theatre.own) > 2 and place.population < 100_000 and theatre.country(place.country, name) < 0.02),
        near,
        near_wide,
    )


def _inside(container: Slot | None, place: Candidate, level: str) -> float:
    """Belief that the name after the comma is the country, or first-order area, the candidate lies in."""
    if container is None:
        return 0.0
    pairs = zip(container.candidates, container.weights, strict=True)
    return sum(w for c, w in pairs if c.feature == level and c.id != place.id and lies_in(place, c))


def _holds(place: Candidate, contained: Slot | None) -> float:
    if contained is None:
        return 0.0
    return float(any(c.id != place.id and lies_in(c, place) for c in contained.candidates))


def lies_in(inner: Candidate, outer: Candidate) -> bool:
    """Whether one place lies in an area, by the gazetteer's admin names."""
    if outer.country != inner.country:
        return False
    if outer.feature == "PCLI":
        return True
    if outer.feature == "ADM1":
        return inner.admin1 == outer.admin1 or _close(inner, outer)
    return outer.feature in {"ADM2", "ADM3"} and (inner.admin2 == outer.admin2 or _close(inner, outer))


def _close(inner: Candidate, outer: Candidate) -> bool:
    return not outer.admin1 and kilometres(inner.lat, inner.lon, outer.lat, outer.lon) <= outer.radius_km


def _closeness(place: Candidate, name: str, points: Sequence[tuple[str, float, float, float]]) -> tuple[float, float]:
    if place.feature in {"PCLI", "CONT"}:
        return 0.0, 0.0
    near = wide = 0.0
    for other, lat, lon, belief in points:
        if other == name:
            continue
        if abs(lat - place.lat) > 7:
            continue
        km = kilometres(lat, lon, place.lat, place.lon)
        near = max(near, belief * math.exp(-km / 60))
        wide += belief * math.exp(-km / 250)
    return near, min(1.0, wide / 3)


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Distance on a sphere of 6371 km, by the haversine."""
    a, b = math.radians(lat), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
