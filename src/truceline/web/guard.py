"""What keeps other sites out of a ledger served on this machine: host check, form token, headers."""

import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from fastapi import HTTPException, Request, Response
from fastapi.responses import PlainTextResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'none'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers send our own forms with Origin: null
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})

Next = Callable[[Request], Awaitable[Response]]


def host_name(authority: str) -> str:
    """The host of "host:port", brackets of an IPv6 address kept."""
    if authority.startswith("["):
        return authority.split("]", 1)[0] + "]"
    return authority.split(":", 1)[0]


async def guard(request: Request, call_next: Next) -> Response:
    """Answers only requests meant for this machine (against DNS rebinding), and sets every page's headers."""
    if host_name(request.headers.get("host", "")).lower() not in HOSTS:
        return PlainTextResponse("Truceline answers only on 127.0.0.1 and localhost.\n", 421, HEADERS)
    if foreign(request):
        return PlainTextResponse("This form was not sent from a Truceline page.\n", 403, HEADERS)
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers[name] = value
    if not request.url.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    return response


def foreign(request: Request) -> bool:
    """Whether a change is asked for by a page of another origin, as far as the browser says so."""
    if request.method in ("GET", "HEAD"):
        return False
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def new_token() -> str:
    """A form token for one process."""
    return secrets.token_urlsafe(24)


def check_token(given: str, expected: str) -> None:
    """Refuses a form that does not carry the process's token (403)."""
    if not secrets.compare_digest(given.encode(), expected.encode()):
        raise HTTPException(403, "This form is from before the server was started anew: load the page again.")
