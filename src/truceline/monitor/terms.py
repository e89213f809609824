"""Incidents held against the terms of an agreement: alleged breaches, tallies, obligations, official totals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.agreement import Agreement, Position, Term
from truceline.model.entry import Entry
from truceline.model.snapshot import AllegedBreach, Incident, ObligationStatus, OfficialTally, Tally, ZoneStanding
from truceline.monitor.accusations import NOT_NAMED, attributed_by, find_accusations, is_corroborated
from truceline.monitor.beside import with_ledger
from truceline.monitor.kit import MonitorKit
from truceline.monitor.obligations import obligation_status
from truceline.monitor.scope import day_of, may_breach, scope_of
from truceline.monitor.standing import Standing, standings
from truceline.monitor.stated import find_stated
from truceline.monitor.tallies import count_tallies


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitored:
    """What monitoring gives."""

    breaches: tuple[AllegedBreach, ...] = ()
    tallies: tuple[Tally, ...] = ()
    obligations: tuple[ObligationStatus, ...] = ()
    official: tuple[OfficialTally, ...] = ()
    zones: tuple[ZoneStanding, ...] = ()


def monitor_terms(
    incidents: Sequence[Incident],
    entries: Sequence[Entry],
    agreements: Sequence[Agreement],
    official: Sequence[OfficialTally],
    kit: MonitorKit,
) -> Monitored:
    """Alleged breaches per term, accused, accuser and day, for each party's position on the window."""
    single = [i for i in incidents if not i.aggregate and i.review != "rejected" and i.succeeded_by is None]
    stand = {a.id: standings(incidents, entries, a, kit.actors) for a in agreements}
    breaches = tuple(b for a in agreements for b in find_breaches(single, a, stand[a.id], kit))
    return Monitored(
        breaches=breaches,
        tallies=count_tallies(breaches, {i.id: i for i in single}),
        obligations=tuple(
            obligation_status(single, a, t, stand[a.id]) for a in agreements for t in a.terms if t.kind == "obligation"
        ),
        official=tuple(
            with_ledger(t, breaches, kit.actors) for t in _all_official(official, find_stated(entries, kit.totals))
        ),
        zones=tuple(
            ZoneStanding(agreement=a.id, incident=i, within=s.within, placed=s.placed)
            for a in agreements
            if a.zone
            for i, s in sorted(stand[a.id].items())
        ),
    )


def find_breaches(
    incidents: Sequence[Incident], agreement: Agreement, stand: Mapping[str, Standing], kit: MonitorKit
) -> Iterator[AllegedBreach]:
    """Every incident of a type a term forbids, for each accusation and each position on the window."""
    for incident in incidents:
        terms = [t for t in agreement.terms if may_breach(incident, t)]
        for position in agreement.positions if terms else ():
            for term in terms:
                yield from _breaches(incident, agreement, (term, position, stand[incident.id]), kit)


def _breaches(
    incident: Incident, agreement: Agreement, held: tuple[Term, Position, Standing], kit: MonitorKit
) -> Iterator[AllegedBreach]:
    term, position, standing = held
    scope, why = scope_of(incident, agreement, position, (standing.within, standing.reason))
    if scope == "outside":
        return
    bound = set(term.bound) or {p.actor for p in agreement.parties if p.bound}
    for accusation in find_accusations(incident, agreement, kit):
        if accusation.accused in bound or accusation.accused == NOT_NAMED:
            yield AllegedBreach(
                agreement=agreement.id,
                term=term.id,
                incident=incident.id,
                accused=accusation.accused,
                accuser=accusation.accuser,
                day=day_of(incident, agreement),
                position=position.party,
                scope=scope,
                corroborated=is_corroborated(accusation, kit),
                attributed_by=attributed_by(accusation, agreement, kit),
                accounts=tuple(a.id for a in accusation.accounts),
                reasons=(*why, *accusation.reasons),
                unplaced=not standing.placed,
            )


def _all_official(tables: Sequence[OfficialTally], stated: Sequence[OfficialTally]) -> tuple[OfficialTally, ...]:
    """Totals of the tables, then those found in texts that no table already holds."""
    known = {_figures(t) for t in tables}
    return (*tables, *(t for t in stated if _figures(t) not in known))


def _figures(tally: OfficialTally) -> tuple[int, tuple[int, ...]]:
    return tally.stated, tuple(sorted(p.value for p in tally.parts if p.of is None))
