"""Every string of a snapshot, each looked at as what it is; one nobody has thought of is looked at as sentences."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model.place import Place
from truceline.model.snapshot import ACCORDING_TO

FIXED = frozenset(
    (
        "id", "earliest", "latest", "granularity", "clock",
        "schema", "chain_head", "sha256", "incidents", "lineage", "received_at", "supersedes", "language",
        "stage", "code", "incident", "claim", "document", "superseded_by", "aliases", "documents", "succeeded_by",
        "main_in", "event_type", "grade", "review", "edtf", "facet", "polarity", "certainty", "parent", "extractor",
        "a", "b", "country", "geonameid", "precision", "geometry", "kind", "unit", "scope", "status", "verdict",
        "position", "agreement", "term", "accounts", "version", "unanchored", "source_kind", "act", "reaches", "speech",
        "reliability", "breach", "fulfil", "time_zone", "day", "began", "ended", "stated_at", "published", "kept",
        "broken", "group", "reverses",
    )
)  # fmt: skip
"""Fields that hold ids the program mints, dates, or one of a fixed list of words."""
_WHO = frozenset(
    (
        "tellers", "speaker", "through", "speaker_id", "side", "line", "source", "accused", "accuser", "attributed_by",
        "teller", "bound", "party", "actor",
    )
)  # fmt: skip
"""Fields that hold ids of actors, or their names."""
_NAMES = frozenset(
    ("teller_name", "publisher", "owner", "affiliation", "reliability_by", "source_words", "antecedent_words")
)
_PATHS = frozenset(("given_id", "where", "domains", "citations"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """What is done to each sort of string."""

    words: Callable[[str], str]
    who: Callable[[str], str]
    name: Callable[[str], str]
    value: Callable[[str], str]
    path: Callable[[str], str]
    url: Callable[[str | None], str | None]
    place: Callable[[Place], Place]


def walked(value: Any, hands: Hands, name: str = "") -> Any:
    """The value with every string in it put through the hands; `name` is the field it stands in."""
    if isinstance(value, str):
        return _string(value, hands, name)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _object(value, hands)
    if isinstance(value, Mapping):
        return _mapping(value, hands, name)
    if isinstance(value, tuple | list):
        return type(value)(walked(v, hands, name) for v in value)
    return value


def _object(value: Any, hands: Hands) -> Any:
    if isinstance(value, Place):
        return hands.place(value)
    made = {f.name: walked(getattr(value, f.name), hands, _sort(value, f.name)) for f in dataclasses.fields(value)}
    return dataclasses.replace(value, **made)


def _sort(value: Any, name: str) -> str:
    """The field's name as the rules above have it: what is called alike in two types need not be alike."""
    return _OF_TYPE.get(f"{type(value).__name__}.{name}", name)


_OF_TYPE = {
    "Source.id": "speaker",
    "Source.name": "publisher",
    "Actor.id": "actor",
    "Actor.name": "publisher",
    "Actor.parent": "actor",
    "Party.name": "publisher",
    "LedgerClaim.speaker": "teller_name",
    "OfficialTally.document": "given_id",
    "Snapshot.name": "given_id",
    "Agreement.source": "words",
    "Position.source": "words",
    "OfficialTally.source": "words",
    "LedgerClaim.citations": "id",
}


def _string(value: str, hands: Hands, name: str) -> str | None:
    if name in FIXED:
        return value
    if name == "url":
        return hands.url(value)
    if name in _PATHS:
        return hands.path(value)
    if name == "value":
        return hands.value(value)
    if name in _NAMES:
        return _each_of(value, hands.name)
    return _each_of(value, hands.who) if name in _WHO else hands.words(value)


def _each_of(value: str, hand: Callable[[str], str]) -> str:
    """The names of a teller and of those through whom it is told, each by itself."""
    return ACCORDING_TO.join(map(hand, value.split(ACCORDING_TO)))


def _mapping(value: Mapping[str, Any], hands: Hands, name: str) -> Any:
    if "lat" in value and "name" in value:
        return _plain_place(value, hands)
    if "comparator" in value:
        return {k: hands.words(v) if k == "text" and isinstance(v, str) else v for k, v in value.items()}
    return {k: walked(v, hands, name) for k, v in value.items()}


def _plain_place(value: Mapping[str, Any], hands: Hands) -> dict[str, Any]:
    place = hands.place(Place(name=value["name"], lat=value["lat"], geonameid=value.get("geonameid"),
                              within=tuple(value.get("within") or ())))  # fmt: skip
    return {**value, "name": place.name, "within": list(place.within)}
