"""The review queue, and the list of decisions."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from truceline.publish.names import names_of
from truceline.review.questions import open_questions
from truceline.runners.local import local_settle_kit
from truceline.web.site import Here
from truceline.web.views.incident import rulings
from truceline.web.views.questions import asking, documents_of
from truceline.web.views.who import asking_who

router = APIRouter()


@router.get("/review")
def show_question(request: Request, site: Here, skip: int = 0) -> HTMLResponse:
    """The weightiest open question; `skip` passes over that many."""
    snapshot = site.core.snapshot()
    questions = open_questions(snapshot)
    at = min(max(skip, 0), max(0, len(questions) - 1))
    asked = doubted = None
    if questions:
        entries = {d: site.core.document(d) for d in documents_of(questions[at])}
        readings = {d: e.reading for d, e in entries.items() if e}
        if questions[at].kind == "speaker":
            asked, doubted = asking_who(questions[at], snapshot, readings, names_of(snapshot))
        else:
            asked = asking(questions[at], snapshot, readings, (names_of(snapshot), local_settle_kit().weigh))
    last = next((d for d in rulings(snapshot.decisions[::-1], snapshot) if d.open), None)
    values = {"asked": asked, "doubted": doubted, "left": len(questions), "at": at, "last": last}
    return site.page(request, "review.html", values)


@router.get("/decisions")
def list_decisions(request: Request, site: Here) -> HTMLResponse:
    """Every decision, newest first, and those whose words are no longer found."""
    snapshot = site.core.snapshot()
    view = {"rulings": rulings(snapshot.decisions[::-1], snapshot), "lost": snapshot.unanchored}
    return site.page(request, "decisions.html", {"view": view})
