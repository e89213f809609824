"""The ledger's own plain columns."""

from truceline.model.snapshot import Incident
from truceline.publish.layouts import (
    Context,
    Row,
    claims_of,
    columns_of,
    days_of,
    doers_of,
    in_words,
    joined,
    said,
    sources_of,
)
from truceline.publish.names import extractors_of
from truceline.publish.words import REVIEWS

_OF_PLACE = {
    "place": "name",
    "admin1": "admin1",
    "admin2": "admin2",
    "country": "country",
    "latitude": "lat",
    "longitude": "lon",
    "radius_km": "radius_km",
    "precision": "precision",
}
_ENDS = ("low", "best", "high")


def ledger_row(incident: Incident, context: Context) -> Row:
    """One incident: what, when, where, how many, who says so, and who has checked it."""
    documents = sources_of(incident, context)
    first, last = days_of(incident)
    claims = claims_of(incident, context)
    return {
        "id": incident.id,
        "title": incident.title,
        "event_type": incident.event_type,
        "aggregate": "yes" if incident.aggregate else "no",
        "date_start": first,
        "date_end": last,
        **columns_of(incident.time, {"edtf": "edtf"}),
        **columns_of(incident.place, _OF_PLACE),
        **columns_of(incident.killed, {f"killed_{end}": end for end in _ENDS}),
        **columns_of(incident.injured, {f"injured_{end}": end for end in _ENDS}),
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
