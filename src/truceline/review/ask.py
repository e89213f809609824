"""An analyst's wish made a decision: its targets looked up and anchored to document and words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from truceline.model.decision import Anchor, Decision, Verb
from truceline.model.entry import Entry
from truceline.model.snapshot import Incident, Snapshot
from truceline.review.amend import ADDED
from truceline.review.anchors import account_anchor, claim_anchor, find_incident_key, incident_anchor
from truceline.review.standing import allowed_names, standing
from truceline.review.states import UNRULED, account_state, claim_state, judgements
from truceline.review.values import event_type_of
from truceline.review.versions import successors
from truceline.text.numbers import NumberTable


class UnknownTargetError(Exception):
    """What was to be ruled on is not there, or cannot be ruled on so; the message names it and what is."""


class ChangedError(UnknownTargetError):
    """What was to be ruled on has been changed since it was looked at; the message says by whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What an analyst wants ruled: the verb, what it is about, who says so and why.

    `targets`: an account id for accept, reject and edit, or, where `on` is "claim", a claim id for accept, reject and
    correct; a document id for add, and, where `on` is "document", for correct; two incident or member ids for same and
    different; two document ids for supersede, the later version first; a name for allow; a decision id for undo.
    `quote`: the words an added account stands on. `state`: the state of the account, claim or pair when it was looked
    at (`review.states`); empty where nobody looked.
    """

    verb: Verb
    targets: tuple[str, ...]
    analyst: str
    reason: str = ""
    quote: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    on: Literal["account", "claim", "document"] = "account"
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What an ask is looked up in: readings by machine and as reviewed, the derived state, and all decisions so far.

    `numbers` are the words for numbers that a typed value may hold.
    """

    entries: Mapping[str, Entry]
    reviewed: Mapping[str, Entry]
    snapshot: Snapshot
    decisions: Sequence[Decision]
    numbers: NumberTable


def anchors_for(ask: Ask, desk: Desk) -> tuple[Anchor, ...]:
    """Anchors of an ask's targets. Raises UnknownTargetError, and ValueProblemError where a value cannot be used."""
    if ask.verb in _AT_ONCE:
        return _AT_ONCE[ask.verb](ask, desk)
    if ask.verb in {"same", "different"}:
        a, b = (_members(target, desk) for target in ask.targets)
        within = _within_one(ask, desk) if ask.verb == "different" and a == b else None
        pair = within or _pair(a, b, ask, desk)
        _check_state(ask, pair, desk)
        return pair
    if ask.on == "document":
        entry = _document(ask.targets[0], desk)
        return (Anchor(document=entry.id, sha256=entry.sha256, quote=""),)
    anchor = _claim(ask.targets[0], desk) if ask.on == "claim" else _account(ask.targets[0], desk)
    _check_state(ask, (anchor,), desk)
    return (anchor,)


def _check_state(ask: Ask, anchors: tuple[Anchor, ...], desk: Desk) -> None:
    """Raises ChangedError where the targets are no longer as the analyst saw them: nobody is overruled unseen."""
    if not ask.state or ask.state == _state(ask, anchors, desk):
        return
    on_it = [d for d in desk.decisions if _keys(d.anchors) == _keys(anchors)]
    by = f" ({on_it[-1].verb} by {on_it[-1].analyst})" if on_it else ""
    what = " and ".join(ask.targets)
    raise ChangedError(f"{what}: it was changed since it was looked at{by}: look at it again, then rule")


def _keys(anchors: Sequence[Anchor]) -> set[tuple[str | None, ...]]:
    return {(a.document, a.account, a.incident, a.claim) for a in anchors}


def _state(ask: Ask, anchors: tuple[Anchor, ...], desk: Desk) -> str:
    """The state of an ask's account or claim as it is now, or what is ruled on its pair; empty where there is none."""
    target = ask.targets[0]
    if ask.verb in {"same", "different"}:
        return judgements(desk.snapshot).get(frozenset(f"{a.document}/{a.incident}" for a in anchors), UNRULED)
    if ask.on == "claim":
        return next((claim_state(c) for c in desk.snapshot.claims if c.id == target), "")
    return next((account_state(a) for i in desk.snapshot.incidents for a in i.accounts if a.id == target), "")


def make_decision(ask: Ask, anchors: tuple[Anchor, ...], decision_id: str, at: str) -> Decision:
    """The decision an ask becomes once its targets are anchored."""
    values = {"name": ask.targets[0].strip()} if ask.verb == "allow" else dict(ask.values)
    if ask.verb == "add" and "event_type" in values:
        values["event_type"] = event_type_of(str(values["event_type"]))
    return Decision(
        id=decision_id,
        verb=ask.verb,
        anchors=anchors,
        analyst=ask.analyst,
        reason=ask.reason,
        at=at,
        values=values or None,
        reverses=ask.targets[0] if ask.verb == "undo" else None,
    )


def _allowed(ask: Ask, desk: Desk) -> tuple[Anchor, ...]:
    """No anchors: a name is allowed wherever it stands. Raises UnknownTargetError for none, and one allowed already."""
    name = ask.targets[0]
    if not any(c.isalpha() for c in name):
        raise UnknownTargetError(f"{name!r} is no name: give one as `truceline disclosure` lists it")
    if name.strip() in allowed_names(desk.decisions):
        raise UnknownTargetError(f"{name}: allowed already: `truceline decide list` says by whom")
    return ()


def _undone(ask: Ask, desk: Desk) -> tuple[Anchor, ...]:
    target = ask.targets[0]
    decision = next((d for d in desk.decisions if d.id == target), None)
    if decision is None:
        raise UnknownTargetError(f"{target}: no such decision: `truceline decide list` names them")
    if decision.verb != "undo" and decision not in standing(desk.decisions):
        raise UnknownTargetError(f"{target}: undone already")
    return decision.anchors


def _account(target: str, desk: Desk) -> Anchor:
    document, _, account_id = target.partition("/")
    entry = desk.entries.get(document)
    if entry is None:
        raise UnknownTargetError(
            f"{target}: no such account: give it as DOCUMENT/ACCOUNT, as `truceline show` prints it"
        )
    account = next((a for a in entry.reading.accounts if a.id == account_id), None)
    if account is not None:
        return account_anchor(entry, account)
    if account_id.startswith(ADDED):
        return Anchor(document=entry.id, sha256=entry.sha256, quote="", account=account_id)
    reviewed = desk.reviewed[entry.id]
    parted = next((a for a in reviewed.reading.accounts if a.id == account_id), None)
    if parted is not None:
        return account_anchor(reviewed, parted)
    known = ", ".join(a.id for a in reviewed.reading.accounts[:8]) or "none"
    raise UnknownTargetError(f"{target}: the document has no such account (it has: {known})")


def _claim(target: str, desk: Desk) -> Anchor:
    document, _, claim_id = target.partition("/")
    entry = desk.entries.get(document)
    if entry is None:
        raise UnknownTargetError(
            f"{target}: no such claim: give it as DOCUMENT/CLAIM, as `truceline show --claims` prints it"
        )
    claim = next((c for c in entry.reading.claims if c.id == claim_id), None)
    if claim is None:
        known = ", ".join(c.id for c in entry.reading.claims[:8]) or "none"
        raise UnknownTargetError(f"{target}: the document has no such claim (it has: {known})")
    return claim_anchor(entry, claim)


def _new(ask: Ask, desk: Desk) -> tuple[Anchor, ...]:
    event_type_of(str(ask.values.get("event_type", "other")))
    entry = _document(ask.targets[0], desk)
    if ask.quote not in entry.reading.prose:
        raise UnknownTargetError(f"{ask.targets[0]}: these words do not stand in the document: give them exactly")
    return (Anchor(document=entry.id, sha256=entry.sha256, quote=ask.quote),)


def _document(target: str, desk: Desk) -> Entry:
    entry = desk.entries.get(target)
    if entry is None:
        raise UnknownTargetError(f"{target}: no such document: `truceline documents` lists them")
    return entry


def _versions(ask: Ask, desk: Desk) -> tuple[Anchor, ...]:
    """Later and earlier version. Raises UnknownTargetError for one and the same, and for what stands so already."""
    newer, older = (_document(target, desk) for target in ask.targets)
    if newer.id == older.id:
        raise UnknownTargetError(f"{newer.id}: a document takes no place but another's: name two")
    if successors(desk.decisions).get(older.id) == newer.id:
        raise UnknownTargetError(
            f"{newer.id} supersedes {older.id} already: `truceline decide list` says by whose ruling"
        )
    return version_anchors((newer.id, newer.sha256), (older.id, older.sha256))


def version_anchors(newer: tuple[str, str], older: tuple[str, str]) -> tuple[Anchor, ...]:
    """What a ruling that one document supersedes another holds on to; of each its id and the hash of its bytes."""
    return tuple(Anchor(document=key, sha256=sha256, quote="") for key, sha256 in (newer, older))


def _members(target: str, desk: Desk) -> tuple[str, ...]:
    """Reported incidents ("document/key") a target means, in order: an incident's, an account's, or itself."""
    document, _, part = target.partition("/")
    entry = desk.reviewed.get(document)
    if entry is not None and part:
        keys = {i.key: i.key for i in entry.reading.incidents} | {a.id: a.incident for a in entry.reading.accounts}
        if part in keys:
            return (f"{document}/{keys[part]}",)
    incident = find_by_id(desk.snapshot, target)
    if incident is None:
        raise UnknownTargetError(f"{target}: no such incident: `truceline incidents` lists them")
    return incident_members(incident)


def find_by_id(snapshot: Snapshot, target: str) -> Incident | None:
    """The incident an id leads to: its own, one it took over, or a member's ("document/key")."""
    for incident in snapshot.incidents:
        if target == incident.id or target in incident.aliases:
            return incident
    return next((i for i in snapshot.incidents if target in incident_members(i)), None)


def incident_members(incident: Incident) -> tuple[str, ...]:
    """Reported incidents an incident is made of, as "document/key"."""
    return tuple(sorted({f"{a.document}/{a.incident}" for a in incident.accounts}))


def _within_one(ask: Ask, desk: Desk) -> tuple[Anchor, ...] | None:
    """Anchors of two accounts that one report tells of one incident: to be parted; None where they are none."""
    ids = [target.partition("/")[2] for target in ask.targets]
    known = {a.id for e in desk.reviewed.values() for a in e.reading.accounts}
    if len(set(ask.targets)) < len(ids) or not set(ids) <= known:
        return None
    return tuple(_account(target, desk) for target in ask.targets)


def _pair(a: Sequence[str], b: Sequence[str], ask: Ask, desk: Desk) -> tuple[Anchor, ...]:
    """One member of each, the two unlike: a target inside the other is parted from, or joined to, the rest of it."""
    first = next((m for m in a if m not in b), a[0] if a else None)
    second = next((m for m in b if m != first and m not in a), next((m for m in b if m != first), None))
    if first is None or second is None:
        raise UnknownTargetError(
            f"{' and '.join(ask.targets)}: one and the same report: name two of its accounts to part them"
        )
    return tuple(_member_anchor(m, desk) for m in (first, second))


def _member_anchor(member: str, desk: Desk) -> Anchor:
    document, _, key = member.partition("/")
    entry = desk.reviewed[document]
    incident = find_incident_key(entry.reading, key)
    if incident is None:
        return Anchor(document=document, sha256=entry.sha256, quote="", incident=key)
    return incident_anchor(entry, incident)


_AT_ONCE: Mapping[Verb, Callable[[Ask, Desk], tuple[Anchor, ...]]] = {
    "undo": _undone,
    "allow": _allowed,
    "supersede": _versions,
    "add": _new,
}
"""Rulings whose anchors nothing but the verb decides."""
