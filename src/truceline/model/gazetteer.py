"""The gazetteer as the stages see it: a port; the SQLite file behind it is in `store`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

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
    """How it bears the name: 0 its own, 1 alternate, 2 abbreviation, 3 bare ("Kanawha" for the county), 4 loosely."""
    geonameid: int | None = None
    geometry: dict[str, Any] | None = field(default=None, compare=False)
    """GeoJSON geometry, of a user's own areas and lines."""

    @property
    def chosen(self) -> bool:
        """Whether a person chose to have it: the curated layer and a user's own gazetteer, not a public dump."""
        return self.source.startswith(("curated", "own"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """One entry of a user's own gazetteer: a point, or an area or line with its middle, and all its names.

    `feature` is a GeoNames feature code or one of `VILLAGE`, `TOWN`, `CITY`, `AREA`, `ZONE`; `geometry` is GeoJSON.
    """

    names: tuple[str, ...]
    lat: float
    lon: float
    feature: str = "PPL"
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    radius_km: float = 1.0
    geonameid: int | None = None
    geometry: dict[str, Any] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Zones:
    """Own areas about a point: those that hold its whole circle, and those that only part of it reaches."""

    holding: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()


NO_ZONES = Zones()


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who else bears a name: a plain English word; how common as given name and surname (0 none, 1 rare to 9)."""

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

    def zones(self, lat: float, lon: float, radius_km: float) -> Zones:
        """The user's own areas that hold, or are reached by, a circle; kilometres."""
        ...
