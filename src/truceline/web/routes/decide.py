"""Ruling by form: one route a verb, each leading back to where the form stood."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from truceline.model.snapshot import LedgerAccount
from truceline.publish.names import speakers_of
from truceline.review.ask import Ask, UnknownTargetError
from truceline.review.speakers import typed_claim
from truceline.review.values import ValueProblemError, ruled_facets
from truceline.runners.local import actors_by_name, shipped_numbers
from truceline.web.errors import status_of
from truceline.web.routes.documents import CHOICES, found_document
from truceline.web.site import DONE_COOKIE, Here, Site, back, genuine, own_page
from truceline.web.views.refused import refused_view

router = APIRouter(prefix="/decide", dependencies=[Depends(genuine)])


class Ruling(BaseModel):
    """What a form sends; which fields count depends on the verb."""

    account: str = ""
    claim: str = ""
    a: str = ""
    b: str = ""
    incident: str = ""
    other: str = ""
    decision: str = ""
    name: str = ""
    facet: str = ""
    says: Literal["", "says", "denies", "silent"] = ""
    happened: str = ""
    value: str = ""
    speaker: str = ""
    kind: str = ""
    act: str = ""
    reaches: str = ""
    reason: str = ""
    state: str = ""
    back: str = "/"


@router.post("/{verb}")
def decide(
    request: Request,
    site: Here,
    verb: Literal["accept", "reject", "edit", "correct", "same", "different", "allow", "supersede", "undo"],
    ruling: Annotated[Ruling, Form()],
) -> Response:
    """Records one ruling. One that cannot be taken shows why, and the form as it was filled."""
    try:
        ask = Ask(
            verb=verb,
            on="document" if verb == "supersede" else "claim" if ruling.claim else "account",
            targets=targets(verb, ruling),
            analyst=site.who(request),
            reason=ruling.reason,
            values=values_of(verb, site, ruling),
            state=ruling.state,
        )
        made = site.core.decide(ask)
    except (UnknownTargetError, ValueProblemError) as error:
        return refused(request, site, (verb, ruling), error)
    response = back(ruling.back)
    response.set_cookie(DONE_COOKIE, made.id, httponly=True, samesite="strict", max_age=60)
    return response


def targets(verb: str, ruling: Ruling) -> tuple[str, ...]:
    """What a ruling is about."""
    if verb == "undo":
        return (ruling.decision,)
    if verb == "allow":
        return (ruling.name,)
    if verb in ("same", "different", "supersede"):
        return (ruling.a or ruling.incident, ruling.b or ruling.other)
    return (ruling.claim or ruling.account,)


def values_of(verb: str, site: Site, ruling: Ruling) -> dict[str, Any]:
    """What was typed into a form, in its normal form."""
    if verb == "edit":
        return {"facets": edited_facets(site, ruling)}
    if verb == "correct":
        document, _, claim = ruling.claim.partition("/")
        typed = {"speaker": ruling.speaker, "kind": ruling.kind, "act": ruling.act, "reaches": ruling.reaches}
        borne = speakers_of(site.core.snapshot())
        return typed_claim(typed, found_document(site, document).reading, claim, actors_by_name(), borne)
    return {}


def edited_facets(site: Site, ruling: Ruling) -> list[dict[str, Any]]:
    """The facet ruled in the form, in its normal form; what happened is chosen from a list."""
    reading = found_document(site, ruling.account.partition("/")[0]).reading
    account = held_account(site, ruling.account)
    value = ruling.happened if ruling.facet in {"occurrence", "type"} and ruling.happened else ruling.value
    told = account.facets if account else ()
    return ruled_facets((ruling.facet, ruling.says, value), told, reading, shipped_numbers())


def held_account(site: Site, target: str) -> LedgerAccount | None:
    """The account as it stands in the ledger now."""
    return next((a for i in site.core.snapshot().incidents for a in i.accounts if a.id == target), None)


def refused(request: Request, site: Site, asked: tuple[str, Ruling], error: Exception) -> HTMLResponse:
    """The page of a ruling that was not taken."""
    verb, ruling = asked
    typed = {**ruling.model_dump(), "back": own_page(ruling.back)}
    document = (ruling.account or ruling.claim).partition("/")[0]
    entry = site.core.document(document) if document else None
    view = refused_view(str(error), verb, typed, site.core.snapshot(), entry)
    return site.page(request, "refused.html", {"view": view, "choices": CHOICES}, status_of(error))
