"""The review queue: the next question with the texts it is about, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from truceline.model.account import EventType, Facet
from truceline.model.reading import Reading
from truceline.model.snapshot import Incident, LedgerAccount, Snapshot
from truceline.publish.words import FACETS, say_value
from truceline.review.questions import Question
from truceline.web.views.accounts import Editing, editing
from truceline.web.views.links import LinkSaid, say_link
from truceline.web.views.names import teller_of
from truceline.web.views.quotes import Quote, quoted
from truceline.weigh.dossier import place_value, time_value
from truceline.weigh.facets import says_same
from truceline.weigh.kit import WeighKit
from truceline.weigh.titles import Heading, title_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetLine:
    """One facet of a side: its words, and whether the other side differs on it."""

    facet: str
    label: str
    text: str
    value: str
    stance: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One account, or one report of an incident, with the passage it stands on."""

    title: str
    incident: str
    teller: str
    extractor: str | None
    document: str
    document_title: str
    quote: Quote | None
    href: str
    facets: tuple[FacetLine, ...]
    editing: Editing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as asked."""

    key: str
    kind: str
    heading: str
    why: str
    targets: tuple[str, ...]
    incident: str
    sides: tuple[Side, ...]
    link: LinkSaid | None = None
    """Where the question is about a link: the link in words, in place of `why`."""


HEADINGS = {
    "account": "Is this account right?",
    "same": "Are these the same happening?",
    "joined": "Are these really the same happening?",
}


def asking(
    question: Question, snapshot: Snapshot, readings: Mapping[str, Reading], said: tuple[Mapping[str, str], WeighKit]
) -> Asking:
    """The view of one question; `said` are the names of actors, and what tells whether two values can both hold."""
    names, kit = said
    owners = [i for i in snapshot.incidents if i.id in question.incidents]
    found = [pair for t in question.targets if (pair := _account(t, question.kind, owners)) is not None]
    differing = _differing([a for _, a in found], kit)
    sides = tuple(
        replace(
            _side(incident, account, readings.get(account.document), (names, differing)),
            title=_own_title(account, kit) or incident.title if question.kind == "joined" else incident.title,
        )
        for incident, account in found
    )
    return Asking(
        key=question.key,
        kind=question.kind,
        heading=HEADINGS[question.kind],
        why=question.why,
        targets=question.targets,
        incident=question.incidents[0],
        sides=sides,
        link=_link(question, owners, snapshot),
    )


def _link(question: Question, owners: Sequence[Incident], snapshot: Snapshot) -> LinkSaid | None:
    """The link a question asks about, in words; None where it asks about something else."""
    if question.kind != "joined":
        return None
    asked = (li for i in owners for li in i.links if {li.a, li.b} == set(question.targets))
    return next((say_link(li, question.targets[0], snapshot) for li in asked), None)


def documents_of(question: Question) -> tuple[str, ...]:
    """Ids of the documents a question is about."""
    return tuple(dict.fromkeys(t.partition("/")[0] for t in question.targets))


def _account(target: str, kind: str, incidents: Sequence[Incident]) -> tuple[Incident, LedgerAccount] | None:
    """The account asked about, or the fullest account of the report asked about."""
    fitting = [
        (i, a)
        for i in incidents
        for a in i.accounts
        if (a.id == target if kind == "account" else f"{a.document}/{a.incident}" == target)
    ]
    return max(fitting, key=lambda f: len(f[1].facets)) if fitting else None


def _differing(accounts: Sequence[LedgerAccount], kit: WeighKit) -> frozenset[str]:
    """Facets both sides tell, and no value of the one can be what the other says: as disputes are found.

    What a side leaves open contradicts nothing.
    """
    if len(accounts) < 2:
        return frozenset()
    one, other = ({n: [f for f in a.facets if f.facet == n] for n in {f.facet for f in a.facets}} for a in accounts[:2])
    return frozenset(
        n
        for n in one.keys() & other.keys()
        if not any("open" in {f.polarity, g.polarity} or says_same(n, f, g, kit) for f in one[n] for g in other[n])
    )


def _own_title(account: LedgerAccount, kit: WeighKit) -> str:
    """What one report of a joint incident tells by itself, so that its two reports do not bear one title."""
    told = {f.facet: f for f in reversed(account.facets)}
    said = [f.value for f in account.facets if f.facet == "occurrence"]
    telling = [v for v in said if v not in kit.vague] or said
    kinds = [k for k in get_args(EventType) if telling and k == telling[0]]
    if not kinds:
        return ""
    place = place_value(told["place"]) if "place" in told else None
    when = time_value(told["time"]) if "time" in told else None
    return title_of(Heading(event_type=kinds[0], aggregate=False, place=place, when=when), kit)


def _side(
    incident: Incident | None,
    account: LedgerAccount,
    reading: Reading | None,
    said: tuple[Mapping[str, str], frozenset[str]],
) -> Side:
    names, differing = said
    spans = tuple(s for f in account.facets for s in f.spans)
    quote = quoted(reading, spans) if reading else None
    lit = f"?lit={min(spans)[0]}-{min(spans)[1]}#lit" if spans else ""
    return Side(
        title=incident.title if incident else account.id,
        incident=incident.id if incident else "",
        teller=teller_of(account, names),
        extractor=account.extractor,
        document=account.document,
        document_title=(reading.document.title or reading.document.id) if reading else account.document,
        quote=quote,
        href=f"/document/{account.document}{lit}",
        facets=tuple(replace(facet_line(f, names), differs=f.facet in differing) for f in account.facets),
        editing=editing(account, names),
    )


def facet_line(facet: Facet, names: Mapping[str, str]) -> FacetLine:
    """One facet as a line, held against nothing."""
    return FacetLine(
        facet=facet.facet,
        label=FACETS.get(facet.facet, facet.facet),
        text=facet.text,
        value=say_value(facet.value, names),
        stance={"denied": "denies", "open": "leaves open"}.get(facet.polarity, "says"),
        differs=False,
    )
