"""The ceasefire page, and the incidents behind each of its counts."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from truceline.model.snapshot import Snapshot
from truceline.publish.names import names_of, say_actor
from truceline.web.site import Here, Site
from truceline.web.views.asked import check_window
from truceline.web.views.ceasefire import CellAsked, Wanted, breaches_of, ceasefire, left_out_documents

router = APIRouter()


class Address(BaseModel):
    """What stands in the page's address."""

    agreement: str = ""
    position: str = ""
    without: list[str] = []
    term: str = ""
    accused: str = "any"
    accuser: str = "any"
    level: str = "alleged"
    scope: str = "certainly"

    def wanted(self) -> Wanted:
        """The part both pages share."""
        return Wanted(agreement=self.agreement, position=self.position, without=tuple(self.without))


@router.get("/ceasefire")
def show_ceasefire(request: Request, site: Here, address: Annotated[Address, Query()]) -> HTMLResponse:
    """Window, terms, tally, official tallies, obligations."""
    snapshot, wanted = site.core.snapshot(), address.wanted()
    check_window(address.agreement, address.position, snapshot)
    view = ceasefire(snapshot, counted_without(site, wanted), wanted)
    return site.page(request, "ceasefire.html", {"view": view})


@router.get("/ceasefire/incidents")
def show_incidents(request: Request, site: Here, address: Annotated[Address, Query()]) -> HTMLResponse:
    """The incidents one count is made of, each with its reasons."""
    wanted = address.wanted()
    check_window(address.agreement, address.position, site.core.snapshot())
    counted = counted_without(site, wanted)
    names, titles = names_of(counted), {i.id: i for i in counted.incidents}
    cell = CellAsked(
        term=address.term, accused=address.accused, accuser=address.accuser, level=address.level, scope=address.scope
    )
    lines = [
        (titles[b.incident], say_actor(b.accused, names), say_actor(b.accuser, names), b.reasons, b.attributed_by)
        for b in breaches_of(counted, wanted, cell)
        if b.incident in titles
    ]
    values = {"lines": lines, "cell": cell, "position": say_actor(wanted.position, names), "back": wanted.link()}
    return site.page(request, "breaches.html", values)


def counted_without(site: Site, wanted: Wanted) -> Snapshot:
    """The ledger's state, settled again without the documents left out."""
    snapshot = site.core.snapshot()
    left_out = left_out_documents(snapshot, wanted.without)
    return site.core.snapshot_without(left_out) if left_out else snapshot
