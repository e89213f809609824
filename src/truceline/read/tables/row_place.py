"""Where a row's event happened: the table's own point and level of precision, or else its names looked up."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from truceline.model.gazetteer import Gazetteer
from truceline.model.place import Place, PlaceMention, Precision
from truceline.model.span import Span
from truceline.read.tables.cells import Cell, Cells, decimal

_FEATURES = {"province/governorate": ("ADM1", "ADM2"), "district": ("ADM2", "ADM3"), "country": ("PCL",)}
_ROLES = ("place", "where", "admin2", "admin1", "country")
"""Small to large: the first one filled names the place."""


def row_place(
    cells: Cells, gazetteer: Gazetteer, radii: Mapping[str, float]
) -> tuple[Place | None, tuple[PlaceMention, ...]]:
    """The place, and a mention on the cell that names it (with role event)."""
    named = next((c for role in _ROLES if (c := cells.role(role)) is not None), None)
    if named is None:
        return None, ()
    point = _point(cells)
    level = _level(cells)
    place = _looked_up(cells, named, level, gazetteer) if point is None else _given(cells, named, level, point)
    country = _country(cells, gazetteer)
    if place.lat is not None:
        place = replace(place, radius_km=max(place.radius_km or 0.0, radii.get(level or "town", 0.0)))
    place = replace(place, country=place.country or country, within=_within(cells, named))
    return place, (_mention(place, named.span),)


def _point(cells: Cells) -> tuple[float, float] | None:
    """The row's coordinates; 0, 0 in the Gulf of Guinea means that there are none."""
    lat, lon = decimal(cells.role("lat")), decimal(cells.role("lon"))
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180 or (lat, lon) == (0, 0):
        return None
    return lat, lon


def _level(cells: Cells) -> Precision | None:
    code = cells.role("place_precision")
    layout = cells.layout
    level = layout.place_precision.get(code.text.casefold()) if code else None
    return cast("Precision | None", level or layout.default_place_precision)


def _given(cells: Cells, named: Cell, level: Precision | None, point: tuple[float, float]) -> Place:
    return Place(
        name=named.text,
        lat=point[0],
        lon=point[1],
        precision=level,
        admin1=_text(cells.role("admin1")),
        admin2=_text(cells.role("admin2")),
        confidence=1.0,
    )


def _looked_up(cells: Cells, named: Cell, level: Precision | None, gazetteer: Gazetteer) -> Place:
    """The most populous entry of the name that fits the row's country, province and level; none of them: left open."""
    country, admin1 = _country(cells, gazetteer), cells.role("admin1")
    found = [c for c in gazetteer.candidates(named.text) if country is None or c.country == country]
    if admin1 is not None:
        inside = [c for c in found if c.admin1 and c.admin1.casefold() in admin1.text.casefold()]
        found = inside or found
    fitting = [c for c in found if c.feature.startswith(_FEATURES.get(level or "", ("PPL",)))]
    best = next(iter(fitting or found), None)
    if best is None:
        return Place(name=named.text, precision=level)
    return Place(
        name=best.name,
        lat=best.lat,
        lon=best.lon,
        radius_km=best.radius_km,
        precision=level,
        geonameid=best.geonameid,
        country=best.country or None,
        admin1=best.admin1 or None,
        admin2=best.admin2 or None,
        confidence=0.8,
    )


def _country(cells: Cells, gazetteer: Gazetteer) -> str | None:
    cell = cells.role("country")
    if cell is None:
        return None
    name = cell.text.split(" (", 1)[0]  # UCDP writes "Yemen (North Yemen)"
    if len(name) == 2 and name.isupper():
        return name
    return next((c.country for c in gazetteer.candidates(name) if c.feature.startswith("PCL")), None)


def _within(cells: Cells, named: Cell) -> tuple[str, ...]:
    names = (_text(cells.role(role)) for role in ("admin2", "admin1", "country"))
    return tuple(dict.fromkeys(n for n in names if n is not None and n != named.text))


def _text(cell: Cell | None) -> str | None:
    return cell.text if cell else None


def _mention(place: Place, span: Span) -> PlaceMention:
    return PlaceMention(
        start=span[0],
        end=span[1],
        role="event",
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        precision=place.precision,
        geonameid=place.geonameid,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        within=place.within,
        confidence=place.confidence,
    )
