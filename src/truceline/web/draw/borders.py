"""Country borders clipped to what a map shows, as SVG paths."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from truceline.web.draw.projection import Area, Projection

Ring = tuple[tuple[float, float], ...]
MARGIN = 0.02
"""Part of the map's span that clipped land reaches beyond its edge, so that no cut shows as a border."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's rings, each with its bounds, as the borders file draws them."""

    name: str
    rings: tuple[tuple[Area, Ring], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country as drawn: its path, and where its name goes (None where too little of it shows)."""

    name: str
    path: str
    label: tuple[float, float] | None


@cache
def load_borders(file: Path) -> tuple[Country, ...]:
    """All countries of a GeoJSON feature collection of MultiPolygons with a "name"; loaded once a process."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return tuple(
        Country(
            name=str(feature["properties"]["name"]),
            rings=tuple(
                (_bounds(ring), ring)
                for polygon in feature["geometry"]["coordinates"]
                for ring in (tuple((x, y) for x, y in points) for points in polygon)
            ),
        )
        for feature in data["features"]
    )


def _bounds(ring: Ring) -> Area:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return (min(xs), min(ys), max(xs), max(ys))


def draw_borders(countries: tuple[Country, ...], projection: Projection) -> tuple[Land, ...]:
    """Every country that shows, clipped to the map and a little beyond."""
    west, south, east, north = projection.area
    dx, dy = (east - west) * MARGIN, (north - south) * MARGIN
    window = (west - dx, south - dy, east + dx, north + dy)
    drawn = []
    for country in countries:
        shown = [clip(ring, window) for bounds, ring in country.rings if _meet(bounds, window)]
        shown = [ring for ring in shown if len(ring) > 2]
        if shown:
            path = "".join(_path(ring, projection) for ring in shown)
            drawn.append(Land(name=country.name, path=path, label=_label(shown, projection)))
    return tuple(drawn)


def _meet(a: Area, b: Area) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def clip(ring: Ring, window: Area) -> Ring:
    """A ring cut to a rectangle, edge by edge (Sutherland and Hodgman 1974)."""
    for axis, bound, keeps_above in (
        (0, window[0], True),
        (0, window[2], False),
        (1, window[1], True),
        (1, window[3], False),
    ):
        ring = _cut(ring, axis, bound, keeps_above)
        if not ring:
            break
    return ring


def _cut(ring: Ring, axis: int, bound: float, keeps_above: bool) -> Ring:
    kept: list[tuple[float, float]] = []
    for i, here in enumerate(ring):
        before = ring[i - 1]
        inside, was_inside = (here[axis] >= bound) == keeps_above, (before[axis] >= bound) == keeps_above
        if inside != was_inside:
            part = (bound - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return tuple(kept)


def _path(ring: Ring, projection: Projection) -> str:
    points: list[str] = []
    for lon, lat in ring:
        point = f"{projection.x(lon):.0f} {projection.y(lat):.0f}"
        if not points or points[-1] != point:
            points.append(point)
    return f"M{'L'.join(points)}Z" if len(points) > 2 else ""


def _label(rings: list[Ring], projection: Projection) -> tuple[float, float] | None:
    best, area = rings[0], 0.0
    for ring in rings:
        size = abs(_signed_area(ring))
        if size > area:
            best, area = ring, size
    if area * projection.scale**2 * projection.squeeze < 9000:
        return None
    x, y = _centroid(best)
    west, south, east, north = projection.area
    if not (west < x < east and south < y < north):
        return None
    return projection.x(x), projection.y(y)


def _signed_area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def _centroid(ring: Ring) -> tuple[float, float]:
    area = _signed_area(ring)
    x = y = 0.0
    for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * area), y / (6 * area)
