"""The policy applied: what of a ledger may leave the house. Everything exported or reported goes through here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from truceline.model.account import Facet
from truceline.model.place import Place
from truceline.model.plain import from_plain, to_plain
from truceline.model.snapshot import FacetState, FacetValue, Incident, LedgerAccount, Snapshot
from truceline.publish.coarsen import coarsen, mask_coordinates, withheld
from truceline.publish.policy import Category, Policy
from truceline.publish.words import heading, parsed_day, say_time

_WITHHELD = "[withheld]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Treatment:
    """What one incident's positions undergo."""

    coarsen_km: float
    withhold: bool

    def place(self, place: Place) -> Place:
        """The place as it may leave."""
        return withheld(place) if self.withhold else coarsen(place, self.coarsen_km)


def disclose_snapshot(snapshot: Snapshot, policy: Policy, as_of: date) -> Snapshot:
    """The snapshot as it may leave on a day: positions coarsened, held back or withheld; words masked.

    Decisions stay in the house: their anchors quote whole sentences.
    """
    clean = _cleaner(policy)
    return replace(
        snapshot,
        incidents=tuple(disclose_incident(i, policy, as_of) for i in snapshot.incidents),
        official=tuple(replace(o, sentence=clean(o.sentence)) for o in snapshot.official),
        decisions=(),
    )


def disclose_incident(incident: Incident, policy: Policy, as_of: date) -> Incident:
    """One incident as it may leave on a day."""
    treatment, clean = _treatment(incident, policy, as_of), _cleaner(policy)
    place = treatment.place(incident.place) if incident.place else None
    return replace(
        incident,
        title=clean(incident.title if _same_name(place, incident.place) else _title(incident, place)),
        place=place,
        accounts=tuple(_account(a, treatment, clean) for a in incident.accounts),
        facets={name: _state(name, state, treatment, clean) for name, state in incident.facets.items()},
        grade_reasons=tuple(clean(r) for r in incident.grade_reasons),
        links=(),
    )


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
    age = (as_of - day).days if day else 0
    return _Treatment(
        coarsen_km=max((c.coarsen_km for c in found), default=0.0),
        withhold=any(c.withhold or age < c.delay_days for c in found),
    )


def _same_name(a: Place | None, b: Place | None) -> bool:
    return (a.name if a else None) == (b.name if b else None)


def _title(incident: Incident, place: Place | None) -> str:
    near = f" near {place.name}" if place and place.name else ""
    when = f", {say_time(incident.time)}" if incident.time else ""
    return f"{heading(incident.event_type)}{near}{when}"


def _account(account: LedgerAccount, treatment: _Treatment, clean: Callable[[str], str]) -> LedgerAccount:
    facets = tuple(_facet(f, treatment, clean) for f in account.facets)
    return replace(account, facets=facets, teller_name=clean(account.teller_name))


def _facet(facet: Facet, treatment: _Treatment, clean: Callable[[str], str]) -> Facet:
    if facet.facet != "place":
        return replace(facet, text=clean(facet.text), value=_value(facet.value, clean))
    value = _place_value(facet.value, treatment)
    return replace(facet, value=value, text=value.get("name", "") if isinstance(value, dict) else "")


def _state(name: str, state: FacetState, treatment: _Treatment, clean: Callable[[str], str]) -> FacetState:
    def shown(value: FacetValue) -> FacetValue:
        made = _place_value(value.value, treatment) if name == "place" else _value(value.value, clean)
        return replace(value, value=made)

    return replace(state, values=tuple(shown(v) for v in state.values))


def _place_value(value: Any, treatment: _Treatment) -> Any:
    if not isinstance(value, dict) or "name" not in value:
        return None
    return to_plain(treatment.place(from_plain(Place, value)))


def _value(value: Any, clean: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {k: _value(v, clean) for k, v in value.items()}
    return [_value(v, clean) for v in value] if isinstance(value, list) else value


def _cleaner(policy: Policy) -> Callable[[str], str]:
    def clean(text: str) -> str:
        for name in policy.protected_names:
            text = text.replace(name, _WITHHELD)
        return mask_coordinates(text) if policy.mask_printed_coordinates else text

    return clean
