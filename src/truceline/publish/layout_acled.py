"""ACLED's columns. Actor 1 and 2 say nothing of direction; fatalities are the lowest stated, blank where none is."""

from truceline.model.sheet import Cell
from truceline.model.snapshot import Incident
from truceline.publish.layout_ucdp import date_precision
from truceline.publish.layouts import (
    Context,
    Row,
    country_of,
    days_of,
    in_order,
    joined,
    precision_code,
    said,
    sources_of,
)

_OURS_FOR_UCDP = {1: 1, 2: 2, 3: 2, 4: 3}
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip


def acled_row(incident: Incident, context: Context) -> Row:
    """One incident as an ACLED row."""
    first, _ = days_of(incident)
    kind = context.codes.event_types.get(incident.event_type, {}).get("acled", (None, None))
    row: Row = {
        "event_id_cnty": incident.id,
        "event_date": first,
        "year": int(first[:4]) if first else None,
        "time_precision": time_precision(incident),
        "event_type": kind[0],
        "sub_event_type": kind[1],
        "source": joined([d.publisher or d.given_id for d in sources_of(incident, context)]),
        "notes": _notes(incident),
        "fatalities": incident.killed.low if incident.killed else None,
    }
    return in_order(row | _actors(incident, context) | _where(incident, context), COLUMNS)


def _actors(incident: Incident, context: Context) -> Row:
    """Who took part, in no direction: those said to have acted, or only to have been there, then what was hit."""
    took_part = said(incident, "actor", context, ("affirmed", "open"))
    first, _, others = (took_part or "").partition("; ")
    return {"actor1": first or None, "actor2": others or said(incident, "target", context)}


def _where(incident: Incident, context: Context) -> Row:
    place = incident.place
    if place is None:
        return {}
    return {
        "country": country_of(incident, context),
        "admin1": place.admin1,
        "admin2": place.admin2,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": precision_code(incident, "acled", context.codes),
    }


def time_precision(incident: Incident) -> Cell:
    """ACLED's code: 1 the day, 2 the week, 3 the month; None where it is wider, or not known."""
    days = date_precision(incident)
    return _OURS_FOR_UCDP.get(days) if isinstance(days, int) else None


def _notes(incident: Incident) -> str:
    tellers = joined([a.teller_name for a in incident.accounts if a.review != "rejected"], ", ") or "its documents"
    disputed = joined([name for name, s in incident.facets.items() if s.status == "disputed"], ", ")
    return f"{incident.title}, according to {tellers}." + (f" Disputed: {disputed}." if disputed else "")
