"""The incident page: rival accounts side by side, their lineage, links to merge or split, decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from truceline.model.decision import Anchor, Decision
from truceline.model.reading import Reading
from truceline.model.snapshot import Incident, LedgerAccount, Snapshot
from truceline.publish.names import names_of
from truceline.publish.rulings import say_set
from truceline.publish.words import heading, say_place, say_time, say_toll
from truceline.review.standing import standing
from truceline.review.versions import as_now, successors
from truceline.web.views.accounts import AccountCard, account_cards, account_key, reference_in, title_of
from truceline.web.views.documents import titles_apart
from truceline.web.views.links import LinkSaid, say_link
from truceline.web.views.matrix import Matrix, matrix
from truceline.web.views.names import teller_of
from truceline.web.views.overview import evidence, incident_status
from truceline.web.views.set_values import set_values
from truceline.web.views.shared import shared_passage

MOST_SUGGESTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One account at the end of a branch of lineage."""

    teller: str
    document: str
    document_title: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One independent line, why it is one, who is on it, and the passage its first two documents share."""

    number: int
    reason: str
    shared: str | None
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision as shown; `open` while nothing has reversed it, `place` is where on its page its matter stands."""

    id: str
    verb: str
    who: str
    at: str
    reason: str
    sets: str
    """The values it gave, in words."""
    quotes: tuple[str, ...]
    """The words it is about, one of each report or account; an undo's are those of what it ended."""
    documents: tuple[tuple[str, str], ...]
    """Id and title of each document it is about."""
    open: bool
    place: str
    lost: bool
    """Whether its words are no longer found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A reported incident linked, or nearly linked, to this one."""

    title: str
    href: str
    member: str
    other: str
    link: LinkSaid


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView:
    """Everything the incident page shows."""

    id: str
    title: str
    kind: str
    aggregate: bool
    place: str
    within: str
    time: str
    killed: str
    injured: str
    evidence: str
    review: str
    status: str
    grade: str
    grade_reasons: tuple[str, ...]
    matrix: Matrix
    branches: tuple[Branch, ...]
    accounts: tuple[AccountCard, ...]
    joined: tuple[Neighbour, ...]
    near: tuple[Neighbour, ...]
    others: tuple[tuple[str, str], ...]
    rulings: tuple[Ruling, ...]


def incident_view(incident: Incident, snapshot: Snapshot, readings: Mapping[str, Reading]) -> IncidentView:
    """The view of one incident."""
    names = names_of(snapshot)
    by = set_values(snapshot.decisions)
    joined, near = _neighbours(incident, snapshot)
    return IncidentView(
        id=incident.id,
        title=incident.title,
        kind=heading(incident.event_type),
        aggregate=incident.aggregate,
        place=say_place(incident.place),
        within=incident.place.precision or "" if incident.place else "",
        time=say_time(incident.time),
        killed=say_toll(incident.killed),
        injured=say_toll(incident.injured),
        evidence=evidence(incident),
        review=incident.review,
        status=incident_status(incident),
        grade=incident.grade,
        grade_reasons=incident.grade_reasons,
        matrix=matrix(incident, readings, names, [a for a in snapshot.actors if a.dated], by),
        branches=_branches(incident, readings, names),
        accounts=account_cards(incident.accounts, readings, names, by),
        joined=joined,
        near=near[:MOST_SUGGESTED],
        others=tuple((i.id, i.title) for i in _alike(incident, snapshot.incidents)),
        rulings=rulings(decisions_on(incident, decisions_now(snapshot, readings)), snapshot),
    )


def _branches(incident: Incident, readings: Mapping[str, Reading], names: Mapping[str, str]) -> tuple[Branch, ...]:
    lines: dict[str, list[LedgerAccount]] = {}
    for account in incident.accounts:
        if account.review != "rejected":
            lines.setdefault(account.line, []).append(account)
    return tuple(
        Branch(
            number=n,
            reason=next((a.line_reason for a in accounts if a.line_reason), ""),
            shared=_shared(accounts, readings),
            leaves=tuple(
                Leaf(
                    teller=teller_of(a, names),
                    document=a.document,
                    document_title=title_of(a.document, readings),
                    reference=reference_in(a, readings),
                )
                for a in accounts
            ),
        )
        for n, accounts in enumerate(lines.values(), 1)
    )


def _shared(accounts: Sequence[LedgerAccount], readings: Mapping[str, Reading]) -> str | None:
    texts = [r.text for d in dict.fromkeys(a.document for a in accounts) if (r := readings.get(d)) and r.text]
    return shared_passage(texts[0], texts[1]) if len(texts) > 1 else None


def _members(incident: Incident) -> set[str]:
    return {f"{a.document}/{a.incident}" for a in incident.accounts}


def _neighbours(incident: Incident, snapshot: Snapshot) -> tuple[tuple[Neighbour, ...], tuple[Neighbour, ...]]:
    """Links inside the incident, and links to others that were not made, best first."""
    own = _members(incident)
    owner = {member: i for i in snapshot.incidents for member in _members(i)}
    joined: list[Neighbour] = []
    near: list[Neighbour] = []
    for link in sorted(incident.links, key=lambda li: (-li.score, li.a, li.b)):
        here, there = (link.a, link.b) if link.a in own else (link.b, link.a)
        other = owner.get(there)
        neighbour = _neighbour(say_link(link, here, snapshot), here, there, other)
        (joined if there in own else near).append(neighbour)
    return tuple(joined), tuple(near)


def _neighbour(said: LinkSaid, here: str, there: str, other: Incident | None) -> Neighbour:
    return Neighbour(
        title=other.title if other else there,
        href=f"/incident/{other.id}" if other else f"/document/{there.rsplit('/', 1)[0]}",
        member=here,
        other=there,
        link=said,
    )


def _alike(incident: Incident, incidents: Sequence[Incident]) -> list[Incident]:
    """Others one might merge with: the same kind or the same day first, at most two dozen."""
    day = (incident.time.earliest or "")[:10] if incident.time else ""

    def unlike(other: Incident) -> tuple[bool, bool, str]:
        other_day = (other.time.earliest or "")[:10] if other.time else ""
        return (not day or other_day != day, other.event_type != incident.event_type, other.id)

    return sorted((i for i in incidents if i.id != incident.id and not i.succeeded_by), key=unlike)[:24]


def decisions_on(incident: Incident, decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions on an incident's accounts or reported incidents, and the undoing of these, newest first."""
    accounts, members = {a.id for a in incident.accounts}, _members(incident)
    bare = {a.id.split("/", 1)[-1]: a.document for a in incident.accounts}
    ids = {incident.id, *incident.aliases}

    def is_on(anchor: Anchor) -> bool:
        if anchor.account in accounts or bare.get(anchor.account or "") == anchor.document:
            return True
        return anchor.incident in members | ids or f"{anchor.document}/{anchor.incident}" in members

    own = {d.id for d in decisions if any(map(is_on, d.anchors))}
    return [d for d in reversed(decisions) if d.id in own or d.reverses in own]


def decisions_now(snapshot: Snapshot, readings: Mapping[str, Reading]) -> list[Decision]:
    """All decisions, those on earlier versions as they are about the ones that stand."""
    after = successors(snapshot.decisions)
    return [as_now(d, after, {} if d.id in snapshot.unanchored else readings) for d in snapshot.decisions]


def rulings(chosen: Sequence[Decision], snapshot: Snapshot) -> tuple[Ruling, ...]:
    """Decisions as lines; one that an undo ended is no longer open."""
    decisions, names = snapshot.decisions, names_of(snapshot)
    open_ones, titles = {d.id for d in standing(decisions)}, titles_apart(snapshot)
    by_id = {d.id: d for d in decisions}

    def ruling(d: Decision) -> Ruling:
        anchors = by_id.get(d.reverses or "", d).anchors
        on = [a.document for a in anchors if a.document in titles]
        return Ruling(
            id=d.id,
            verb=f"undo {by_id[d.reverses].verb}" if d.reverses in by_id else d.verb,
            who=d.analyst,
            at=d.at,
            reason=d.reason,
            sets=say_set(d, names),
            quotes=tuple(_short(a.quote) for a in anchors if a.quote),
            documents=tuple((document, titles[document]) for document in dict.fromkeys(on)),
            open=d.id in open_ones,
            place=_place(d),
            lost=d.id in snapshot.unanchored,
        )

    return tuple(map(ruling, chosen))


def _short(words: str) -> str:
    return shorten(words, 120, placeholder=" …")


def _place(decision: Decision) -> str:
    anchor = decision.anchors[0] if len(decision.anchors) == 1 else None
    if anchor is None:
        return ""
    if anchor.claim:
        return f"#{anchor.claim}"
    return "#" + account_key(f"{anchor.document}/{anchor.account}") if anchor.account else ""
