"""The overview: `/`."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from truceline.runners.local import data_folder
from truceline.web.site import Here
from truceline.web.views.asked import asked_from
from truceline.web.views.overview import overview

router = APIRouter()


@router.get("/")
def show_overview(request: Request, site: Here) -> HTMLResponse:
    """Counts, timeline, map, list, and what does not add up."""
    view = overview(site.core.snapshot(), asked_from(request.query_params), data_folder() / "borders.geojson")
    return site.page(request, "overview.html", {"view": view})
