"""Pages that only list: sources, names that do not leave, problems, search, keys."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from truceline.text.queries import say_misquoted
from truceline.web.site import Here
from truceline.web.views.lists import KEYS, actor_lines, excerpt, problem_groups, source_lines

router = APIRouter()


@router.get("/sources")
def sources(request: Request, site: Here) -> HTMLResponse:
    """Outlets and bodies that publish, and the actors the documents name."""
    snapshot = site.core.snapshot()
    return site.page(request, "sources.html", {"lines": source_lines(snapshot), "actors": actor_lines(snapshot)})


@router.get("/names")
def names(request: Request, site: Here) -> HTMLResponse:
    """Whose names do not leave, each with a form that allows it."""
    return site.page(request, "names.html", {"names": site.core.withheld_names()})


@router.get("/problems")
def problems(request: Request, site: Here) -> HTMLResponse:
    """What went wrong, and what to do about it."""
    return site.page(request, "problems.html", {"groups": problem_groups(site.core.snapshot())})


@router.get("/search")
def search(request: Request, site: Here, q: str = "") -> HTMLResponse:
    """Documents by words, and incidents by the words of their titles."""
    snapshot = site.core.snapshot()
    words = q.lower().split()
    incidents = [i for i in snapshot.incidents if words and all(w in i.title.lower() for w in words)][:50]
    hits = [(h.document, h.title, excerpt(h.excerpt)) for h in site.core.search(q)] if words else []
    names = {d.id: d.title or d.given_id for d in snapshot.documents}
    gone = {d.id for d in snapshot.documents if d.superseded_by}
    found = {"hits": hits, "incidents": incidents, "names": names, "gone": gone}
    return site.page(request, "search.html", {"q": q, "said": say_misquoted(q) if words else "", **found})


@router.get("/keys")
def keys(request: Request, site: Here) -> HTMLResponse:
    """Every key the pages know."""
    return site.page(request, "keys.html", {"keys": KEYS})
