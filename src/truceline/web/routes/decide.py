"""Ruling by form: one route a verb, each leading back to where the form stood."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from truceline.review.ask import Ask
from truceline.review.values import typed_facets
from truceline.web.routes.documents import found_document
from truceline.web.site import Here, Site, back, genuine

router = APIRouter(prefix="/decide", dependencies=[Depends(genuine)])


class Ruling(BaseModel):
    """What a form sends; which fields count depends on the verb."""

    account: str = ""
    a: str = ""
    b: str = ""
    incident: str = ""
    other: str = ""
    decision: str = ""
    facet: str = ""
    value: str = ""
    denied: bool = False
    reason: str = ""
    back: str = "/"


@router.post("/{verb}")
def decide(
    request: Request,
    site: Here,
    verb: Literal["accept", "reject", "edit", "same", "different", "undo"],
    ruling: Annotated[Ruling, Form()],
) -> RedirectResponse:
    """Records one ruling. UnknownTargetError and ValueProblemError become pages that say so."""
    values = {"facets": edited_facets(site, ruling)} if verb == "edit" else {}
    ask = Ask(
        verb=verb,
        targets=targets(verb, ruling),
        analyst=site.who(request),
        reason=ruling.reason,
        values=values,
    )
    site.core.decide(ask)
    return back(ruling.back)


def targets(verb: str, ruling: Ruling) -> tuple[str, ...]:
    """What a ruling is about."""
    if verb == "undo":
        return (ruling.decision,)
    if verb in ("same", "different"):
        return (ruling.a or ruling.incident, ruling.b or ruling.other)
    return (ruling.account,)


def edited_facets(site: Site, ruling: Ruling) -> list[dict[str, object]]:
    """The facet typed into the form, in its normal form."""
    reading = found_document(site, ruling.account.partition("/")[0]).reading
    denied = [ruling.facet] if ruling.denied else []
    return typed_facets([f"{ruling.facet}={ruling.value}"], denied, reading)
