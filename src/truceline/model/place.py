"""Places: a point with a radius and an honest level of precision."""

from dataclasses import dataclass
from typing import Any, Literal

Precision = Literal[
    "exact location",
    "street",
    "nearby landmark",
    "neighbourhood/area",
    "village",
    "town",
    "city",
    "subdistrict",
    "district",
    "province/governorate",
    "region",
    "country",
]
"""Airwars' levels, fine to coarse, with region and country added (VOCABULARIES.md 3.1)."""

PlaceRole = Literal["event", "actor", "demonym", "embedded", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A resolved place; `radius_km` bounds where the point may lie, `within` names what contains it, small to large.

    `country` is ISO 3166-1 alpha-2; `confidence` in [0, 1]; a place left open has a name and no coordinates.
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: Precision | None = None
    geonameid: int | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    within: tuple[str, ...] = ()
    confidence: float | None = None
    geometry: dict[str, Any] | None = None
    reaches: tuple[str, ...] = ()
    """Areas of the user's own gazetteer that the radius reaches into; those that hold it whole stand in `within`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One candidate as it was weighed: `score` its probability among all; `reasons` what spoke for it, most first."""

    name: str
    within: tuple[str, ...]
    """Names of its areas and country, small to large."""
    feature: str
    population: int
    lat: float
    lon: float
    score: float
    reasons: tuple[str, ...] = ()
    geonameid: int | None = None
    source: str = "geonames"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Place):
    """A place name in the text; only role `event` can be where something happened."""

    start: int
    end: int
    role: PlaceRole = "other"
    candidates: tuple[str, ...] = ()
    """What was weighed, best first, as "name, admin1, country (reason)"; shown to the analyst."""
    weighed: tuple[Weighed, ...] = ()
    """The same candidates as data, those of some weight, best first."""
    modifier: str | None = None
    """Words that widen or move the area: "near", "south of", "between"."""
