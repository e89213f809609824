"""The map: incidents as circles as wide as their place is uncertain, near ones as one mark with their number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

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
WIDE_KM = 120.0
"""A place less certain than this (a region, a country) is no reason to widen the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A circle or a cluster: drawn units, what it stands for, and where it leads."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything the drawing needs; `unplaced` counts incidents that no map can show."""

    width: float
    height: float
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    bar_km: int
    bar_length: float
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
    projection = fit([(p.lon, p.lat) for p in sure], WIDTH, HEIGHT, asked.area)
    points = [(projection.x(p.lon), projection.y(p.lat)) for p in placed]
    inside = [n for n, (x, y) in enumerate(points) if -20 < x < WIDTH + 20 and -20 < y < HEIGHT + 20]
    shown = [placed[n] for n in inside]
    clusters = clustered([points[n] for n in inside], APART)
    km, length = scale_bar(projection)
    return Map(
        width=WIDTH,
        height=HEIGHT,
        lands=draw_borders(load_borders(borders), projection),
        spots=_named([_spot(c, [shown[m] for m in c.members], projection, asked) for c in clusters]),
        bar_km=km,
        bar_length=length,
        unplaced=len(incidents) - len(placed),
        unplaced_href=asked.link(unplaced=True, area=None) + "#incidents",
        whole_href=asked.link(area=None),
        zoomed=asked.area is not None,
        said=f"{plural(len(shown), 'incident')} at {plural(len(clusters), 'place')}",
    )


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
        rings=tuple(sorted(radii))[-3:] if not alone else (),
        count=len(members),
        said=f"{titles[0]} ({say_place(first.place)})" if alone else f"{len(members)} incidents at or near {place}",
        label=place if same else f"{place} and near",
        href=f"/incident/{first.id}" if alone else asked.link(area=_close_up(members)) + "#incidents",
        review="accepted" if reviews <= {"accepted", "edited"} else "machine",
    )


def _close_up(members: Sequence[_Placed]) -> Area:
    lons, lats = [m.lon for m in members], [m.lat for m in members]
    pad = max(0.02, (max(lats) - min(lats)) * 0.15)
    return (min(lons) - pad, min(lats) - pad, max(lons) + pad, max(lats) + pad)


def _named(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Spots with the labels that find room, the fullest first; the others keep theirs for the pointer only."""
    taken: list[tuple[float, float, float, float]] = []
    kept: dict[int, str] = {}
    for n in sorted(range(len(spots)), key=lambda n: (-spots[n].count, n)):
        spot = spots[n]
        left = spot.x + min(spot.radius, 24) + 4
        box = (left, spot.y - 9, left + 7.2 * len(spot.label), spot.y + 9)
        clear = all(box[2] < t[0] or t[2] < box[0] or box[3] < t[1] or t[3] < box[1] for t in taken)
        if clear and box[2] < WIDTH:
            kept[n] = spot.label
            taken.append(box)
    return tuple(replace(spot, label=kept.get(n, "")) for n, spot in enumerate(spots))
