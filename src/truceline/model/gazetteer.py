"""The gazetteer as the stages see it: a port; the SQLite file behind it is in `store`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

OWN_IDS = 1_000_000_000
"""Ids from here on are Truceline's own; below they are GeoNames ids."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One gazetteer entry a name may mean."""

    id: int
    name: str
    lat: float
    lon: float
    feature: str
    """GeoNames feature code ("PPLA", "ADM1", "PCLI", "RGN", "HLL", "RD", "AIRP"...)."""
    country: str
    admin1: str
    admin2: str
    population: int
    radius_km: float = 0.0
    source: str = "geonames"
    kind: int = 0
    """How it bears the name: 0 its own, 1 an alternate, 2 an abbreviation, 3 bare ("Kanawha" for the county), 4 by loose spelling."""
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who else bears a name: whether it is a plain English word, and how common as given name and surname (0 none, 1 rare to 9)."""

    word: bool = False
    first: int = 0
    last: int = 0


NOBODY = Bearers()


class Gazetteer(Protocol):
    """Where names are looked up. Names are folded with `truceline.text.fold.fold_name` on both sides."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """All entries known under a name, most populous first; empty where there is none."""
        ...

    def knows(self, name: str) -> bool:
        """Whether any entry has this name: cheap, called for every capitalised phrase."""
        ...

    def nearest(self, lat: float, lon: float, within_km: float = 50.0) -> Candidate | None:
        """The settlement nearest to a point; None where there is none within the distance."""
        ...

    def country_names(self) -> Mapping[str, str]:
        """English short names of countries by ISO 3166-1 alpha-2 code."""
        ...

    def bearers(self, word: str) -> Bearers:
        """Whether a single word is also a plain word, a given name, a surname."""
        ...
