"""The review queue, and the list of decisions."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from truceline.model.decision import Decision
from truceline.publish.names import names_of
from truceline.review.questions import Question, open_questions
from truceline.runners.local import local_settle_kit
from truceline.web.site import Here
from truceline.web.views.incident import rulings
from truceline.web.views.questions import asking, documents_of
from truceline.web.views.who import asking_who

router = APIRouter()


@router.get("/review")
def show_question(request: Request, site: Here, skip: int = 0, about: str = "") -> HTMLResponse:
    """The weightiest open question; `skip` passes over that many, `about` asks what a decision was about."""
    snapshot = site.core.snapshot()
    questions = open_questions(snapshot)
    skip = min(max(skip, 0), max(0, len(questions) - 1))
    at = asked_again(about, questions, snapshot.decisions, skip)
    asked = doubted = None
    if questions:
        entries = {d: site.core.document(d) for d in documents_of(questions[at])}
        readings = {d: e.reading for d, e in entries.items() if e}
        if questions[at].kind == "speaker":
            asked, doubted = asking_who(questions[at], snapshot, readings, names_of(snapshot))
        else:
            asked = asking(questions[at], snapshot, readings, (names_of(snapshot), local_settle_kit().weigh))
    own = (d for d in rulings(snapshot.decisions[::-1], snapshot) if d.open and d.who == site.who(request))
    places = {"at": at, "skip": skip, "after": skip if at > skip else skip + 1, "left": len(questions)}
    values = {"asked": asked, "doubted": doubted, "last": next(own, None), **places}
    return site.page(request, "review.html", values)


def asked_again(about: str, questions: Sequence[Question], decisions: Sequence[Decision], skip: int) -> int:
    """Where the question stands that a decision answered, so that an undo leads back to it; else where one was."""
    anchors = [a for d in decisions if d.id == about for a in d.anchors]
    targets = {f"{a.document}/{part}" for a in anchors for part in (a.account, a.claim, a.incident) if part}
    again = (n for n, q in enumerate(questions) if targets and targets >= set(q.targets))
    return next(again, skip)


@router.get("/decisions")
def list_decisions(request: Request, site: Here) -> HTMLResponse:
    """Every decision, newest first, and those whose words are no longer found."""
    snapshot = site.core.snapshot()
    view = {"rulings": rulings(snapshot.decisions[::-1], snapshot), "lost": snapshot.unanchored}
    return site.page(request, "decisions.html", {"view": view})
