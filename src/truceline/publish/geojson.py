"""Incidents as GeoJSON (RFC 7946): a point with its radius and precision, never a false pin; times as EDTF."""

from typing import Any

from truceline.model.plain import to_plain
from truceline.model.snapshot import Incident, Snapshot
from truceline.publish.layout_acled import time_precision
from truceline.publish.layout_ucdp import date_precision
from truceline.publish.layouts import Codes, precision_code
from truceline.publish.names import extractors_of


def geojson(snapshot: Snapshot, codes: Codes) -> dict[str, Any]:
    """One feature an incident; those without a position have a null geometry and are not left out."""
    return {
        "type": "FeatureCollection",
        "name": snapshot.name,
        "chain_head": snapshot.chain_head,
        "features": [_feature(incident, codes) for incident in snapshot.incidents],
    }


def _feature(incident: Incident, codes: Codes) -> dict[str, Any]:
    place, time = incident.place, incident.time
    located = place is not None and place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and located else None,
        "properties": {
            "title": incident.title,
            "event_type": incident.event_type,
            "aggregate": incident.aggregate,
            "place": place.name if place else None,
            "radius_km": place.radius_km if place else None,
            "precision": place.precision if place else None,
            "where_prec": precision_code(incident, "ucdp", codes),
            "geo_precision": precision_code(incident, "acled", codes),
            "country": place.country if place else None,
            "admin1": place.admin1 if place else None,
            "admin2": place.admin2 if place else None,
            "within": list(place.within) if place else [],
            "edtf": time.edtf if time else None,
            "earliest": time.earliest if time else None,
            "latest": time.latest if time else None,
            "granularity": time.granularity if time else None,
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
