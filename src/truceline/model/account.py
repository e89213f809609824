"""Accounts: one teller's version of one incident as found in one document, facet by facet."""

from dataclasses import dataclass
from typing import Any, Literal

from truceline.model.amount import Range
from truceline.model.place import Place
from truceline.model.span import Span
from truceline.model.when import Time

EventType = Literal[
    "air_strike", "drone_strike", "shelling", "missile_strike", "chemical_attack", "bombing", "mine", "ground_attack",
    "clash", "shooting", "attack_on_civilians", "sexual_violence", "abduction", "detention", "destruction", "looting",
    "territory_taken", "troop_movement", "ceasefire_step", "withdrawal", "handover", "aid_delivered", "aid_obstructed",
    "access_denied", "evacuation", "release", "talks", "protest", "violation_unspecified", "other",
]  # fmt: skip
FacetName = Literal[
    "occurrence", "type", "actor", "target", "place", "time", "means", "killed", "injured", "detained", "displaced",
    "damage", "intent", "notice", "responsibility", "compliance",
]  # fmt: skip
FIGURES: tuple[FacetName, ...] = ("killed", "injured", "detained", "displaced")
"""Facets that count people."""
Polarity = Literal["affirmed", "denied", "open"]
Certainty = Literal["stated", "probable", "possible", "conditional"]
Review = Literal["machine", "accepted", "edited", "rejected"]
CasualtyGroup = Literal[
    "civilians",
    "children",
    "women",
    "medical",
    "aid_workers",
    "journalists",
    "combatants",
    "security_forces",
    "unknown",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One aspect of an account, on its own words.

    `value` is the facet's normal form: a string for type, means, damage...; an actor id or label for actor, target and
    responsibility; a plain `Place`, `Time` or `Range` object (as in the contract) for place, time and the casualty
    facets, the latter with a "group" beside the range.
    """

    facet: FacetName
    value: Any
    text: str
    spans: tuple[Span, ...]
    claim: str | None = None
    polarity: Polarity = "affirmed"
    certainty: Certainty = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One teller's version of one incident; `claim` None means the document's own voice."""

    id: str
    incident: str
    claim: str | None
    tellers: tuple[str, ...]
    facets: tuple[Facet, ...]
    review: Review = "machine"
    reader_score: float = 0.5
    extractor: str | None = None
    """The language model that proposed it; None for the reader's own and for what an analyst added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """Killed and injured of one group (VOCABULARIES.md 3.1)."""

    group: CasualtyGroup
    killed: Range | None = None
    injured: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedIncident:
    """One happening as one document reports it: all its tellers' accounts brought together.

    `killed` and `injured` are totals as the document as a whole has them; `aggregate` marks a tally ("300 violations"),
    which is never that many incidents.
    """

    key: str
    event_type: EventType
    aggregate: bool
    place: Place | None
    time: Time | None
    killed: Range | None
    injured: Range | None
    casualties: tuple[Casualties, ...]
    mentions: tuple[Span, ...]
    accounts: tuple[str, ...]
