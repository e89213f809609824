"""A user's own places in front of the shipped gazetteer, behind the same port."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model.gazetteer import NO_ZONES, Bearers, Candidate, Gazetteer, OwnPlace, Zones
from truceline.text.fold import fold_arabic, fold_name, without_article
from truceline.text.geo import kilometres
from truceline.text.shapes import border_km, is_inside

_FIRST_ID = 3_000_000_000
_LOOSE = 4
_CITY, _SAME_KM = 100_000, 50.0
"""Population of a city, whose name may be meant anyway; kilometres within which two points are of one place."""
_SETTLED = ("PPL", "VILLAGE", "TOWN", "CITY")


@dataclass(frozen=True, slots=True, eq=False)
class OwnLayer:
    """The places of one imported file; `source` is "geonames" for a dump, else "own: FILE". Compared by identity."""

    source: str
    places: tuple[OwnPlace, ...]


class LayeredGazetteer:
    """Own places come first under their names; whatever they do not know is asked of the gazetteer behind them."""

    def __init__(self, layers: Sequence[OwnLayer], behind: Gazetteer) -> None:
        self._behind = behind
        self._by_name: dict[str, list[Candidate]] = defaultdict(list)
        self._by_loose: dict[str, list[Candidate]] = defaultdict(list)
        self._settled: list[Candidate] = []
        self._areas: list[Candidate] = []
        numbered = ((layer, place) for layer in layers for place in layer.places)
        for number, (layer, place) in enumerate(numbered, _FIRST_ID):
            self._take(number, layer, place)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Own entries under a name, then the others; loosely spelt ones only where no entry has the name itself."""
        key = fold_name(name)
        own = _ordered(self._by_name.get(key) or self._by_name.get(without_article(key)) or ())
        others = self._behind.candidates(name)
        exact = tuple(c for c in others if c.kind != _LOOSE)
        if own:
            return _merged(own, exact)
        return others if exact else _merged(_ordered(self._by_loose.get(fold_arabic(name), ())), others)

    def knows(self, name: str) -> bool:
        """Whether any entry has this name."""
        key = fold_name(name)
        return key in self._by_name or without_article(key) in self._by_name or self._behind.knows(name)

    def nearest(self, lat: float, lon: float, within_km: float = 50.0) -> Candidate | None:
        """The settlement nearest to a point, own or not; None where there is none within the distance."""
        other = self._behind.nearest(lat, lon, within_km)
        step = within_km / 111.2
        own = [c for c in self._settled if abs(c.lat - lat) <= step and _away(lat, lon, c) <= within_km]
        return min([*own, *([other] if other else [])], key=lambda c: (_away(lat, lon, c), c.id), default=None)

    def country_names(self) -> Mapping[str, str]:
        """English short names of countries by ISO code."""
        return self._behind.country_names()

    def bearers(self, word: str) -> Bearers:
        """Whether a single word is also a plain word, a given name, a surname."""
        return self._behind.bearers(word)

    def zones(self, lat: float, lon: float, radius_km: float) -> Zones:
        """Own areas that hold the whole circle, and those it only reaches into."""
        near = [c for c in self._areas if _away(lat, lon, c) <= c.radius_km + radius_km]
        holding, reached = [], []
        for area in near:
            shape = area.geometry or {}
            inside, edge = is_inside(lon, lat, shape), border_km(lon, lat, shape)
            if inside and edge >= radius_km:
                holding.append(area.name)
            elif inside or edge < radius_km:
                reached.append(area.name)
        return Zones(tuple(dict.fromkeys(holding)), tuple(dict.fromkeys(reached))) if near else NO_ZONES

    def _take(self, number: int, layer: OwnLayer, place: OwnPlace) -> None:
        for kind, name in enumerate(place.names):
            candidate = _candidate(number, layer.source, place, min(kind, 1))
            if kind == 0:
                self._settled += [candidate] if place.feature.startswith(_SETTLED) else []
                self._areas += [candidate] if "Polygon" in (place.geometry or {}).get("type", "") else []
            for table, key in ((self._by_name, fold_name(name)), (self._by_loose, fold_arabic(name))):
                if key and all(c.id != candidate.id for c in table[key]):
                    table[key].append(candidate)


def _candidate(number: int, source: str, place: OwnPlace, kind: int) -> Candidate:
    return Candidate(
        id=place.geonameid or number,
        name=place.names[0],
        lat=place.lat,
        lon=place.lon,
        feature=place.feature,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        population=place.population,
        radius_km=place.radius_km,
        source=source,
        kind=kind,
        geonameid=place.geonameid,
        geometry=place.geometry,
    )


def _ordered(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(found, key=lambda c: (-c.population, c.id)))


def _merged(own: Sequence[Candidate], others: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """One entry an id: of a GeoNames row in both, the shipped one, which knows its areas; else the user's own.

    A shipped town gives way to one that the user put under its very name, unless it is a city elsewhere.
    """
    shipped = {c.id for c in others}
    kept = [c for c in own if c.source != "geonames" or c.id not in shipped]
    ids, put = {c.id for c in kept}, [c for c in kept if c.chosen and c.kind == 0]
    return (*kept, *(c for c in others if c.id not in ids and not _gives_way(c, put)))


def _gives_way(shipped: Candidate, put: Sequence[Candidate]) -> bool:
    """Whether a shipped settlement is no city, or lies where the user has the place of its name."""
    if not put or not shipped.feature.startswith("PPL"):
        return False
    return shipped.population < _CITY or any(_away(shipped.lat, shipped.lon, c) <= _SAME_KM for c in put)


def _away(lat: float, lon: float, place: Candidate) -> float:
    """Kilometres; a quick flat guess first, since most places are far."""
    flat = math.hypot(lat - place.lat, (lon - place.lon) * math.cos(math.radians(lat))) * 111.2
    return flat if flat > 1000 else kilometres(lat, lon, place.lat, place.lon)
