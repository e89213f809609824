"""Whether two mentions may be of one happening: by what they say of time, place, doer and target."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model.place import Place, PlaceMention
from truceline.model.when import TimeMention
from truceline.recount.anchors import grain


@dataclass(slots=True)
class Profile:
    """What is said of a happening so far."""

    actors: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    times: list[TimeMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)

    def learn(self, other: "Profile") -> None:
        """Take in what a further mention says."""
        self.actors |= other.actors
        self.targets |= other.targets
        self.times += other.times
        self.places += other.places


def agreement(a: Profile, b: Profile, *, battle: bool = False) -> float:
    """How well two profiles go together; below zero they contradict. In a `battle` both sides act and suffer."""
    if battle:
        score = max(0.0, _sets(a.actors | a.targets, b.actors | b.targets))
    else:
        score = _sets(a.actors, b.actors) + _sets(a.targets, b.targets)
    if a.times and b.times:
        score += _days_agree(a.times, b.times)
    if a.places and b.places:
        score += 1 if any(not far(x, y) for x in a.places for y in b.places) else -1
    return score


def _days_agree(one: Sequence[TimeMention], two: Sequence[TimeMention]) -> float:
    """How well times go together; those told to the day weigh more."""
    fine = all(any(grain(t) == 0 for t in times) for times in (one, two))
    if all(apart(x, y) for x in one for y in two):
        return -6 if fine else -4
    return 2 if fine else 0


def _sets(a: set[str], b: set[str]) -> float:
    if not a or not b:
        return 0
    return 2 if a & b else -2.5


def apart(a: TimeMention, b: TimeMention) -> bool:
    """Whether two intervals share no day."""
    return (a.latest or a.earliest or "")[:10] < (b.earliest or "")[:10] or (b.latest or b.earliest or "")[:10] < (
        a.earliest or ""
    )[:10]


def far(a: Place, b: Place) -> bool:
    """Whether two places lie further apart than their extents and 40 km allow; unknown positions are never far."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None or a.name == b.name:
        return False
    dx = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    km = 111.2 * math.hypot(a.lat - b.lat, dx)
    return km > (a.radius_km or 5) + (b.radius_km or 5) + 40
