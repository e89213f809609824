"""Documents: the list, the reader, and the original as it came in."""

import re
from pathlib import PurePosixPath
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from truceline.model.entry import Entry
from truceline.model.span import Span
from truceline.publish.speaking import ACTS, KINDS, REACHES
from truceline.web.site import Here, Site
from truceline.web.views.document import LAYERS, Shown, document_view
from truceline.web.views.documents import document_lines
from truceline.web.views.places import places_view
from truceline.web.views.speaking import ClaimsAsked

router = APIRouter()
CHOICES = {"kinds": KINDS, "acts": ACTS, "reaches": REACHES}
"""What a claim can be corrected to."""


class Address(BaseModel):
    """What stands in a document's address: layers on, words to light ("120-138,150-155"), which claims to list."""

    layers: str | None = None
    lit: str = ""
    told: str = ""
    """Key of the account whose card is open."""
    who: str = ""
    kind: str = ""
    act: str = ""
    cited: str = ""


@router.get("/documents")
def list_documents(request: Request, site: Here) -> HTMLResponse:
    """Every document with its counts."""
    return site.page(request, "documents.html", {"lines": document_lines(site.core.snapshot())})


@router.get("/document/{document_id}")
def show_document(request: Request, site: Here, document_id: str, address: Annotated[Address, Query()]) -> HTMLResponse:
    """One document's text with its layers, and its claims by speaker."""
    layers = address.layers
    chosen = {"claims"} if layers is None else set(layers.split(",")) & {key for key, _ in LAYERS}
    entry = found_document(site, document_id)
    asked = ClaimsAsked(who=address.who, kind=address.kind, act=address.act, cited=address.cited)
    shown = Shown(layers=frozenset(chosen), lit=spans_of(address.lit), asked=asked)
    earlier = site.core.document(entry.supersedes) if entry.supersedes else None
    view = document_view(entry, earlier, site.core.snapshot(), shown)
    return site.page(request, "document.html", {"view": view, "choices": CHOICES, "told": address.told})


@router.get("/document/{document_id}/places")
def show_places(request: Request, site: Here, document_id: str) -> HTMLResponse:
    """How one document's places were resolved."""
    return site.page(request, "places.html", {"view": places_view(found_document(site, document_id))})


@router.get("/document/{document_id}/original")
def original(site: Here, document_id: str) -> Response:
    """The bytes as they came in; always a download, since they are somebody else's and may be a page with scripts."""
    record = site.core.record(document_id)
    if record is None:
        raise HTTPException(404, f"The ledger has no document {document_id}.")
    name = PurePosixPath(record.where.replace("\\", "/")).name or "document"
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", name)
    headers = {"Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"}
    return Response(record.data, media_type="application/octet-stream", headers=headers)


def found_document(site: Site, document_id: str) -> Entry:
    """The document (404 where there is none)."""
    entry = site.core.document(document_id)
    if entry is None:
        raise HTTPException(404, f"The ledger has no document {document_id}.")
    return entry


def spans_of(text: str) -> tuple[Span, ...]:
    """Spans written "120-138,150-155"; what is no span is left out."""
    written = (re.fullmatch(r"(\d{1,9})-(\d{1,9})", part) for part in text.split(","))
    spans = [(int(m[1]), int(m[2])) for m in written if m]
    return tuple(s for s in spans if s[0] < s[1])
