"""Airwars' incident columns (theme/functions/civcas.php and summary-data.php name them)."""

from truceline.model.account import Casualties
from truceline.model.amount import Range
from truceline.model.snapshot import Incident
from truceline.publish.layouts import (
    Context,
    Row,
    country_of,
    days_of,
    in_order,
    joined,
    noted,
    precision_code,
    said,
    sources_of,
)

_STRIKES = frozenset({"air_strike", "drone_strike", "shelling", "missile_strike", "chemical_attack", "bombing"})
_INCIDENT = (
    "code", "previous_codes", "date_type", "date", "date_end", "local_time_type", "local_time", "local_time_start",
    "local_time_end", "local_time_of_day", "local_first_reported_date_time", "local_first_reported_by",
    "local_first_reported_url", "country", "location_name", "location_name_arabic", "location_name_hebrew",
    "location_name_ukrainian", "region", "strike_status", "infrastructure", "strike_type", "targeted_belligerent",
    "observation", "impact", "total_strikes", "civilian_harm_reported", "civilian_harm_status",
    "cause_of_death_injury", "latitude", "longitude", "geolocation_status", "geolocation_accuracy",
    "geolocation_notes", "geolocation_sign_off_assessor", "geolocation_sign_off_date_time", "num_media",
    "num_victims", "num_reconciled", "num_families", "num_sources",
)  # fmt: skip
_GROUPS = (
    "civilian_non_combatants", "children", "women", "men", "human_rights_defenders", "journalists",
    "trade_unionists", "healthcare_personnel", "other_civilian_non_combatants", "undetermined",
    "other_protected_persons", "medical_and_religious_personnel_state",
    "medical_and_religious_personnel_non_state", "persons_hors_de_combat", "belligerents",
    "member_of_armed_forces", "persons_directly_participating_in_hostilities", "civilian_role_in_military",
)  # fmt: skip
COLUMNS = (
    *_INCIDENT,
    *(f"{g}_{harm}_{end}" for g in _GROUPS for harm in ("killed", "injured") for end in ("min", "max")),
    "notes",
)


def airwars_row(incident: Incident, context: Context) -> Row:
    """One incident; the grade is proposed from the accounts, never an assessment by Airwars."""
    row = _when(incident, context) | _where(incident, context) | _casualties(incident, context)
    strike = incident.event_type in _STRIKES
    row |= {
        "code": incident.id,
        "previous_codes": joined(incident.aliases),
        "strike_status": context.codes.strike_status.get(incident.grade) if strike else None,
        "strike_type": context.codes.strike_types.get(incident.event_type),
        "observation": said(incident, "damage", context),
        "civilian_harm_reported": _harm_reported(incident),
        "civilian_harm_status": incident.grade,
        "num_sources": len(sources_of(incident, context)),
        "notes": noted(incident),
    }
    return in_order(row, COLUMNS)


def _when(incident: Incident, context: Context) -> Row:
    first, last = days_of(incident)
    dated = [(d.published.earliest, d) for d in sources_of(incident, context) if d.published and d.published.earliest]
    day, document = min(dated, key=lambda found: (found[0], found[1].id), default=(None, None))
    return {
        "date_type": None if first is None else "single" if first == last else "range",
        "date": first,
        "date_end": last if last != first else None,
        "local_first_reported_date_time": day[:10] if day else None,
        "local_first_reported_by": document.publisher if document else None,
        "local_first_reported_url": document.url if document else None,
    }


def _where(incident: Incident, context: Context) -> Row:
    place = incident.place
    if place is None:
        return {}
    return {
        "country": country_of(incident, context),
        "location_name": place.name,
        "region": place.admin1,
        "latitude": place.lat,
        "longitude": place.lon,
        "geolocation_accuracy": precision_code(incident, "airwars", context.codes),
        "geolocation_notes": f"within {place.radius_km} km" if place.radius_km else None,
    }


def _harm_reported(incident: Incident) -> str | None:
    groups = [c for c in incident.casualties if c.group == "civilians"]
    if not groups:
        return None
    return "yes" if any(r and (r.low or r.high) for c in groups for r in (c.killed, c.injured)) else "no"


def _casualties(incident: Incident, context: Context) -> Row:
    told = {c.group: c for c in incident.casualties}
    row: Row = {}
    for group, column in context.codes.groups.items():
        casualties = next((c for name, c in told.items() if name == group), None)
        for harm in ("killed", "injured"):
            stated = _stated(casualties, harm)
            row[f"{column}_{harm}_min"] = stated.low if stated else None
            row[f"{column}_{harm}_max"] = stated.high if stated else None
    return row


def _stated(casualties: Casualties | None, harm: str) -> Range | None:
    if casualties is None:
        return None
    return casualties.killed if harm == "killed" else casualties.injured
