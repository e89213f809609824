"""GeoJSON geometries on the flat: middle, vertices, whether a point lies inside, how far the border is."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

Position = tuple[float, float]
"""Longitude and latitude in degrees, in GeoJSON's order."""
_KM_A_DEGREE = 111.2


def vertices_of(geometry: Mapping[str, Any]) -> tuple[Position, ...]:
    """All positions of a geometry, in order."""
    return tuple(_positions(geometry["coordinates"]))


def middle_of(geometry: Mapping[str, Any]) -> Position:
    """The centroid of an area's largest ring, a line's middle vertex, or the point itself."""
    if geometry["type"] in {"Polygon", "MultiPolygon"}:
        return _centroid(max((rings[0] for rings in _polygons(geometry)), key=lambda ring: abs(_area(ring))))
    positions = vertices_of(geometry)
    return positions[len(positions) // 2]


def is_inside(lon: float, lat: float, geometry: Mapping[str, Any]) -> bool:
    """Whether a point lies in a polygon and in none of its holes, by counting crossings; False for points and lines."""
    return any(
        _in_ring(lon, lat, rings[0]) and not any(_in_ring(lon, lat, hole) for hole in rings[1:])
        for rings in _polygons(geometry)
    )


def border_km(lon: float, lat: float, geometry: Mapping[str, Any]) -> float:
    """Kilometres from a point to the nearest border of a polygon, on the flat about the point."""
    rings = (ring for rings in _polygons(geometry) for ring in rings)
    return min((_to_segment(lon, lat, a, b) for ring in rings for a, b in pairwise(ring)), default=math.inf)


def _polygons(geometry: Mapping[str, Any]) -> tuple[tuple[tuple[Position, ...], ...], ...]:
    kind, given = geometry["type"], geometry["coordinates"]
    polygons = [given] if kind == "Polygon" else given if kind == "MultiPolygon" else []
    return tuple(tuple(tuple(_positions(ring)) for ring in polygon) for polygon in polygons)


def _positions(coordinates: Any) -> Iterator[Position]:
    if isinstance(coordinates[0], int | float):
        yield float(coordinates[0]), float(coordinates[1])
        return
    for inner in coordinates:
        yield from _positions(inner)


def _area(ring: Sequence[Position]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def _centroid(ring: Sequence[Position]) -> Position:
    area = _area(ring)
    if abs(area) < 1e-12:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    lon = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring))
    lat = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring))
    return lon / (6 * area), lat / (6 * area)


def _in_ring(lon: float, lat: float, ring: Sequence[Position]) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _to_segment(lon: float, lat: float, a: Position, b: Position) -> float:
    squeeze = math.cos(math.radians(lat))
    ax, ay = (a[0] - lon) * squeeze, a[1] - lat
    dx, dy = (b[0] - lon) * squeeze - ax, b[1] - lat - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else min(1.0, max(0.0, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + along * dx, ay + along * dy) * _KM_A_DEGREE
