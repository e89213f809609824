"""The map: incidents as circles as wide as their place is uncertain, near ones as one mark with their number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from truceline.model.snapshot import Incident
from truceline.publish.words import plural, say_place
from truceline.web.draw.borders import Land, draw_borders, load_borders
from truceline.web.draw.clusters import Cluster, clustered
from truceline.web.draw.projection import Area, Projection, fit, scale_bar
from truceline.web.views.asked import Asked

WIDTH, HEIGHT = 720.0, 480.0
LEAST_RADIUS = 5.0
APART = 24.0
"""Units under which two marks could not be pressed apart."""
FAR_DEGREES = 6.0
WIDE = 70.0
"""Units beyond which a circle is drawn as an outline only: it would tint the whole map."""
WIDE_KM = 120.0
"""A place less certain than this (a region, a country) is no reason to widen the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A circle or a cluster: drawn units, what it stands for, where it leads; its label is behind or `before` it."""

    ids: tuple[str, ...]
    x: float
    y: float
    radius: float
    rings: tuple[float, ...]
    count: int
    said: str
    label: str
    href: str
    review: str
    wide: bool
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything the drawing needs; `unplaced` counts incidents no map can show, `beyond` those outside this one."""

    width: float
    height: float
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    bar_km: int
    bar_length: float
    beyond: int
    beyond_href: str
    unplaced: int
    unplaced_href: str
    whole_href: str
    zoomed: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    incident: Incident
    lon: float
    lat: float
    radius_km: float


def incident_map(incidents: Sequence[Incident], asked: Asked, borders: Path) -> Map | None:
    """The drawing of all incidents with a point; None where none has."""
    placed = [p for p in map(_placed, incidents) if p]
    if not placed:
        return None
    sure = [p for p in placed if p.radius_km <= WIDE_KM] or placed
    projection = fit([(p.lon, p.lat) for p in _main_body(sure)], WIDTH, HEIGHT, asked.area)
    points = [(projection.x(p.lon), projection.y(p.lat)) for p in placed]
    inside = [n for n, (x, y) in enumerate(points) if -20 < x < WIDTH + 20 and -20 < y < HEIGHT + 20]
    shown = [placed[n] for n in inside]
    clusters = clustered([points[n] for n in inside], APART)
    km, length = scale_bar(projection)
    lands = draw_borders(load_borders(borders), projection)
    return Map(
        width=WIDTH,
        height=HEIGHT,
        lands=lands,
        spots=_named([_spot(c, [shown[m] for m in c.members], projection, asked) for c in clusters], lands),
        bar_km=km,
        bar_length=length,
        beyond=len(placed) - len(shown),
        beyond_href=asked.link(area=_close_up(placed)),
        unplaced=len(incidents) - len(placed),
        unplaced_href=asked.link(unplaced=True, area=None) + "#incidents",
        whole_href=asked.link(area=None),
        zoomed=asked.area is not None,
        said=f"{plural(len(shown), 'incident')} at {plural(len(clusters), 'place')}",
    )


def _main_body(placed: Sequence[_Placed]) -> list[_Placed]:
    """What lies around the middle of them all: a few far-off points, often misread, do not shrink the rest to a dot."""
    lon, lat = median(p.lon for p in placed), median(p.lat for p in placed)
    off = {p.incident.id: max(abs(p.lon - lon), abs(p.lat - lat)) for p in placed}
    far = max(FAR_DEGREES, 6 * median(off.values()))
    return [p for p in placed if off[p.incident.id] <= far]


def _placed(incident: Incident) -> _Placed | None:
    place = incident.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return _Placed(incident=incident, lon=place.lon, lat=place.lat, radius_km=place.radius_km or 0.0)


def _spot(cluster: Cluster, members: Sequence[_Placed], projection: Projection, asked: Asked) -> Spot:
    titles = [m.incident.title for m in members]
    first = members[0].incident
    alone = len(members) == 1
    radii = {round(max(LEAST_RADIUS, projection.length(m.radius_km)), 1) for m in members}
    reviews = {m.incident.review for m in members}
    place = first.place.name if first.place else ""
    same = len({m.incident.place.name for m in members if m.incident.place}) == 1
    return Spot(
        ids=tuple(m.incident.id for m in members),
        x=cluster.x,
        y=cluster.y,
        radius=max(LEAST_RADIUS, projection.length(members[0].radius_km)) if alone else 11 + min(9.0, len(members) / 4),
        rings=tuple(r for r in sorted(radii) if r <= WIDE)[-3:] if not alone else (),
        count=len(members),
        said=f"{titles[0]} ({say_place(first.place)})" if alone else f"{len(members)} incidents at or near {place}",
        label=place if same else f"{place} and near",
        href=f"/incident/{first.id}" if alone else asked.link(area=_close_up(members)) + "#incidents",
        wide=alone and projection.length(members[0].radius_km) > WIDE,
        review="accepted" if reviews <= {"accepted", "edited"} else "machine",
    )


def _close_up(members: Sequence[_Placed]) -> Area:
    lons, lats = [m.lon for m in members], [m.lat for m in members]
    pad = max(0.02, (max(lats) - min(lats)) * 0.15)
    return (min(lons) - pad, min(lats) - pad, max(lons) + pad, max(lats) + pad)


def _named(spots: Sequence[Spot], lands: Sequence[Land]) -> tuple[Spot, ...]:
    """Spots, wide ones lowest, with the labels that find room beside countries' names, the fullest first."""
    taken = [_box(land.label[0] - 4.2 * len(land.name), land.label[1], land.name) for land in lands if land.label]
    taken += [(s.x - 11, s.y - 9, s.x + 11, s.y + 9) for s in spots]
    kept: dict[int, bool] = {}
    for n in sorted(range(len(spots)), key=lambda n: (-spots[n].count, spots[n].radius, n)):
        behind, before = _sides(spots[n])
        box = next((box for box in (behind, before) if _has_room(box, taken)), None)
        if box is not None:
            kept[n] = box is before
            taken.append(box)
    named = [replace(spot, before=kept[n]) if n in kept else replace(spot, label="") for n, spot in enumerate(spots)]
    return tuple(sorted(named, key=lambda s: -s.radius))


def _sides(spot: Spot) -> tuple[Area, Area]:
    """Where a spot's label may stand: behind it, or before."""
    away = max(11.5, min(spot.radius, 24) + 4)
    behind, before = spot.x + away, spot.x - away - 7.2 * len(spot.label)
    return _box(behind, spot.y, spot.label), _box(before, spot.y, spot.label)


def _has_room(box: Area, taken: Sequence[Area]) -> bool:
    """Whether a label lies on the map and on nothing else."""
    return box[0] > 0 and box[2] < WIDTH and all(_clear(box, other) for other in taken)


def _box(left: float, y: float, label: str) -> Area:
    return (left, y - 9, left + 7.2 * len(label), y + 9)


def _clear(a: Area, b: Area) -> bool:
    return a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]
