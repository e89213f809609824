"""The days and places that set a deed, and whether two such settings can be of one."""

from dataclasses import dataclass

from truceline.model.place import PlaceMention
from truceline.model.when import TimeMention
from truceline.recount.anchors import grain
from truceline.recount.profile import apart
from truceline.text.geo import distance_between, is_inside

_NEAR_KM = 15.0
"""Kilometres within which two names may be one place's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Days and places told of a deed; `names` are those of the towns, `streets` those of places in one, folded."""

    days: tuple[TimeMention, ...] = ()
    names: frozenset[str] = frozenset()
    places: tuple[PlaceMention, ...] = ()
    streets: frozenset[str] = frozenset()

    @property
    def placed(self) -> bool:
        """Whether it names a town or a place in one."""
        return bool(self.names or self.streets)

    def __bool__(self) -> bool:
        return bool(self.days or self.names or self.streets)

    def joined(self, other: "Setting") -> "Setting":
        """Both together, each day and place once."""
        days, places = dict.fromkeys((*self.days, *other.days)), dict.fromkeys((*self.places, *other.places))
        return Setting(tuple(days), self.names | other.names, tuple(places), self.streets | other.streets)


def contradicts(a: Setting, b: Setting) -> bool:
    """Whether two settings can be of no one deed: all their days apart, or their places others."""
    return (bool(a.days and b.days) and all(apart(x, y) for x in a.days for y in b.days)) or _elsewhere(a, b)


def shared(a: Setting, b: Setting) -> bool:
    """Whether two settings share a place, a time where the second names no town, or a day where the first has none."""
    if a.names & b.names or a.streets & b.streets:
        return True
    common = [(x, y) for x in a.days for y in b.days if not apart(x, y)]
    if common and not b.names:
        return True
    return not a.names and any(grain(x) == grain(y) == 0 for x, y in common)


def _elsewhere(a: Setting, b: Setting) -> bool:
    """Whether both name places, under no common name, none of which may be one of the other's.

    A street may lie in any town, unless both have a point.
    """
    if not a.placed or not b.placed or a.names & b.names or a.streets & b.streets:
        return False
    located = bool(a.places and b.places)
    comparable = located or bool(a.names and b.names) or not (a.names or b.names)
    return comparable and not any(_may_be_one(x, y) for x in a.places for y in b.places)


def _may_be_one(a: PlaceMention, b: PlaceMention) -> bool:
    km = distance_between(a, b)
    return is_inside(a, b) or is_inside(b, a) or (km is not None and km <= _NEAR_KM)
