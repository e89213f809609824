"""Which candidate each name means: size and kind first, then the document's own theatre, a few rounds over."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from truceline.model.gazetteer import Candidate
from truceline.resolve.places.evidence import FEATURES, Slot, Theatre, measure
from truceline.text.fold import fold_name

_ROUNDS = 3
_MOST = 60
"""Candidates of one name that are weighed; the rest are villages no report means without saying where."""

_WIDE_KM = 400
"""Radius over which an area says nothing of what is near."""
_FAINT = 0.2
"""Belief under which a point is no evidence."""

DEFAULT_WEIGHTS: Mapping[str, float] = {
    "size": 5.0,
    "country": 3.0,
    "admin1": 2.0,
    "admin2": 0.0,
    "capital": 1.0,
    "curated": 2.0,
    "local": 2.0,
    "alternate": -1.0,
    "bare": -3.0,
    "loose": -2.0,
    "short": 0.0,
    "small": -1.0,
    "in_named_country": 4.0,
    "in_named_admin1": 6.0,
    "in_named_admin2": 2.0,
    "contains_named": 2.0,
    "theatre": 2.0,
    "area": 3.0,
    "stranger": -2.0,
    "near": 3.0,
    "near_wide": 2.0,
}


def rank(slots: Sequence[Slot], weights: Mapping[str, float]) -> None:
    """Fill each slot's `weights` with probabilities: all names inform each other, round by round."""
    vector = tuple(weights[f] for f in FEATURES)
    names = [fold_name(s.mention.name) for s in slots]
    theatre = Theatre({}, {}, ())
    for slot in slots:
        slot.weights = [1 / len(slot.candidates) for _ in slot.candidates]
    for _ in range(_ROUNDS):
        for slot, name in zip(slots, names, strict=True):
            slot.measures = [measure(slot, c, name, theatre) for c in slot.candidates]
            slot.weights = softmax([_dot(vector, m) for m in slot.measures])
        theatre = theatre_of(slots, names)


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities in proportion to exp(score)."""
    if not scores:
        return []
    top = max(scores)
    raw = [math.exp(s - top) for s in scores]
    total = sum(raw)
    return [r / total for r in raw]


def _dot(vector: Sequence[float], numbers: Sequence[float]) -> float:
    return sum(w * x for w, x in zip(vector, numbers, strict=True))


def theatre_of(slots: Sequence[Slot], names: Sequence[str]) -> Theatre:
    """Belief by country and area over distinct names, what each name put in, and the likely points."""
    countries: dict[str, float] = defaultdict(float)
    areas: dict[tuple[str, str], float] = defaultdict(float)
    points: dict[str, tuple[str, float, float, float]] = {}
    own: dict[str, Theatre] = {}
    for slot, name in zip(slots, names, strict=True):
        if not slot.candidates or name in own:
            continue
        own[name] = _belief(slot)
        for country, belief in own[name].countries.items():
            countries[country] += belief
        for area, belief in own[name].areas.items():
            areas[area] += belief
        best = max(range(len(slot.candidates)), key=lambda i: slot.weights[i])
        place = slot.candidates[best]
        if place.feature not in {"PCLI", "CONT"} and place.radius_km < _WIDE_KM and slot.weights[best] > _FAINT:
            points[name] = (name, place.lat, place.lon, slot.weights[best])
    return Theatre(countries, areas, tuple(points.values()), own)


def _belief(slot: Slot) -> Theatre:
    countries: dict[str, float] = defaultdict(float)
    areas: dict[tuple[str, str], float] = defaultdict(float)
    for place, belief in zip(slot.candidates, slot.weights, strict=True):
        countries[place.country] += belief
        if place.admin1:
            areas[place.country, place.admin1] += belief
    return Theatre(countries, areas, ())


def most_likely(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates worth weighing."""
    return tuple(candidates[:_MOST])
