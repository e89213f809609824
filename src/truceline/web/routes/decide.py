"""Ruling by form: one route a verb, each leading back to where the form stood."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from truceline.publish.names import speakers_of
from truceline.review.ask import Ask
from truceline.review.speakers import typed_claim
from truceline.review.values import typed_facets
from truceline.runners.local import actors_by_name, shipped_numbers
from truceline.web.routes.documents import found_document
from truceline.web.site import DONE_COOKIE, Here, Site, back, genuine

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
    value: str = ""
    denied: bool = False
    speaker: str = ""
    kind: str = ""
    act: str = ""
    reaches: str = ""
    reason: str = ""
    back: str = "/"


@router.post("/{verb}")
def decide(
    request: Request,
    site: Here,
    verb: Literal["accept", "reject", "edit", "correct", "same", "different", "allow", "undo"],
    ruling: Annotated[Ruling, Form()],
) -> RedirectResponse:
    """Records one ruling. UnknownTargetError and ValueProblemError become pages that say so."""
    ask = Ask(
        verb=verb,
        on="claim" if ruling.claim else "account",
        targets=targets(verb, ruling),
        analyst=site.who(request),
        reason=ruling.reason,
        values=values_of(verb, site, ruling),
    )
    made = site.core.decide(ask)
    response = back(ruling.back)
    response.set_cookie(DONE_COOKIE, made.id, httponly=True, samesite="strict", max_age=60)
    return response


def targets(verb: str, ruling: Ruling) -> tuple[str, ...]:
    """What a ruling is about."""
    if verb == "undo":
        return (ruling.decision,)
    if verb == "allow":
        return (ruling.name,)
    if verb in ("same", "different"):
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


def edited_facets(site: Site, ruling: Ruling) -> list[dict[str, object]]:
    """The facet typed into the form, in its normal form."""
    reading = found_document(site, ruling.account.partition("/")[0]).reading
    denied = [ruling.facet] if ruling.denied else []
    return typed_facets([f"{ruling.facet}={ruling.value}"], denied, reading, shipped_numbers())
