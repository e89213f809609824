"""What each ruling does to a reading: accounts accepted, rejected, edited or added; nothing else changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from truceline.model.account import Account, EventType, Facet, ReportedIncident
from truceline.model.amount import Range
from truceline.model.decision import Decision
from truceline.model.place import Place
from truceline.model.plain import from_plain
from truceline.model.reading import Reading
from truceline.model.when import Time
from truceline.review.anchors import find_incident_key

ADDED = "added-"
"""Begins the id of every account an analyst added."""
_ON_INCIDENT: Mapping[str, type] = {"place": Place, "time": Time, "killed": Range, "injured": Range}
"""Facets that the reported incident keeps as fields of its own."""


def accept(reading: Reading, account: Account, _decision: Decision) -> Reading:
    """The account stands as read; an edited one stays marked as edited."""
    return _with_account(reading, account if account.review == "edited" else replace(account, review="accepted"))


def reject(reading: Reading, account: Account, _decision: Decision) -> Reading:
    """The account is struck out: kept and shown, counted nowhere."""
    return _with_account(reading, replace(account, review="rejected"))


def edit(reading: Reading, account: Account, decision: Decision) -> Reading:
    """The account's facets as the analyst has them; evidence stays where it was."""
    changes = tuple(from_plain(Facet, f) for f in (decision.values or {}).get("facets", ()))
    changed = {f.facet for f in changes}
    kept = [f for f in account.facets if f.facet not in changed]
    made = [_on_old_words(f, account) for f in changes if f.value is not None or f.polarity == "denied"]
    edited = replace(account, facets=(*kept, *made), review="edited")
    return _with_account(_carry_over(reading, account, changes), edited)


def add(reading: Reading, decision: Decision) -> Reading:
    """A new account, of an incident of this document or of one of its own."""
    values = decision.values or {}
    facets = tuple(from_plain(Facet, f) for f in values.get("facets", ()))
    own = ADDED + decision.id
    incident = find_incident_key(reading, values.get("incident") or "")
    account = Account(
        id=own,
        incident=incident.key if incident else own,
        claim=None,
        tellers=tuple(values.get("tellers", ())),
        facets=facets,
        review="accepted",
        reader_score=1.0,
    )
    joined = replace(incident, accounts=(*incident.accounts, own)) if incident else _incident(own, facets, values)
    others = tuple(joined if i.key == joined.key else i for i in reading.incidents)
    incidents = others if incident else (*others, joined)
    return replace(reading, accounts=(*reading.accounts, account), incidents=incidents)


def _incident(key: str, facets: Sequence[Facet], values: Mapping[str, Any]) -> ReportedIncident:
    blank = ReportedIncident(
        key=key,
        event_type=values.get("event_type", "other"),
        aggregate=False,
        place=None,
        time=None,
        killed=None,
        injured=None,
        casualties=(),
        mentions=tuple(s for f in facets for s in f.spans)[:1],
        accounts=(key,),
    )
    return _facets_on(blank, facets)


def _on_old_words(facet: Facet, account: Account) -> Facet:
    old = next((f for f in account.facets if f.facet == facet.facet), None)
    if facet.spans or old is None:
        return facet
    return replace(facet, text=old.text, spans=old.spans, claim=old.claim)


def _carry_over(reading: Reading, account: Account, changes: Sequence[Facet]) -> Reading:
    """An edit reaches the reported incident's own fields where it had them from this account, or from nobody."""
    incident = find_incident_key(reading, account.incident)
    if incident is None:
        return reading
    others = [a for a in reading.accounts if a.incident == incident.key and a.id != account.id]
    told_elsewhere = {f.facet for a in others for f in a.facets}
    mine = [f for f in changes if f.facet not in told_elsewhere]
    changed = _facets_on(incident, mine)
    return replace(reading, incidents=tuple(changed if i.key == incident.key else i for i in reading.incidents))


def _facets_on(incident: ReportedIncident, facets: Sequence[Facet]) -> ReportedIncident:
    fields: dict[str, Any] = {}
    for facet in facets:
        kind = _ON_INCIDENT.get(facet.facet)
        if kind is not None and not (isinstance(facet.value, dict) and "group" in facet.value):
            fields[facet.facet] = None if facet.value is None else from_plain(kind, facet.value)
        elif facet.facet == "type" and facet.value in get_args(EventType):
            fields["event_type"] = facet.value
    return replace(incident, **fields)


def _with_account(reading: Reading, account: Account) -> Reading:
    return replace(reading, accounts=tuple(account if a.id == account.id else a for a in reading.accounts))
