"""How incidents lie to an agreement's zone; one without a located place, by what else its documents speak of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.actor import Actor, side_of
from truceline.model.agreement import Agreement
from truceline.model.entry import Entry
from truceline.model.place import Place
from truceline.model.snapshot import Incident
from truceline.monitor.scope import Within, is_located, within_zone

_DOERS = frozenset({"actor", "responsibility"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether an incident lies within a zone, why where that is not certain, and whether its place is located."""

    within: Within
    reason: str
    placed: bool


def standings(
    incidents: Sequence[Incident], entries: Sequence[Entry], agreement: Agreement, actors: Mapping[str, Actor]
) -> dict[str, Standing]:
    """Every incident's standing, by its id.

    An incident without a located place lies outside where its documents tell of places in other countries than the
    zone's alone, and none of its doers belongs to the zone's countries or the agreement; else it is possibly within.
    """
    told = {e.id: told_places(e) for e in entries}
    everywhere = [*(p for found in told.values() for p in found), *(i.place for i in incidents if i.place)]
    lands = zone_lands(everywhere, agreement)
    return {i.id: _standing(i, told, lands, (agreement, actors)) for i in incidents}


def told_places(entry: Entry) -> tuple[Place, ...]:
    """Located places where a document says that something happened, and those that its title and address name."""
    reading = entry.reading
    scenes = (p for p in reading.places if p.role == "event")
    return tuple(p for p in (*scenes, *reading.document.places) if p.country)


def zone_lands(places: Iterable[Place], agreement: Agreement) -> frozenset[str]:
    """Countries that the zone lies in, as far as the ledger's places tell; empty where none is known."""
    # A large ledger names few places often: each is held against the zone once.
    told = {(p.name, p.precision, p.country, p.admin1, p.admin2, p.within): p for p in places if p.country}
    return frozenset(p.country for p in told.values() if p.country and within_zone(p, agreement)[0] == "certainly")


def _standing(
    incident: Incident,
    told: Mapping[str, Sequence[Place]],
    lands: frozenset[str],
    terms: tuple[Agreement, Mapping[str, Actor]],
) -> Standing:
    agreement, actors = terms
    within, reason = within_zone(incident.place, agreement)
    if not agreement.zone or is_located(incident.place):
        return Standing(within=within, reason=reason, placed=True)
    countries = {p.country for d in incident.documents for p in told.get(d, ())}
    # Parties fight abroad: a doer can speak for the zone, but its own country does not speak against it.
    if lands and countries and not countries & lands and not _of_the_zone(incident, lands, agreement, actors):
        why = f"{reason}; its documents tell of other places, none in the country of {agreement.zone_name}"
        return Standing(within="outside", reason=why, placed=False)
    return Standing(within=within, reason=reason, placed=False)


def _of_the_zone(incident: Incident, lands: frozenset[str], agreement: Agreement, actors: Mapping[str, Actor]) -> bool:
    """Whether a named doer is a party of the agreement or of its side, or comes from the zone's countries."""
    named = {str(f.value) for a in incident.accounts for f in a.facets if f.facet in _DOERS and f.value}
    parties = {p.actor for p in agreement.parties} | {side_of(p.actor, actors) for p in agreement.parties}
    return any(
        {name, side_of(name, actors)} & parties or (name in actors and actors[name].country in lands) for name in named
    )
