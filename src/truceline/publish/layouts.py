"""The layouts incidents can leave in: the ledger's own plain columns, Airwars, UCDP GED, ACLED. Unknown stays blank."""

import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truceline.model.sheet import Cell
from truceline.model.snapshot import FacetValue, Incident, LedgerClaim, LedgerDocument, Snapshot
from truceline.publish.names import extractors_of
from truceline.publish.sides import Sides, sides_of
from truceline.publish.words import REVIEWS, say_value

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """Codes of the field's layouts for our levels, grades, groups and event types."""

    precision: Mapping[str, Mapping[str, Any]]
    strike_status: Mapping[str, str]
    groups: Mapping[str, str]
    event_types: Mapping[str, Mapping[str, Any]]
    strike_types: Mapping[str, str]
    countries: Mapping[str, str]
    """English names of countries by their ISO codes."""
    names: Mapping[str, str]
    """Names of actors by their registry ids."""


def load_codes(data: Path, names: Mapping[str, str]) -> Codes:
    """Codes from the package's data folder; `names` are the registry's."""
    layouts = tomllib.loads((data / "layouts.toml").read_text(encoding="utf-8"))
    return Codes(
        precision=layouts["precision"],
        strike_status=layouts["strike_status"],
        groups=layouts["groups"],
        event_types=tomllib.loads((data / "event_types.toml").read_text(encoding="utf-8")),
        strike_types=layouts["strike_type"],
        countries=_countries((data / "states.tsv").read_text(encoding="utf-8")),
        names=names,
    )


def _countries(table: str) -> dict[str, str]:
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every row may need: the codes, whose side actors are on, and the documents and claims by id."""

    codes: Codes
    sides: Sides
    documents: Mapping[str, LedgerDocument]
    claims: Mapping[str, LedgerClaim]
    models: Mapping[str, str]
    """By claim the language models that proposed accounts told on it."""


def context_of(snapshot: Snapshot, codes: Codes) -> Context:
    """Context over one snapshot."""
    return Context(
        codes=codes,
        sides=sides_of(snapshot),
        documents={d.id: d for d in snapshot.documents},
        claims={c.id: c for c in snapshot.claims},
        models=_models(snapshot),
    )


def _models(snapshot: Snapshot) -> dict[str, str]:
    told: dict[str, list[str | None]] = {}
    for account in (a for i in snapshot.incidents for a in i.accounts if a.extractor and a.review != "rejected"):
        for claim in {f.claim for f in account.facets if f.claim}:
            told.setdefault(f"{account.document}/{claim}", []).append(account.extractor)
    return {claim: joined(models) or "" for claim, models in told.items()}


def days_of(incident: Incident) -> tuple[str | None, str | None]:
    """First and last day (ISO) of an incident's interval."""
    time = incident.time
    if time is None:
        return None, None
    return (time.earliest or "")[:10] or None, (time.latest or "")[:10] or None


def precision_code(incident: Incident, layout: str, codes: Codes) -> Cell:
    """The layout's code of an incident's place level; None where it has none."""
    place = incident.place
    if place is None or place.precision is None or place.lat is None:
        return None
    code: Cell = codes.precision.get(place.precision, {}).get(layout)
    return code or None


def country_of(incident: Incident, context: Context) -> str | None:
    """The English name of the country it happened in; None where it is not known."""
    return context.codes.countries.get(incident.place.country or "") if incident.place else None


def in_order(row: Row, columns: Sequence[str]) -> Row:
    """A row with exactly a layout's columns, in its order; what it says nothing of is blank."""
    return {column: row.get(column) for column in columns}


def values_of(incident: Incident, facet: str, polarities: Collection[str] = ("affirmed",)) -> list[FacetValue]:
    """The values tellers give a facet, most lines first; none where nobody says, or where they disagree."""
    state = next((s for name, s in incident.facets.items() if name == facet), None)
    if state is None or state.status not in {"agreed", "single"}:
        return []
    return [v for v in state.values if v.polarity in polarities and v.value is not None]


def doers_of(incident: Incident, polarities: Collection[str] = ("affirmed",)) -> list[FacetValue]:
    """Who is said to have acted; where nobody speaks of that, who is said to be responsible."""
    acted = incident.facets.get("actor")
    told = acted is not None and acted.status != "unknown"
    return values_of(incident, "actor" if told else "responsibility", polarities)


def said(incident: Incident, facet: str, context: Context) -> str | None:
    """What tellers affirm of a facet, in words."""
    return in_words(values_of(incident, facet), context)


def in_words(values: Sequence[FacetValue], context: Context) -> str | None:
    """What tellers give, in words; None where nobody gives anything."""
    return "; ".join(say_value(v.value, context.codes.names) for v in values) or None


def columns_of(value: object | None, columns: Mapping[str, str]) -> Row:
    """By column, an attribute of a value; blank where there is no value."""
    return {column: None if value is None else getattr(value, name) for column, name in columns.items()}


def joined(values: Sequence[str | None], by: str = "; ") -> str | None:
    """Distinct values that are there, in order."""
    return by.join(dict.fromkeys(v for v in values if v)) or None


def sources_of(incident: Incident, context: Context) -> list[LedgerDocument]:
    """The documents behind an incident, in order."""
    return [context.documents[d] for d in incident.documents if d in context.documents]


def claims_of(incident: Incident, context: Context) -> list[LedgerClaim]:
    """The claims on whose word an incident's standing accounts are told, each once."""
    told = (f"{a.document}/{f.claim}" for a in incident.accounts if a.review != "rejected" for f in a.facets)
    return [context.claims[c] for c in dict.fromkeys(told) if c in context.claims]


def noted(incident: Incident) -> str:
    """How far an incident was looked at, and by which language model accounts of it were proposed."""
    models = joined(extractors_of((incident,)))
    return f"Review: {REVIEWS[incident.review]}.{f' Proposed by a language model: {models}.' if models else ''}"


RowMaker = Callable[[Incident, Context], Row]
