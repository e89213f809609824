"""Points and sizes of administrative areas: from outlines where we have them, else from the settlements inside."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from sources import KM_PER_DEGREE, Entry, centroid, load, outline_points

Rings = list[list[tuple[float, float]]]
_LARGE_KM2 = 250_000
"""Countries whose first-order areas are too large for the mean of their towns to stand for the middle."""


def country_points(path: Path) -> dict[str, tuple[float, float, list[str]]]:
    """Latitude, longitude and further names by ISO code, from countries.tsv."""
    out = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            iso, lat, lon, names = [*line.split("\t"), ""][:4]
            out[iso] = (float(lat), float(lon), [n for n in names.split("|") if n])
    return out


def country_entries(
    cache: Path, points: Mapping[str, tuple[float, float, list[str]]], towns: Iterable[Entry]
) -> list[Entry]:
    """One entry a country: its point from the table, else the mean of its towns."""
    inside = defaultdict(list)
    for town in towns:
        inside[town.country].append((town.lat, town.lon))
    out = []
    for iso, row in load(cache / "countries.json").items():
        if iso in points:
            lat, lon, names = points[iso]
        elif inside[iso]:
            (lat, lon), names = np.mean(inside[iso], axis=0), []
        else:
            continue
        entry = Entry(
            id=row["geonameid"],
            name=row["name"],
            lat=float(lat),
            lon=float(lon),
            feature="PCLI",
            country=iso,
            population=int(row["population"]),
            radius_km=round(max(3.0, math.sqrt(row["areakm2"] / math.pi)), 1),
        )
        entry.names = [(row["name"], 0), *((n, 0) for n in names)]
        out.append(entry)
    return out


def spread(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Latitude, longitude and radius of the middle of the towns' bounding box."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    half = max(max(lats) - min(lats), (max(lons) - min(lons)) * math.cos(math.radians(lat))) / 2
    return lat, lon, max(4.0, half * KM_PER_DEGREE)


def voronoi(atlas: Path, cache: Path, towns: list[Entry]) -> dict[str, tuple[float, float, float]]:
    """Middle and radius of first-order areas of large countries: each grid cell belongs to its nearest town's area."""
    outlines = outline_points(atlas, "countries-50m.json", "countries")
    out: dict[str, tuple[float, float, float]] = {}
    for iso, row in load(cache / "countries.json").items():
        rings = outlines.get(f"{row['isonumeric']:03d}", [])
        mine = [t for t in towns if t.country == iso]
        if row["areakm2"] < _LARGE_KM2 or not rings or not mine:
            continue
        out.update(_cells(rings, mine, 0.5 if row["areakm2"] > 3e6 else 0.25))
    return out


def _cells(rings: Rings, towns: list[Entry], step: float) -> dict[str, tuple[float, float, float]]:
    where = np.array([(t.lat, t.lon) for t in towns])
    cells = np.concatenate([_grid(np.array(ring), step) for ring in rings if len(ring) > 3])
    owners: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for start in range(0, len(cells), 512):
        part = cells[start : start + 512]
        shrink = np.cos(np.radians(part[:, :1]))
        d2 = (part[:, :1] - where[:, 0]) ** 2 + ((part[:, 1:] - where[:, 1]) * shrink) ** 2
        for cell, nearest in zip(part, d2.argmin(axis=1), strict=True):
            owners[towns[nearest].admin1].append((float(cell[0]), float(cell[1])))
    return {code: _middle(points, step) for code, points in owners.items() if len(points) > 8}


def _middle(points: list[tuple[float, float]], step: float) -> tuple[float, float, float]:
    at = np.array(points)
    weight = np.cos(np.radians(at[:, 0]))
    lat, lon = (at * weight[:, None]).sum(axis=0) / weight.sum()
    return float(lat), float(lon), math.sqrt(weight.sum() * (step * KM_PER_DEGREE) ** 2 / math.pi)


def _grid(
    ring: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", step: float
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Cells (latitude, longitude) inside a ring of (longitude, latitude), by counting crossings."""
    lon = np.arange(ring[:, 0].min(), ring[:, 0].max() + step, step)
    lat = np.arange(ring[:, 1].min(), ring[:, 1].max() + step, step)
    x, y = (a.ravel() for a in np.meshgrid(lon, lat))
    inside = np.zeros(len(x), dtype=bool)
    for (x0, y0), (x1, y1) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        if y0 == y1:
            continue
        crosses = ((y0 > y) != (y1 > y)) & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
        inside ^= crosses
    return np.stack([y[inside], x[inside]], axis=1)


def us_outlines(
    atlas: Path, admin_names: Mapping[str, str], states: Mapping[str, str]
) -> dict[str, tuple[float, float, float]]:
    """Middle and radius of US states and counties by GeoNames admin code, from Census outlines keyed by FIPS."""
    by_fips = {fips: code for code, fips in states.items()}
    out = {}
    for fips, rings in outline_points(atlas, "states-10m.json", "states").items():
        if fips in by_fips:
            out[f"US.{by_fips[fips]}"] = centroid(rings)
    for fips, rings in outline_points(atlas, "counties-10m.json", "counties").items():
        code = f"US.{by_fips.get(fips[:2], '??')}.{fips[2:]}"
        if code in admin_names:
            out[code] = centroid(rings)
    return out
