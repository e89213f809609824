"""The shipped gazetteer: a read-only SQLite file behind the port `model.gazetteer.Gazetteer`."""

import math
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from truceline.model.gazetteer import NO_ZONES, NOBODY, OWN_IDS, Bearers, Candidate, Zones
from truceline.text.fold import fold_arabic, fold_name, without_article

_COLUMNS = """
SELECT p.id, p.name, p.lat, p.lon, f.code, p.country, a1.name, a2.name, p.population, p.radius, s.name, {kind}
FROM {table} n JOIN place p ON p.id = n.place JOIN feature f ON f.id = p.feature JOIN source s ON s.id = p.source
LEFT JOIN area a1 ON a1.id = p.admin1 LEFT JOIN area a2 ON a2.id = p.admin2
WHERE n.key = ? ORDER BY p.population DESC, p.id
"""
_BY_NAME = _COLUMNS.format(table="name", kind="n.kind")
_BY_LOOSE = _COLUMNS.format(table="loose", kind="4")
_NEAR = """
SELECT p.id, p.name, p.lat, p.lon, f.code, p.country, a1.name, a2.name, p.population, p.radius, s.name, 0
FROM place p JOIN feature f ON f.id = p.feature JOIN source s ON s.id = p.source
LEFT JOIN area a1 ON a1.id = p.admin1 LEFT JOIN area a2 ON a2.id = p.admin2
WHERE p.lat BETWEEN ? AND ? AND p.lon BETWEEN ? AND ? AND f.code LIKE 'PPL%'
"""
_COUNTRIES = """
SELECT p.country, p.name FROM place p JOIN feature f ON f.id = p.feature WHERE f.code = 'PCLI' ORDER BY p.id
"""
_AREAS = frozenset({"ADM1", "ADM2", "ADM3"})
_LONG_NAME = 8
_KEPT = 50_000
"""Names whose candidates are kept in memory: some 30 MB at most."""


class SqliteGazetteer:
    """Names looked up in the compiled gazetteer; opened read-only, once a process (a fork opens its own)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._process = -1
        self._db: sqlite3.Connection | None = None
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._known: dict[str, bool] = {}
        self._borne: dict[str, Bearers] = {}

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """All entries known under a name, most populous first; a looser Arabic key is tried where there is none."""
        key = fold_name(name)
        if key not in self._found:
            if len(self._found) > _KEPT:
                self._found.clear()
            tries = (key, without_article(key), _without_h(key))
            found = next((rows for k in tries if (rows := self._rows(_BY_NAME, k))), ())
            if not found or all(c.feature in _AREAS for c in found):
                loose = self._rows(_BY_LOOSE, fold_arabic(name))
                found = (*found, *_seats(found, loose)) if found else loose
            self._found[key] = found
        return self._found[key]

    def knows(self, name: str) -> bool:
        """Whether any entry has this name."""
        key = fold_name(name)
        if key not in self._known:
            if len(self._known) > _KEPT * 8:
                self._known.clear()
            query = "SELECT 1 FROM name WHERE key IN (?, ?, ?) LIMIT 1"
            tries = (key, without_article(key) or key, _without_h(key) or key)
            self._known[key] = self._open().execute(query, tries).fetchone() is not None
        return self._known[key]

    def bearers(self, word: str) -> Bearers:
        """Whether a single word is also a plain word, a given name, a surname."""
        key = word.casefold()
        if key not in self._borne:
            if len(self._borne) > _KEPT:
                self._borne.clear()
            row = self._open().execute("SELECT word, first, last FROM bearer WHERE key = ?", (key,)).fetchone()
            self._borne[key] = Bearers(bool(row[0]), row[1], row[2]) if row else NOBODY
        return self._borne[key]

    def nearest(self, lat: float, lon: float, within_km: float = 50.0) -> Candidate | None:
        """The settlement nearest to a point; None where there is none within the distance."""
        step = within_km / 111.2
        wide = step / max(0.05, math.cos(math.radians(lat)))
        box = [round(v * 1e4) for v in (lat - step, lat + step, lon - wide, lon + wide)]
        rows = self._open().execute(_NEAR, box).fetchall() if self.path.exists() else []
        near = (_candidate(row) for row in rows)
        return min(near, key=lambda c: (_flat_km(lat, lon, c), c.id), default=None)

    def country_names(self) -> Mapping[str, str]:
        """English short names of countries by ISO code."""
        if not self.path.exists():
            return {}
        return dict(self._open().execute(_COUNTRIES).fetchall())

    def zones(self, lat: float, lon: float, radius_km: float) -> Zones:  # noqa: ARG002
        """None: the shipped gazetteer has points only."""
        return NO_ZONES

    def _rows(self, query: str, key: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        return tuple(_candidate(row) for row in self._open().execute(query, (key,)))

    def _open(self) -> sqlite3.Connection:
        if self._db is None or self._process != os.getpid():
            self._db = sqlite3.connect(f"file:{self.path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._process = os.getpid()
        return self._db


def _without_h(key: str) -> str:
    """An Arabic feminine's other spelling: "hodeidah" -> "hodeida"; empty for short names, which are often people's."""
    return key[:-1] if key.endswith("ah") and len(key) >= _LONG_NAME else ""


def _seats(areas: Sequence[Candidate], loose: Sequence[Candidate]) -> Iterator[Candidate]:
    """Settlements in areas of the same name, in another spelling ("Deir Al Balah", "Dayr al Balaḩ")."""
    for place in loose:
        inside = any(a.country == place.country and _flat_km(a.lat, a.lon, place) <= a.radius_km + 5 for a in areas)
        if inside and place.feature.startswith("PPL"):
            yield replace(place, kind=1)


def _flat_km(lat: float, lon: float, place: Candidate) -> float:
    return math.hypot(lat - place.lat, (lon - place.lon) * math.cos(math.radians(lat))) * 111.2


def _candidate(row: tuple[int, str, int, int, str, str, str | None, str | None, int, int, str, int]) -> Candidate:
    place, name, lat, lon, feature, country, admin1, admin2, population, radius, source, kind = row
    return Candidate(
        id=place,
        name=name,
        lat=lat / 1e4,
        lon=lon / 1e4,
        feature=feature,
        country=country,
        admin1=admin1 or "",
        admin2=admin2 or "",
        population=population,
        radius_km=radius / 10,
        source=source,
        kind=kind,
        geonameid=place if place < OWN_IDS else None,
    )
