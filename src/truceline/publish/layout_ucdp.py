"""UCDP GED's columns (version 23.1). What takes UCDP's own judgement (dyads, sides, type of violence) is left blank."""

from datetime import date

from truceline.model.account import CasualtyGroup
from truceline.model.sheet import Cell
from truceline.model.snapshot import Incident
from truceline.publish.layouts import (
    Context,
    Row,
    columns_of,
    country_of,
    days_of,
    joined,
    noted,
    precision_code,
    sources_of,
)

_JUDGED = (
    "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
    "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id",
    "side_b_new_id", "side_b",
)  # fmt: skip
_NO_CIVILIANS: tuple[CasualtyGroup, ...] = ("combatants", "security_forces")
_MISSING = -1
"""UCDP's number of sources where there is none."""


def ucdp_row(incident: Incident, context: Context) -> Row:
    """One incident as a GED row."""
    place, documents = incident.place, sources_of(incident, context)
    first, last = days_of(incident)
    dates = [(d.published.earliest or "")[:10] for d in documents if d.published]
    return {
        "id": incident.id,
        "relid": None,
        "year": int(first[:4]) if first else None,
        **dict.fromkeys(_JUDGED),
        "number_of_sources": len(documents) or _MISSING,
        "source_article": joined([d.title or d.given_id for d in documents], "///"),
        "source_office": joined([d.publisher for d in documents], "///"),
        "source_date": joined(dates, "///"),
        "source_headline": joined([d.title for d in documents], "///"),
        "source_original": joined([a.teller_name for a in incident.accounts if a.review != "rejected"], "///"),
        "where_prec": precision_code(incident, "ucdp", context.codes),
        **columns_of(place, {"where_coordinates": "name"}),
        "where_description": None,
        **columns_of(place, {"adm_1": "admin1", "adm_2": "admin2", "latitude": "lat", "longitude": "lon"}),
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if place and place.lat is not None else None,
        "priogrid_gid": _priogrid(place.lat, place.lon) if place else None,
        "country": country_of(incident, context),
        "country_id": None,
        "region": None,
        "event_clarity": 2 if incident.aggregate else 1,
        "date_prec": date_precision(incident),
        "date_start": first,
        "date_end": last,
        "deaths_a": None,
        "deaths_b": None,
        "deaths_civilians": _civilians(incident),
        "deaths_unknown": None,
        **columns_of(incident.killed, {"best": "best", "high": "high", "low": "low"}),
        "gwnoa": None,
        "gwnob": None,
        "notes": noted(incident),
    }


def _civilians(incident: Incident) -> Cell:
    """The civilians killed where one number is told, or where all the dead are civilians and the best number is told.

    The total's best number need not be one that anybody told of civilians.
    """
    killed = {c.group: c.killed for c in incident.casualties if c.killed}
    told = killed.get("civilians")
    if told is None or incident.killed is None or incident.killed.best is None:
        return None
    best = incident.killed.best
    if told.low is not None and told.low == told.high:
        return told.low if told.low <= best else None
    alone = all(group not in killed for group in _NO_CIVILIANS)
    return best if alone and best in _told_civilians(incident) else None


def _told_civilians(incident: Incident) -> set[int]:
    """The numbers that tellers give for the civilians killed."""
    state = incident.facets.get("killed")
    values = [v.value for v in state.values if v.polarity == "affirmed"] if state else []
    civilians = [v for v in values if isinstance(v, dict) and v.get("group") == "civilians"]
    return {n for v in civilians for n in (v.get("low"), v.get("high")) if n is not None}


def date_precision(incident: Incident) -> Cell:
    """1 exact day, 2 two to six days, 3 a week, 4 a month, 5 a year; None where no interval is known."""
    first, last = days_of(incident)
    if first is None or last is None:
        return None
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)) if days <= most), None)


def _priogrid(lat: float | None, lon: float | None) -> Cell:
    """PRIO-GRID cell: half-degree rows of 720 from the south-west corner, numbered from 1."""
    if lat is None or lon is None:
        return None
    return int((lat + 90) * 2) * 720 + int((lon + 180) * 2) + 1
