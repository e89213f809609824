"""Decisions laid over machine readings: the one place where an analyst's word changes an account or a claim."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from truceline.model.account import Account, EventType
from truceline.model.claim import Claim
from truceline.model.decision import Anchor, Decision
from truceline.model.entry import Entry
from truceline.model.problem import Problem
from truceline.model.reading import Reading
from truceline.review.amend import ADDED, accept, add, edit, reject
from truceline.review.amend_claims import accept_claim, correct_claim, reject_claim
from truceline.review.amend_documents import correct_document
from truceline.review.anchors import find_account, find_claim, find_entry, find_incident
from truceline.review.part import part
from truceline.review.regroup import PARTED
from truceline.review.standing import standing
from truceline.review.unsaid import without_unsaid

_ON_ACCOUNT: Mapping[str, Callable[[Reading, Account, Decision], Reading]] = {
    "accept": accept,
    "reject": reject,
    "edit": edit,
}
_ON_CLAIM: Mapping[str, Callable[[Reading, Claim, Decision], Reading]] = {
    "accept": accept_claim,
    "reject": reject_claim,
    "correct": correct_claim,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """Entries as analysts have them; rulings that hold, anchored to these readings; ids of those without words."""

    entries: tuple[Entry, ...]
    decisions: tuple[Decision, ...]
    unanchored: tuple[str, ...]


def apply_decisions(entries: Sequence[Entry], decisions: Sequence[Decision]) -> Applied:
    """Every decision that holds, oldest first, replayed over the entries; later ones see what earlier ones made."""
    machine = {e.id: e for e in entries}
    state = dict(machine)
    held: list[Decision] = []
    lost: list[str] = []
    overruled = _rejections_overruled(standing(decisions), machine)
    for decision in standing(decisions):
        if decision.verb == "allow":
            held.append(decision)  # about what leaves, not about what was read
            continue
        if (problem := _unusable(decision)) is not None:
            _note(problem, decision, state)
            continue
        done = decision if decision.id in overruled else _rule(decision, state, machine)
        if done is None:
            lost.append(decision.id)
        else:
            held.append(done)
    reviewed = tuple(state[e.id] if state[e.id] is e else _settled(state[e.id]) for e in entries)
    return Applied(entries=reviewed, decisions=_newest_on_each_pair(held), unanchored=tuple(lost))


def _unusable(decision: Decision) -> Problem | None:
    """What is wrong with a ruling that can be applied to no reading: a version before this one took it unchecked."""
    named = (decision.values or {}).get("event_type", "other")
    if decision.verb != "add" or named in get_args(EventType):
        return None
    return Problem(
        stage="review",
        where=f"decision {decision.id}",
        code="ruling_unusable",
        message=f"{named} is no event type, so the account it adds is left out",
        mend=f"truceline decide undo {decision.id}, then add the account again with a type there is",
    )


def _note(problem: Problem, decision: Decision, state: dict[str, Entry]) -> None:
    """The problem is kept with the document that the ruling is about."""
    entry = find_entry(state, decision.anchors[0])
    if entry is not None:
        reading = replace(entry.reading, problems=(*entry.reading.problems, problem))
        state[entry.id] = replace(entry, reading=reading)


def _settled(entry: Entry) -> Entry:
    return replace(entry, reading=without_unsaid(entry.reading))


def _rejections_overruled(decisions: Sequence[Decision], machine: Mapping[str, Entry]) -> frozenset[str]:
    """Rejections of a claim that was later accepted or corrected: what it struck out is as if it had never been."""
    rejected: dict[tuple[str, str], list[str]] = {}
    ended: set[str] = set()
    for decision in decisions:
        about = _claim_ruled(decision, machine)
        if about is None:
            continue
        key = (about[0].id, about[1].id)
        if decision.verb == "reject":
            rejected.setdefault(key, []).append(decision.id)
        else:
            ended.update(rejected.pop(key, ()))
    return frozenset(ended)


def _claim_ruled(decision: Decision, machine: Mapping[str, Entry]) -> tuple[Entry, Claim] | None:
    """The document and the claim, as read, that a ruling on a claim is about; None where it is about none."""
    anchor = decision.anchors[0] if decision.anchors else None
    entry = find_entry(machine, anchor) if anchor is not None and anchor.claim is not None else None
    claim = find_claim(entry.reading, anchor) if entry is not None and anchor is not None else None
    return (entry, claim) if entry is not None and claim is not None else None


def _newest_on_each_pair(held: Sequence[Decision]) -> tuple[Decision, ...]:
    """Of several rulings on one pair of incidents the last alone: two may bear the same second."""
    pairs = {frozenset(a.incident for a in d.anchors): d for d in held if d.verb in {"same", "different"}}
    newest = {d.id for d in pairs.values()}
    return tuple(d for d in held if d.verb not in {"same", "different"} or d.id in newest)


def _rule(decision: Decision, state: dict[str, Entry], machine: Mapping[str, Entry]) -> Decision | None:
    if decision.verb in {"same", "different"}:
        within = decision.verb == "different" and all(a.account for a in decision.anchors)
        return _parted(decision, state, machine) if within else _pair(decision, state)
    anchor = decision.anchors[0]
    entry = find_entry(state, anchor)
    if entry is None:
        return None
    if anchor.claim is not None:
        return _on_claim(decision, state, machine)
    if decision.verb in {"add", "correct"}:
        return _on_document(decision, entry, state)
    account = ruled_account(entry.reading, machine[entry.id].reading, anchor)
    if account is None:
        return None
    state[entry.id] = replace(entry, reading=_ON_ACCOUNT[decision.verb](entry.reading, account, decision))
    return decision


def _on_claim(decision: Decision, state: dict[str, Entry], machine: Mapping[str, Entry]) -> Decision | None:
    about = _claim_ruled(decision, machine)
    if about is None:
        return None
    entry = state[about[0].id]
    claim = next(c for c in entry.reading.claims if c.id == about[1].id)
    state[entry.id] = replace(entry, reading=_ON_CLAIM[decision.verb](entry.reading, claim, decision))
    return decision


def ruled_account(now: Reading, machine: Reading, anchor: Anchor) -> Account | None:
    """The account as it now is: an added one by its id, a parted one by its words, else by the machine's."""
    by_id = {a.id: a for a in now.accounts}
    if anchor.account and anchor.account.startswith(ADDED):
        return by_id.get(anchor.account)
    if anchor.account and PARTED in anchor.account:
        return find_account(replace(now, accounts=tuple(a for a in now.accounts if PARTED in a.id)), anchor)
    found = find_account(machine, anchor)
    return by_id.get(found.id) if found else None


def _on_document(decision: Decision, entry: Entry, state: dict[str, Entry]) -> Decision | None:
    """An account added on words of a document, or who published it."""
    if decision.anchors[0].quote not in entry.reading.prose:
        return None
    ruled = add if decision.verb == "add" else correct_document
    state[entry.id] = replace(entry, reading=ruled(entry.reading, decision))
    return decision


def _parted(decision: Decision, state: dict[str, Entry], machine: Mapping[str, Entry]) -> Decision | None:
    """Two accounts of one report held to tell of two happenings: the second is given an incident of its own."""
    anchor = decision.anchors[1]
    entry = find_entry(state, anchor)
    account = ruled_account(entry.reading, machine[entry.id].reading, anchor) if entry is not None else None
    if entry is None or account is None:
        return None
    state[entry.id] = replace(entry, reading=part(entry.reading, account))
    return decision


def _pair(decision: Decision, state: Mapping[str, Entry]) -> Decision | None:
    anchors = [_found_again(anchor, state) for anchor in decision.anchors]
    kept = tuple(a for a in anchors if a is not None)
    return replace(decision, anchors=kept) if len(kept) == len(anchors) else None


def _found_again(anchor: Anchor, state: Mapping[str, Entry]) -> Anchor | None:
    entry = find_entry(state, anchor)
    incident = find_incident(entry.reading, anchor) if entry else None
    if entry is None or incident is None:
        return None
    return replace(anchor, document=entry.id, incident=f"{entry.id}/{incident.key}", account=None)
