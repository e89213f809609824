"""Adding documents by form, and naming the analyst."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response, UploadFile
from fastapi.responses import HTMLResponse

from truceline.model.record import File
from truceline.web.site import ANALYST_COOKIE, Here, back, genuine
from truceline.web.views.versions import added_lines

router = APIRouter()
MOST_BYTES = 200_000_000


@router.get("/add")
def show_form(request: Request, site: Here) -> HTMLResponse:
    """The form for new documents."""
    return site.page(request, "add.html", {"added": None})


@router.post("/add", dependencies=[Depends(genuine)])
def add(request: Request, site: Here, files: list[UploadFile]) -> HTMLResponse:
    """Reads the files sent and says what came of each."""
    if sum(f.size or 0 for f in files) > MOST_BYTES:
        raise HTTPException(413, "These files are larger than 200 MB together: add them with `truceline add` instead.")
    given = [File(name=f.filename or "unnamed", data=f.file.read()) for f in files if f.filename]
    if not given:
        raise HTTPException(422, "No file was chosen: choose one or more and send the form again.")
    added = site.core.add_files(given)
    return site.page(request, "add.html", {"added": added, "lines": added_lines(added, site.core.snapshot())})


@router.get("/analyst")
def show_analyst(request: Request, site: Here) -> HTMLResponse:
    """Who decides in this browser."""
    return site.page(request, "analyst.html")


@router.post("/analyst", dependencies=[Depends(genuine)])
def set_analyst(name: Annotated[str, Form(min_length=1, max_length=80)]) -> Response:
    """Keeps the analyst's name in this browser, in a cookie no other site gets."""
    response = back("/analyst")
    response.set_cookie(ANALYST_COOKIE, name.strip(), httponly=True, samesite="strict", max_age=31_536_000)
    return response
