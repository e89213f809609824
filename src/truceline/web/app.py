"""The pages' application: one ledger, served on this machine only."""

import os
from http import HTTPStatus
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from truceline.ledger import Ledger
from truceline.runners.analyst import ANALYST_VARIABLE, login_name
from truceline.web.core import Core
from truceline.web.errors import STATUS, heading_of, status_of
from truceline.web.guard import guard
from truceline.web.routes import ROUTERS
from truceline.web.site import Site, site_of

LEDGER_VARIABLE = "TRUCELINE_LEDGER"


def create_app(ledger_path: Path | str, analyst: str | None = None) -> FastAPI:
    """The application over a ledger file."""
    return create_site(Ledger(Path(ledger_path)), analyst)


def from_environment() -> FastAPI:
    """For servers that import a factory: the ledger named by TRUCELINE_LEDGER."""
    return create_app(os.environ.get(LEDGER_VARIABLE, "ledger.truce"))


def create_site(core: Core, analyst: str | None = None) -> FastAPI:
    """The application over anything that answers as a ledger does."""
    app = FastAPI(title="Truceline", docs_url=None, redoc_url=None, openapi_url=None)
    given = analyst or os.environ.get(ANALYST_VARIABLE)
    app.state.site = Site(core=core, analyst=given or login_name(), named=bool(given))
    app.middleware("http")(guard)
    app.mount("/static", StaticFiles(packages=[("truceline.web", "static")]), name="static")
    for router in ROUTERS:
        app.include_router(router)
    for kind in (HTTPException, RequestValidationError, *STATUS):
        app.exception_handler(kind)(_show_error)
    return app


def _show_error(request: Request, error: Exception) -> HTMLResponse:
    if isinstance(error, HTTPException):
        status, message = error.status_code, str(error.detail)
        if message == HTTPStatus.NOT_FOUND.phrase:
            message = f"There is no page {request.url.path}."
    elif isinstance(error, RequestValidationError):
        status, message = 422, "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors())
    else:
        status, message = status_of(error), str(error)
    return site_of(request).page(request, "error.html", {"heading": heading_of(status), "message": message}, status)
