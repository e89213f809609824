"""ACLED's columns. Actor 1 and 2 say nothing of direction; fatalities are the lowest stated, blank where none is."""

from truceline.model.sheet import Cell
from truceline.model.snapshot import Incident
from truceline.publish.layout_ucdp import date_precision
from truceline.publish.layouts import Context, Row, days_of, joined, precision_code, said, sources_of

_OURS_FOR_UCDP = {1: 1, 2: 2, 3: 2, 4: 3}
_OTHERS = ("disorder_type", "assoc_actor_1", "inter1", "assoc_actor_2", "inter2", "interaction")


def acled_row(incident: Incident, context: Context) -> Row:
    """One incident as an ACLED row."""
    place, documents = incident.place, sources_of(incident, context)
    first, _ = days_of(incident)
    kind = context.codes.event_types.get(incident.event_type, {}).get("acled", (None, None))
    return {
        "event_id_cnty": incident.id,
        "event_date": first,
        "year": int(first[:4]) if first else None,
        "time_precision": time_precision(incident),
        "event_type": kind[0],
        "sub_event_type": kind[1],
        "actor1": said(incident, "actor", context),
        "actor2": said(incident, "target", context),
        **dict.fromkeys(_OTHERS),
        "civilian_targeting": None,
        "iso": None,
        "region": None,
        "country": None,
        "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place else None,
        "admin3": None,
        "location": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": precision_code(incident, "acled", context.codes),
        "source": joined([d.publisher or d.given_id for d in documents]),
        "source_scale": None,
        "notes": _notes(incident),
        "fatalities": incident.killed.low if incident.killed else None,
        "tags": None,
        "timestamp": None,
    }


def time_precision(incident: Incident) -> Cell:
    """ACLED's code: 1 the day, 2 the week, 3 the month; None where it is wider, or not known."""
    days = date_precision(incident)
    return _OURS_FOR_UCDP.get(days) if isinstance(days, int) else None


def _notes(incident: Incident) -> str:
    tellers = joined([a.teller_name for a in incident.accounts if a.review != "rejected"], ", ") or "its documents"
    disputed = joined([name for name, s in incident.facets.items() if s.status == "disputed"], ", ")
    return f"{incident.title}, according to {tellers}." + (f" Disputed: {disputed}." if disputed else "")
