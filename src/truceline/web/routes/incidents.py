"""One incident: `/incident/ID`."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from truceline.model.reading import Reading
from truceline.model.snapshot import Incident
from truceline.web.site import Here, Site
from truceline.web.views.incident import incident_view

router = APIRouter()


@router.get("/incident/{incident_id}")
def show_incident(request: Request, site: Here, incident_id: str) -> HTMLResponse:
    """Rival accounts side by side."""
    incident = site.incident(incident_id)
    view = incident_view(incident, site.core.snapshot(), readings_of(incident, site))
    return site.page(request, "incident.html", {"view": view})


def readings_of(incident: Incident, site: Site) -> dict[str, Reading]:
    """Readings of the documents an incident's accounts stand in."""
    found = {d: site.core.document(d) for d in dict.fromkeys(a.document for a in incident.accounts)}
    return {d: entry.reading for d, entry in found.items() if entry}
