"""Incidents as GeoJSON (RFC 7946): a point with its radius and precision, never a false pin; times as EDTF."""

from typing import Any

from truceline.model.place import Place
from truceline.model.plain import to_plain
from truceline.model.snapshot import Incident, Snapshot
from truceline.publish.layout_acled import time_precision
from truceline.publish.layout_ucdp import date_precision
from truceline.publish.layouts import Codes, columns_of, precision_code
from truceline.publish.names import extractors_of


def geojson(snapshot: Snapshot, codes: Codes) -> dict[str, Any]:
    """One feature an incident; those without a position have a null geometry and are not left out."""
    return {
        "type": "FeatureCollection",
        "name": snapshot.name,
        "chain_head": snapshot.chain_head,
        "features": [_feature(incident, codes) for incident in snapshot.incidents],
    }


def _point(place: Place | None) -> dict[str, Any] | None:
    """A place's geometry; None where it was not found."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _feature(incident: Incident, codes: Codes) -> dict[str, Any]:
    place = incident.place
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _point(place),
        "properties": {
            "title": incident.title,
            "event_type": incident.event_type,
            "aggregate": incident.aggregate,
            **columns_of(place, {"place": "name", "radius_km": "radius_km", "precision": "precision"}),
            "where_prec": precision_code(incident, "ucdp", codes),
            "geo_precision": precision_code(incident, "acled", codes),
            **columns_of(place, {name: name for name in ("country", "admin1", "admin2")}),
            "within": list(place.within) if place else [],
            **columns_of(incident.time, {name: name for name in ("edtf", "earliest", "latest", "granularity")}),
            "date_prec": date_precision(incident),
            "time_precision": time_precision(incident),
            "killed": to_plain(incident.killed),
            "injured": to_plain(incident.injured),
            "independent_lines": incident.independent_lines,
            "grade": incident.grade,
            "review": incident.review,
            "proposed_by": list(extractors_of((incident,))),
        },
    }
