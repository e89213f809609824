"""One report's accounts that an analyst holds to tell of two happenings: the second becomes an incident of its own."""

from dataclasses import replace
from typing import Any, get_args

from truceline.model.account import Account, EventType, Facet, ReportedIncident
from truceline.model.amount import Range
from truceline.model.place import Place
from truceline.model.plain import from_plain
from truceline.model.reading import Reading
from truceline.model.span import overlap
from truceline.model.when import Time
from truceline.review.anchors import find_incident_key

OWN = "-of-"
"""Stands in the key of an incident made so, between the key it had and the account it was made of."""
_FIELDS: dict[str, type] = {"place": Place, "time": Time, "killed": Range, "injured": Range}


def part(reading: Reading, account: Account) -> Reading:
    """The reading with an account as an incident of its own; as it was where it tells of one alone already.

    Place, time and figures that it told the incident it leaves go with it, unless another account tells them too.
    """
    whole = find_incident_key(reading, account.incident)
    if whole is None or len(whole.accounts) < 2:
        return reading
    key = f"{whole.key}{OWN}{account.id}"
    rest = [a for a in reading.accounts if a.incident == whole.key and a.id != account.id]
    left = _without(whole, account, rest)
    made = ReportedIncident(
        key=key,
        event_type=_type(account) or whole.event_type,
        aggregate=False,
        **{name: _told(account, name) for name in _FIELDS},
        casualties=(),
        mentions=_mentions(account) or tuple(s for f in account.facets for s in f.spans)[:1],
        accounts=(account.id,),
    )
    incidents = [left if i.key == whole.key else i for i in reading.incidents]
    accounts = (replace(a, incident=key) if a.id == account.id else a for a in reading.accounts)
    return replace(reading, incidents=(*incidents, made), accounts=tuple(accounts))


def _without(whole: ReportedIncident, account: Account, rest: list[Account]) -> ReportedIncident:
    """The incident without an account: of what that told, what another tells instead."""
    fields: dict[str, Any] = {}
    for name in _FIELDS:
        if _told(account, name) is not None:
            told = [v for a in rest if (v := _told(a, name)) is not None]
            fields[name] = next((v for v in told if v == getattr(whole, name)), told[0] if told else None)
    own = _mentions(account)
    kept = tuple(m for m in whole.mentions if not any(overlap(m, s) for s in own))
    others = tuple(a for a in whole.accounts if a != account.id)
    return replace(whole, **fields, mentions=kept or whole.mentions, accounts=others)


def _mentions(account: Account) -> tuple[tuple[int, int], ...]:
    return tuple(s for f in account.facets if f.facet == "occurrence" for s in f.spans)


def _type(account: Account) -> EventType | None:
    said = (f.value for f in account.facets if f.facet in {"type", "occurrence"} and f.polarity == "affirmed")
    return next((v for v in said if v in get_args(EventType)), None)


def _told(account: Account, name: str) -> Any:
    """What an account affirms of a field, as the field has it; of several figures the largest."""
    facets = [f for f in account.facets if f.facet == name and f.polarity == "affirmed" and isinstance(f.value, dict)]
    return _as(max(facets, key=lambda f: f.value.get("low") or 0), name) if facets else None


def _as(facet: Facet, name: str) -> Any:
    value = {k: v for k, v in facet.value.items() if k != "group"}
    return from_plain(_FIELDS[name], value)
