"""Country borders for the pages' map: Natural Earth 1:50m, from the npm package world-atlas, as one small GeoJSON.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python training/borders/build.py package/countries-50m.json src/truceline/data/borders.geojson

Arcs are thinned before they are joined into rings, so that neighbours keep one common border.
"""

import json
import math
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]
TOLERANCE = 0.012
"""Degrees a thinned border may lie off the original: about 1.3 km, under the line's own width on the map."""
NOTE = (
    "Natural Earth 1:50m cultural vectors, admin 0 countries (public domain, naturalearthdata.com), by way of the npm "
    "package world-atlas 2.0.2 (ISC), thinned by training/borders/build.py. Borders as drawn by Natural Earth: they "
    "express no opinion on the status of any territory, and can be swapped for another file of this shape."
)


def decoded_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Arcs as longitude and latitude, from TopoJSON's quantised deltas."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def thinned(points: list[Point], tolerance: float) -> list[Point]:
    """The points that matter (Douglas and Peucker 1973); ends always stay."""
    keep = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        far, at = 0.0, -1
        for i in range(first + 1, last):
            off = _distance(points[i], points[first], points[last])
            if off > far:
                far, at = off, i
        if far > tolerance:
            keep.add(at)
            open_parts += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def _distance(p: Point, a: Point, b: Point) -> float:
    length = math.dist(a, b)
    if length == 0:
        return math.dist(p, a)
    return abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length


def ring(indices: list[int], arcs: list[list[Point]]) -> list[list[float]]:
    """One closed ring; a negative index runs its arc backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return [[round(x, 2), round(y, 2)] for x, y in points]


def polygons(geometry: dict[str, Any], arcs: list[list[Point]]) -> list[list[list[list[float]]]]:
    """A country's polygons, without rings thinned to nothing."""
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    made = [[r for r in (ring(indices, arcs) for indices in part) if len(r) > 3] for part in parts]
    return [part for part in made if part]


def build(topology: dict[str, Any]) -> dict[str, Any]:
    """The whole feature collection, with its source and licence."""
    arcs = [thinned(arc, TOLERANCE) for arc in decoded_arcs(topology)]
    features = [
        {
            "type": "Feature",
            "properties": {"name": geometry["properties"]["name"]},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons(geometry, arcs)},
        }
        for geometry in topology["objects"]["countries"]["geometries"]
        if "arcs" in geometry
    ]
    return {"type": "FeatureCollection", "note": NOTE, "features": features}


def main() -> None:
    """Reads the TopoJSON named first, writes the GeoJSON named second."""
    source, target = map(Path, sys.argv[1:3])
    made = build(json.loads(source.read_text(encoding="utf-8")))
    target.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(made['features'])} countries, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
