"""The ledger's own plain columns."""

from truceline.model.snapshot import Incident
from truceline.publish.layouts import Context, Row, claims_of, days_of, doers_of, in_words, joined, said, sources_of
from truceline.publish.names import extractors_of
from truceline.publish.words import REVIEWS


def ledger_row(incident: Incident, context: Context) -> Row:
    """One incident: what, when, where, how many, who says so, and who has checked it."""
    place, time, documents = incident.place, incident.time, sources_of(incident, context)
    first, last = days_of(incident)
    claims = claims_of(incident, context)
    return {
        "id": incident.id,
        "title": incident.title,
        "event_type": incident.event_type,
        "aggregate": "yes" if incident.aggregate else "no",
        "date_start": first,
        "date_end": last,
        "edtf": time.edtf if time else None,
        "place": place.name if place else None,
        "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place else None,
        "country": place.country if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "precision": place.precision if place else None,
        "killed_low": incident.killed.low if incident.killed else None,
        "killed_best": incident.killed.best if incident.killed else None,
        "killed_high": incident.killed.high if incident.killed else None,
        "injured_low": incident.injured.low if incident.injured else None,
        "injured_best": incident.injured.best if incident.injured else None,
        "injured_high": incident.injured.high if incident.injured else None,
        "said_to_be_by": in_words(doers_of(incident), context),
        "target": said(incident, "target", context),
        "disputed": joined([name for name, s in incident.facets.items() if s.status == "disputed"]),
        "grade": incident.grade,
        "accounts": len([a for a in incident.accounts if a.review != "rejected"]),
        "independent_lines": incident.independent_lines,
        "tellers": joined([a.teller_name for a in incident.accounts if a.review != "rejected"]),
        "documents": joined([d.given_id for d in documents]),
        "urls": joined([d.url for d in documents]),
        "review": REVIEWS[incident.review],
        "proposed_by": joined(extractors_of((incident,))),
        "claims": len(claims),
        "claims_accepted": len([c for c in claims if c.review in {"accepted", "edited"}]),
    }
