"""A snapshot: the whole derived state of a ledger (contract `truceline.ledger/1`)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from truceline.model.account import Account, Casualties, EventType, FacetName, Polarity, Review
from truceline.model.actor import Actor
from truceline.model.agreement import Agreement
from truceline.model.claim import Claim
from truceline.model.decision import Decision
from truceline.model.place import Place
from truceline.model.problem import Problem
from truceline.model.source import Source
from truceline.model.when import Published, Time

LEDGER_SCHEMA = "truceline.ledger/1"
FacetStatus = Literal["agreed", "disputed", "single", "unknown"]
ACCORDING_TO = ", according to "
"""Between a teller's name and those through whom it is told."""
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A casualty range over all tellers: low <= best <= high, each a number told; an end is None where it is open."""

    low: int | None
    best: int | None
    high: int | None
    most: int | None = None
    """The highest number told where `high` is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerDocument:
    """One document as the ledger holds it; `incidents` main first; `lineage` names documents that are one text.

    Its `problems` are those of the ledger's that are about it or one of its rows and records. One that is
    `superseded_by` a corrected version is kept and can be read, and counts nowhere.
    """

    id: str
    given_id: str
    sha256: str
    incidents: tuple[str, ...]
    lineage: str
    published: Published | None
    received_at: str
    supersedes: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    source: str | None = None
    claims: int = 0
    readable: bool = True
    problems: tuple[Problem, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerAccount(Account):
    """An account with its document and its four times: of the event (in its facets), stated, published, received.

    `line` is the line of evidence it belongs to; `line_reason` says why ("same text as ...", "both cite SANA").
    `id` is unique in the ledger: "<document id>/<account id>".
    """

    document: str
    line: str
    line_reason: str
    stated_at: str | None = None
    published: str | None = None
    received_at: str | None = None
    superseded_by: str | None = None
    teller_name: str = ""
    citations: tuple[str, ...] = ()
    speaker: str = ""
    """Actor id, or id made from the name, of whoever the account rests on."""
    through: tuple[str, ...] = ()
    """Ids as in `speaker` of those who tell that the teller said it, the nearest first; `teller_name` names them."""
    side: str | None = None
    """Actor id of the state or group on whose side it is told; None where independent or not known."""


def in_line_order(accounts: Sequence[LedgerAccount]) -> list[LedgerAccount]:
    """Accounts line of evidence by line, lines by who comes first: the order in which tellers get their letters."""
    lines = {line: n for n, line in enumerate(dict.fromkeys(a.line for a in accounts))}
    return sorted(accounts, key=lambda a: lines[a.line])


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerClaim(Claim):
    """A claim with its document and its words, as reviewed; `id` and `parent` read "<document id>/<claim id>"."""

    document: str
    source_words: str = ""
    said_as: str = ""
    """The words of source and cue."""
    antecedent_words: str = ""
    """The words that first tell of a speaker whom nobody names."""
    words: str = ""
    """The words of its content."""
    references: tuple[str, ...] = ()
    """What it cites, as the document gives it: "[7] example.org"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value of a facet, and who holds it; `lines` counts independent lines."""

    value: Any
    polarity: Polarity
    accounts: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetState:
    """Whether tellers agree on a facet."""

    status: FacetStatus
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two reported incidents are held to be the same happening, or not: a score with its reasons."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    judgement: Literal["machine", "same", "different"] = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedIncident:
    """Reported incidents judged to be one happening: what link gives and weigh takes.

    `members` are ids of reported incidents, "<document id>/<key>", in a fixed order; `aliases` are ids that now lead
    here.
    """

    id: str
    members: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Accounts judged to speak of the same happening, weighed."""

    id: str
    title: str
    event_type: EventType
    aggregate: bool
    place: Place | None
    time: Time | None
    killed: Toll | None
    injured: Toll | None
    casualties: tuple[Casualties, ...]
    grade: Grade
    grade_reasons: tuple[str, ...]
    accounts: tuple[LedgerAccount, ...]
    documents: tuple[str, ...]
    independent_lines: int
    facets: dict[FacetName, FacetState]
    review: Review
    aliases: tuple[str, ...] = ()
    succeeded_by: str | None = None
    links: tuple[Link, ...] = ()
    main_in: tuple[str, ...] = ()
    """Documents that are mainly about it."""
    struck: str | None = None
    """A neutral noun for what was struck, where reports say so ("aid convoy", "market")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One count, split by whether the incident lies certainly or only possibly within place and window."""

    certainly: int
    possibly: int
    unplaced: int = 0
    """Of those possibly within, those whose place nobody tells or no gazetteer knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneStanding:
    """How one incident lies to an agreement's zone; `placed` is False where it has no place that is located."""

    agreement: str
    incident: str
    within: Literal["certainly", "possibly", "outside"]
    placed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A chain of nested counts, alleged >= corroborated >= attributed, in one unit, for one position on the window."""

    agreement: str
    term: str
    accused: str
    accuser: str
    day: str | None
    unit: str
    position: str
    alleged: Scope
    corroborated: Scope
    attributed: Scope
    incidents: tuple[str, ...]
    accepted: int = 0
    proposed: int = 0
    attributed_by: tuple[str, ...] = ()
    """Who attributes those counted as attributed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One stated part of an official tally."""

    label: str
    value: int
    text: str = ""
    of: str | None = None
    """Label of the part it is itself a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialTally:
    """A total somebody stated, with its stated parts, and whether they add up.

    `verdict`: adds_up, does_not_add_up, cannot_be_checked (no parts stated).
    """

    id: str
    teller: str
    stated: int
    comparator: str
    unit: str
    period: str
    day: str | None
    accused: str | None
    parts: tuple[Part, ...]
    added: int | None
    verdict: Literal["adds_up", "does_not_add_up", "cannot_be_checked"]
    sentence: str
    document: str | None = None
    source: str = ""
    ledger: Scope | None = None
    """What the ledger itself holds for the same accused and period, in incidents: shown beside, never compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationStatus:
    """Accounts for and against an obligation's having been kept."""

    agreement: str
    term: str
    text: str
    bound: tuple[str, ...]
    kept: tuple[str, ...]
    """Account ids."""
    broken: tuple[str, ...]
    status: Literal["kept", "broken", "disputed", "unknown"]
    due: str | None = None
    """When it was to be fulfilled by, as the agreement's file has it."""
    late: tuple[str, ...] = ()
    """Those of `kept` that tell of it on a later day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllegedBreach:
    """One incident under one term: who accuses whom, and within the window by whose position."""

    agreement: str
    term: str
    incident: str
    accused: str
    accuser: str
    day: str | None
    position: str
    scope: Literal["certainly", "possibly"]
    corroborated: bool
    attributed_by: str | None
    accounts: tuple[str, ...]
    reasons: tuple[str, ...]
    unplaced: bool = False
    """Whether it is possibly within because it has no place that is located."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All of a ledger's derived state; rebuilt from documents, readings, decisions and settings."""

    schema: str = LEDGER_SCHEMA
    name: str = ""
    chain_head: str = ""
    documents: tuple[LedgerDocument, ...] = ()
    incidents: tuple[Incident, ...] = ()
    claims: tuple[LedgerClaim, ...] = ()
    sources: tuple[Source, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    tallies: tuple[Tally, ...] = ()
    breaches: tuple[AllegedBreach, ...] = ()
    obligations: tuple[ObligationStatus, ...] = ()
    official: tuple[OfficialTally, ...] = ()
    zones: tuple[ZoneStanding, ...] = ()
    """Every incident under every agreement that has a zone."""
    actors: tuple[Actor, ...] = ()
    """Entries of the registry, the ledger's own among them, that its documents name."""
    decisions: tuple[Decision, ...] = ()
    unanchored: tuple[str, ...] = ()
    """Ids of decisions whose words a newer reading, or a corrected version, no longer has."""
    problems: tuple[Problem, ...] = field(default=())

    @property
    def current(self) -> tuple[LedgerDocument, ...]:
        """Documents that no corrected version has taken the place of."""
        return tuple(d for d in self.documents if d.superseded_by is None)
