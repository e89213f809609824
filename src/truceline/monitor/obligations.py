"""Obligations: the accounts that say one was kept, and those that say it was not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from truceline.model.agreement import Agreement, Term
from truceline.model.plain import from_plain
from truceline.model.snapshot import Incident, LedgerAccount, ObligationStatus
from truceline.model.when import Time
from truceline.monitor.scope import may_breach, scope_of
from truceline.monitor.standing import Standing
from truceline.text.days import day_number, days_of, local_day, zone_of

_Bearing = Literal["kept", "broken"]


_STATUS: Mapping[tuple[bool, bool], Literal["kept", "broken", "disputed", "unknown"]] = {
    (True, True): "disputed",
    (True, False): "kept",
    (False, True): "broken",
    (False, False): "unknown",
}
"""By whether anybody tells of an obligation kept, and of it broken."""


def obligation_status(
    incidents: Sequence[Incident], agreement: Agreement, term: Term, stand: Mapping[str, Standing]
) -> ObligationStatus:
    """Accounts for and against, of incidents that lie within the agreement by at least one position."""
    said = [s for i in incidents if _in_scope(i, agreement, stand[i.id]) for s in _bearings(i, term)]
    kept = tuple(sorted({a for a, bearing in said if bearing == "kept"}))
    broken = tuple(sorted({a for a, bearing in said if bearing == "broken"}))
    return ObligationStatus(
        agreement=agreement.id,
        term=term.id,
        text=term.text,
        bound=term.bound or tuple(p.actor for p in agreement.parties if p.bound),
        kept=kept,
        broken=broken,
        status=_STATUS[bool(kept), bool(broken)],
        due=term.due,
        late=tuple(a for a in kept if a in _late(incidents, agreement, term)),
    )


def _late(incidents: Sequence[Incident], agreement: Agreement, term: Term) -> frozenset[str]:
    """Accounts that tell of a fulfilment on a day after the one it was due, in the theatre's days."""
    due = day_number(local_day(term.due, zone_of(agreement.time_zone)))
    if due is None:
        return frozenset()
    told = ((a, i.time) for i in incidents if i.event_type in term.fulfil for a in i.accounts)
    days = ((a.id, days_of(_told_time(a) or time)) for a, time in told)
    return frozenset(account for account, when in days if when is not None and when.first > due)


def _told_time(account: LedgerAccount) -> Time | None:
    """The time that an account itself tells."""
    said = (f.value for f in account.facets if f.facet == "time" and f.polarity == "affirmed")
    value = next((v for v in said if isinstance(v, Mapping) and v.get("earliest")), None)
    return from_plain(Time, value) if value is not None else None


def _in_scope(incident: Incident, agreement: Agreement, standing: Standing) -> bool:
    where = standing.within, standing.reason
    return any(scope_of(incident, agreement, p, where)[0] != "outside" for p in agreement.positions)


def _bearings(incident: Incident, term: Term) -> Iterator[tuple[str, _Bearing]]:
    """What each account of a fulfilling or breaching incident says; a denial says the opposite.

    Who denies an attack on what a term protects does not say that the term was kept.
    """
    fulfils, breaches = incident.event_type in term.fulfil, may_breach(incident, term)
    if not fulfils and not breaches:
        return
    typed = incident.event_type in {*term.fulfil, *term.breach}
    for account in incident.accounts:
        if account.review != "rejected" and (typed or _affirms(account)):
            yield account.id, "kept" if fulfils != _denies(account) else "broken"


def _affirms(account: LedgerAccount) -> bool:
    """Whether an account tells that it happened, and denies or doubts neither that nor who did it."""
    said = {f.polarity for f in account.facets if f.facet in {"occurrence", "responsibility", "actor"}}
    return said == {"affirmed"}


def _denies(account: LedgerAccount) -> bool:
    return any(f.facet in {"occurrence", "compliance"} and f.polarity == "denied" for f in account.facets)
