"""The policy applied: what of a ledger may leave the house. Everything exported or reported goes through here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from truceline.model.account import Facet
from truceline.model.actor import Actor
from truceline.model.place import Place
from truceline.model.plain import from_plain, to_plain
from truceline.model.problem import Problem
from truceline.model.reading import Reading
from truceline.model.snapshot import (
    FacetState,
    FacetValue,
    Incident,
    LedgerAccount,
    LedgerClaim,
    LedgerDocument,
    Snapshot,
)
from truceline.publish.coarsen import coarsen, withheld
from truceline.publish.kit import NameKit
from truceline.publish.masks import Clean, cleaner, hidden_names
from truceline.publish.persons.withhold import withhold_names
from truceline.publish.policy import Category, Policy
from truceline.publish.words import heading, parsed_day, say_time


@dataclass(frozen=True, slots=True, kw_only=True)
class _Treatment:
    """What one incident's positions undergo."""

    coarsen_km: float
    withhold: bool

    def place(self, place: Place) -> Place:
        """The place as it may leave."""
        return withheld(place) if self.withhold else coarsen(place, self.coarsen_km)


def disclose_snapshot(
    snapshot: Snapshot, policy: Policy, as_of: date, kit: NameKit, readings: Sequence[Reading] = ()
) -> Snapshot:
    """The snapshot as it may leave on a day: positions coarsened, held back or withheld; nobody private named.

    What is hidden of an incident is hidden in its documents' titles too. Decisions stay in the house: their anchors
    quote whole sentences, and their reasons are notes. `readings` are the documents', to know whom they name.
    """
    return _disclose_positions(withhold_names(snapshot, readings, policy, kit), policy, as_of)


def _disclose_positions(snapshot: Snapshot, policy: Policy, as_of: date) -> Snapshot:
    hidden = {i.id: _hidden(i, policy, as_of) for i in snapshot.incidents}
    kept = frozenset(n for i in snapshot.incidents for n in _kept(i, _treatment(i, policy, as_of)))
    clean = cleaner(policy, {n for names in hidden.values() for n in names}, kept)
    of_document = _by_document(snapshot, hidden)
    cleaned = {d.id: cleaner(policy, of_document.get(d.id, ()), kept) for d in snapshot.documents}
    return replace(
        snapshot,
        documents=tuple(
            replace(_document(d, cleaned[d.id]), problems=_problems(d.problems, clean)) for d in snapshot.documents
        ),
        incidents=tuple(disclose_incident(i, policy, as_of) for i in snapshot.incidents),
        claims=tuple(_claim(c, cleaned[c.document]) for c in snapshot.claims if c.document in cleaned),
        official=tuple(replace(o, sentence=clean(o.sentence)) for o in snapshot.official),
        actors=tuple(_actor(a, cleaner(policy, ())) for a in snapshot.actors),
        breaches=tuple(replace(b, reasons=tuple(map(clean, b.reasons))) for b in snapshot.breaches),
        problems=_problems(snapshot.problems, clean),
        decisions=(),
    )


def _by_document(snapshot: Snapshot, hidden: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """The names hidden in each document: those of all its incidents."""
    names: dict[str, set[str]] = {}
    for incident in snapshot.incidents:
        for document in incident.documents:
            names.setdefault(document, set()).update(hidden[incident.id])
    return names


def disclose_incident(incident: Incident, policy: Policy, as_of: date) -> Incident:
    """One incident as it may leave on a day."""
    treatment = _treatment(incident, policy, as_of)
    clean = cleaner(policy, _hidden(incident, policy, as_of), _kept(incident, treatment))
    place = treatment.place(incident.place) if incident.place else None
    named = _cleaned(place, clean) if place else None
    return replace(
        incident,
        title=clean(incident.title if _same_name(place, incident.place) else _title(incident, place)),
        place=named,
        accounts=tuple(_account(a, treatment, clean) for a in incident.accounts),
        facets={name: _state(name, state, treatment, clean) for name, state in incident.facets.items()},
        grade_reasons=tuple(clean(r) for r in incident.grade_reasons),
        links=(),
    )


def _hidden(incident: Incident, policy: Policy, as_of: date) -> frozenset[str]:
    """Names of places that this incident's treatment takes away, however its tellers wrote them."""
    treatment = _treatment(incident, policy, as_of)
    names = set(hidden_names(incident.place, treatment.place(incident.place))) if incident.place else set()
    for facet in (f for a in incident.accounts for f in a.facets if f.facet == "place"):
        names |= _hidden_of(facet, treatment)
    return frozenset(names)


def _kept(incident: Incident, treatment: _Treatment) -> frozenset[str]:
    """Names of the district and province of the incident's place, as far as they leave."""
    place = treatment.place(incident.place) if incident.place else None
    return frozenset(n for n in (place.admin1, place.admin2) if n) if place else frozenset()


def _hidden_of(facet: Facet, treatment: _Treatment) -> set[str]:
    """Names of the place of a facet that may not leave, and its words where they are no name that may."""
    told = from_plain(Place, facet.value) if isinstance(facet.value, dict) and "name" in facet.value else None
    shown = treatment.place(told) if told else None
    lost = set(hidden_names(told, shown))
    words = facet.text.strip()
    if lost and shown and words and facet.text not in {shown.name, shown.admin1, shown.country}:
        lost.add(words)
    return lost


def _problems(problems: Sequence[Problem], clean: Clean) -> tuple[Problem, ...]:
    return tuple(replace(p, message=clean(p.message), where=clean(p.where)) for p in problems)


def _document(document: LedgerDocument, clean: Clean) -> LedgerDocument:
    """A document's own words and addresses; an address that prints a position is left out."""
    url = document.url if document.url is None or clean(document.url) == document.url else None
    return replace(document, title=clean(document.title) if document.title else None, url=url)


def _claim(claim: LedgerClaim, clean: Clean) -> LedgerClaim:
    """A claim's words as its document's; a speaker whose name is hidden is hidden in its tellers' ids too."""
    speaker = clean(claim.speaker) if claim.speaker else None
    return replace(
        claim,
        speaker=speaker,
        tellers=claim.tellers if speaker == claim.speaker else (),
        source_words=clean(claim.source_words),
        said_as=clean(claim.said_as),
        antecedent_words=clean(claim.antecedent_words),
        words=clean(claim.words),
    )


def _actor(actor: Actor, clean: Clean) -> Actor:
    """An actor under the name it is listed by; its other names stay in the house."""
    return replace(actor, name=clean(actor.name), aliases=(), dated=())


def categories_of(incident: Incident, policy: Policy) -> tuple[Category, ...]:
    """Every category an incident falls under, by its type and the words of its accounts."""
    words = " ".join([incident.title, *(f"{f.text} {f.value}" for a in incident.accounts for f in a.facets)])
    return tuple(
        c
        for c in policy.categories
        if c.name == "default" or incident.event_type in c.types or (c.words is not None and c.words.search(words))
    )


def _treatment(incident: Incident, policy: Policy, as_of: date) -> _Treatment:
    found = categories_of(incident, policy)
    day = parsed_day(incident.time.latest or incident.time.earliest) if incident.time else None
    # a day still to come is as recent as today: only what is held back for a time is held back
    age = max(0, (as_of - day).days) if day else 0
    return _Treatment(
        coarsen_km=max((c.coarsen_km for c in found), default=0.0),
        withhold=any(c.withhold or age < c.delay_days for c in found),
    )


def _same_name(a: Place | None, b: Place | None) -> bool:
    return (a.name if a else None) == (b.name if b else None)


def _title(incident: Incident, place: Place | None) -> str:
    """The incident's own title with the wider place in it, so that an export calls it as the pages do."""
    area = place is not None and place.name in {place.country, place.admin1, place.admin2}
    near = f" {'in' if area else 'near'} {place.name}" if place and place.name else ""
    named = re.compile(rf" (?:in|at|near) {re.escape(incident.place.name)}(?=,|$)") if incident.place else None
    if named is not None and named.search(incident.title):
        return named.sub(lambda _: near, incident.title, count=1)
    when = f", {say_time(incident.time)}" if incident.time else ""
    return f"{heading(incident.event_type)}{near}{when}"


def _account(account: LedgerAccount, treatment: _Treatment, clean: Clean) -> LedgerAccount:
    facets = tuple(_facet(f, treatment, clean) for f in account.facets)
    return replace(account, facets=facets, teller_name=clean(account.teller_name))


def _facet(facet: Facet, treatment: _Treatment, clean: Clean) -> Facet:
    if facet.facet != "place":
        return replace(facet, text=clean(facet.text), value=_value(facet.value, clean))
    value = _place_value(facet.value, treatment, clean)
    return replace(facet, value=value, text=value.get("name", "") if isinstance(value, dict) else "")


def _cleaned(place: Place, clean: Clean) -> Place:
    """The place, its names cleaned as words are: one without a point may be a hospital's, and cannot be coarsened."""
    return replace(place, name=clean(place.name), within=tuple(clean(n) for n in place.within))


def _state(name: str, state: FacetState, treatment: _Treatment, clean: Clean) -> FacetState:
    def shown(value: FacetValue) -> FacetValue:
        made = _place_value(value.value, treatment, clean) if name == "place" else _value(value.value, clean)
        return replace(value, value=made)

    return replace(state, values=tuple(shown(v) for v in state.values))


def _place_value(value: Any, treatment: _Treatment, clean: Clean) -> Any:
    if not isinstance(value, dict) or "name" not in value:
        return None
    return to_plain(_cleaned(treatment.place(from_plain(Place, value)), clean))


def _value(value: Any, clean: Clean) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {k: _value(v, clean) for k, v in value.items()}
    return [_value(v, clean) for v in value] if isinstance(value, list) else value
