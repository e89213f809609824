"""GeoJSON (RFC 7946) with names: points, and areas and lines with their middle and reach; zones come in so too."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from truceline.model.gazetteer import OwnPlace
from truceline.model.problem import Problem
from truceline.read.gazetteers.rows import decimal, extent_km, wrong
from truceline.read.gazetteers.table import LEVELS
from truceline.text.geo import kilometres
from truceline.text.shapes import middle_of, vertices_of

_NAMES = ("name", "name_en", "title", "label", "zone")
_OTHERS = ("other_names", "alternatenames", "aliases", "names")
_POINT, _AREA, _LINE = {"Point"}, {"Polygon", "MultiPolygon"}, {"LineString", "MultiLineString", "MultiPoint"}


def parse_geojson(text: str, name: str) -> Iterator[OwnPlace | Problem]:
    """One place a feature; a feature that cannot be used is a Problem that names its number and field."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        yield wrong(f"{name}, line {error.lineno}", "json_broken", error.msg, "mend the JSON at that line")
        return
    features = data.get("features", [data]) if isinstance(data, dict) else data
    if not isinstance(features, list):
        yield wrong(name, "features_missing", "no list of features", "save it as a GeoJSON FeatureCollection")
        return
    for number, feature in enumerate(features, 1):
        yield _feature(feature, f"{name}, feature {number}")


def _feature(feature: Any, where: str) -> OwnPlace | Problem:
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        return wrong(f"{where}, field geometry", "field_missing", "no geometry", "give it a point, line or polygon")
    found = feature.get("properties")
    given = {str(k).casefold(): v for k, v in found.items()} if isinstance(found, dict) else {}
    names = _names(given)
    if not names:
        return wrong(f"{where}, field name", "field_missing", "no name among its properties", "give it a name")
    try:
        return _place(names, feature["geometry"], given)
    except (ValueError, TypeError, KeyError, IndexError):
        message = "its coordinates cannot be used"
        return wrong(
            f"{where}, field geometry", "geometry_broken", message, "longitude first, then latitude, in degrees"
        )


def _names(given: Mapping[str, Any]) -> tuple[str, ...]:
    own = [str(given[k]).strip() for k in _NAMES if given.get(k)]
    for key in _OTHERS:
        more = given.get(key) or []
        own += [str(n).strip() for n in (more.replace("|", ";").split(";") if isinstance(more, str) else more)]
    return tuple(n for n in dict.fromkeys(own) if n)


def _place(names: tuple[str, ...], geometry: Mapping[str, Any], given: Mapping[str, Any]) -> OwnPlace:
    kind = geometry["type"]
    if kind not in _POINT | _AREA | _LINE:
        raise ValueError(kind)
    vertices = vertices_of(geometry)
    if not vertices or any(abs(lon) > 180 or abs(lat) > 90 for lon, lat in vertices):
        raise ValueError("out of range")
    lon, lat = middle_of(geometry)
    level = str(given.get("level") or given.get("feature") or "")
    feature = LEVELS.get(level.casefold(), level.upper()) or ("PPL" if kind in _POINT else "ZONE")
    reach = max(kilometres(lat, lon, y, x) for x, y in vertices)
    population = int(decimal(str(given.get("population") or "")) or 0)
    stated = decimal(str(given.get("radius_km") or ""))
    return OwnPlace(
        names=names,
        lat=round(lat, 6),
        lon=round(lon, 6),
        feature=feature,
        country=str(given.get("country") or "").upper(),
        admin1=str(given.get("admin1") or ""),
        admin2=str(given.get("admin2") or ""),
        population=population,
        radius_km=stated or (extent_km(feature, population) if kind in _POINT else round(reach, 2)),
        geometry=None if kind in _POINT else {"type": kind, "coordinates": geometry["coordinates"]},
    )
