"""Airwars' incident columns (theme/functions/civcas.php and summary-data.php name them)."""

from truceline.model.account import Casualties
from truceline.model.amount import Range
from truceline.model.snapshot import Incident
from truceline.publish.layouts import Context, Row, days_of, joined, precision_code, said, sources_of

_STRIKES = frozenset({"air_strike", "drone_strike", "shelling", "missile_strike", "chemical_attack", "bombing"})


def airwars_row(incident: Incident, context: Context) -> Row:
    """One incident; the grade is proposed from the accounts, never an assessment by Airwars."""
    place, documents = incident.place, sources_of(incident, context)
    first, last = days_of(incident)
    dates = sorted((d.published.earliest or "")[:10] for d in documents if d.published and d.published.earliest)
    strike = incident.event_type in _STRIKES
    row: Row = {
        "code": incident.id,
        "previous_codes": joined(incident.aliases),
        "date_type": None if first is None else "single" if first == last else "range",
        "date": first,
        "date_end": last if last != first else None,
        "local_first_reported_date_time": dates[0] if dates else None,
        "country": place.country if place else None,
        "location_name": place.name if place else None,
        "region": place.admin1 if place else None,
        "strike_status": context.codes.strike_status.get(incident.grade) if strike else None,
        "strike_type": incident.event_type if strike else None,
        "targeted_belligerent": None,
        "civilian_harm_reported": _harm_reported(incident),
        "civilian_harm_status": incident.grade,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geolocation_accuracy": precision_code(incident, "airwars", context.codes),
        "geolocation_notes": f"within {place.radius_km} km" if place and place.radius_km else None,
        "observation": said(incident, "damage", context),
        "num_sources": len(documents),
    }
    return row | _casualties(incident, context)


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
