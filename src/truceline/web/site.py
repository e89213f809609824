"""The served ledger: its core, its templates and its form token, and how a page is made from a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment

from truceline.model.snapshot import Incident
from truceline.publish import words
from truceline.publish.names import extractors_of
from truceline.publish.templating import template_environment
from truceline.web.core import Core
from truceline.web.guard import check_token, new_token
from truceline.web.views.done import say_done

ANALYST_COOKIE = "truceline-analyst"
DONE_COOKIE = "truceline-done"
"""Names the decision just made until the next page has said what it did."""


def templates() -> Environment:
    """The pages' templates; everything put into them is escaped, and a missing value is an error."""
    env = template_environment("truceline.web")
    env.filters |= {
        "toll": words.say_toll,
        "time": words.say_time,
        "place": words.say_place,
        "review": lambda word: words.REVIEWS.get(word, word),
        "state": lambda word: words.STATES.get(word, word),
    }
    return env


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One ledger served by one process."""

    core: Core
    analyst: str
    named: bool
    """Whether a person gave that name; else it is the login's."""
    templates: Environment = field(default_factory=templates)
    token: str = field(default_factory=new_token)

    def page(
        self, request: Request, template: str, values: Mapping[str, Any] | None = None, status: int = 200
    ) -> HTMLResponse:
        """A template filled with a view's values."""
        snapshot = self.core.snapshot()
        frame = {
            "ledger": snapshot.name or "Ledger",
            "head": snapshot.chain_head,
            "token": self.token,
            "analyst": self.who(request),
            "named": self.named or ANALYST_COOKIE in request.cookies,
            "extractors": extractors_of(snapshot.incidents),
            "path": request.url.path,
            "done": say_done(request.cookies.get(DONE_COOKIE, ""), snapshot),
            "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        }
        html = self.templates.get_template(template).render({**frame, **(values or {})})
        response = HTMLResponse(html, status)
        if DONE_COOKIE in request.cookies:
            response.delete_cookie(DONE_COOKIE, httponly=True, samesite="strict")
        return response

    def who(self, request: Request) -> str:
        """The analyst deciding in this browser."""
        return request.cookies.get(ANALYST_COOKIE) or self.analyst

    def incident(self, incident_id: str) -> Incident:
        """An incident of the ledger, also by an id that now leads to it (404 where there is none)."""
        incident = self.core.incident(incident_id)
        if incident is None:
            raise HTTPException(404, f"The ledger has no incident {incident_id}.")
        return incident


def site_of(request: Request) -> Site:
    """The site a request is for."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site


def genuine(request: Request, token: Annotated[str, Form()] = "") -> None:
    """Dependency of every route that changes something."""
    check_token(token, site_of(request).token)


def back(to: str, fallback: str = "/") -> RedirectResponse:
    """Leads on after a form; only to a page of our own."""
    return RedirectResponse(own_page(to, fallback), 303)


def own_page(to: str, fallback: str = "/") -> str:
    """The address where it is one of our own pages, else the other."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else fallback


Here = Annotated[Site, Depends(site_of)]
