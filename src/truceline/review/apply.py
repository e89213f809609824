"""Decisions laid over machine readings: the one place where an analyst's word changes an account or a claim."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten
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
from truceline.review.versions import After, in_standing_versions, still_said, successors, taken_over

_OF_NO_WORDS = frozenset({"allow", "supersede"})
"""Rulings about what leaves, and about which document stands: not about what was read."""
_WORDS = 80

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
    """Every decision that holds, oldest first, replayed over the entries; later ones see what earlier ones made.

    A ruling on a document is one on every version that takes its place; it holds where the last of them has its words.
    """
    machine = {e.id: e for e in entries}
    state = dict(machine)
    held: list[Decision] = []
    lost: list[str] = []
    after = successors(decisions)
    ruled = [(d, _on_each_version(d, after, machine)) for d in standing(decisions)]
    holding = (v for d, versions in ruled for v in versions if still_said(d, v.anchors[0].document, machine))
    overruled = _rejections_overruled(list(holding), machine)
    for decision, versions in ruled:
        if decision.verb in _OF_NO_WORDS:
            held.append(decision)
            continue
        if (problem := _unusable(decision)) is not None:
            _note(problem, versions[-1], state)
            continue
        done = None
        for each in versions:
            done = each if _ruled_key(each, machine) in overruled else _rule_in(each, decision, state, machine)
        if done is not None:
            held.append(done)
            continue
        lost.append(decision.id)
        if moved := tuple(a for a in versions[-1].anchors if a not in decision.anchors):
            now = replace(decision, anchors=moved)
            _note(_left_behind(decision, now, state), now, state)
    reviewed = tuple(state[e.id] if state[e.id] is e else _settled(state[e.id]) for e in entries)
    before = {newer: older for older, newer in after.items()}
    return Applied(
        entries=tuple(replace(e, supersedes=before[e.id]) if e.id in before else e for e in reviewed),
        decisions=_newest_on_each_pair(held),
        unanchored=tuple(lost),
    )


def _on_each_version(decision: Decision, after: After, machine: Mapping[str, Entry]) -> tuple[Decision, ...]:
    """The ruling as it is about its document and every version that takes its place; on two reports, the last alone."""
    if decision.verb in _OF_NO_WORDS:
        return ()
    if len({a.document for a in decision.anchors}) > 1:
        return (in_standing_versions(decision, after),)
    return (decision, *taken_over(decision, after, machine))


def _rule_in(
    version: Decision, decision: Decision, state: dict[str, Entry], machine: Mapping[str, Entry]
) -> Decision | None:
    """A ruling in one version of its document; None where that no longer has its words."""
    if not still_said(decision, version.anchors[0].document, machine):
        return None
    return _rule(version, state, machine)


def _left_behind(decision: Decision, now: Decision, state: Mapping[str, Entry]) -> Problem:
    """A ruling on an earlier version whose words the one that stands no longer has."""
    entry = find_entry(state, now.anchors[0])
    quotes = " and ".join(f"“{shorten(a.quote, _WORDS, placeholder=' …')}”" for a in decision.anchors if a.quote)
    words = quotes or f"{decision.anchors[0].document}/{decision.anchors[0].account}"
    ruled = f"What {decision.analyst} ruled ({decision.verb})"
    return Problem(
        stage="review",
        where=entry.given_id if entry else now.anchors[0].document,
        code="ruling_without_words",
        message=f"{ruled} finds its words no more in this corrected version: {words}.",
        mend=f"Rule anew on what it says instead; truceline decide undo {decision.id} takes this off the list.",
    )


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


def _rejections_overruled(
    decisions: Sequence[Decision], machine: Mapping[str, Entry]
) -> frozenset[tuple[str, str | None]]:
    """Rejections of a claim that was later accepted or corrected: what it struck out is as if it had never been.

    Each with its document: in an earlier version a claim may be rejected that the later one has accepted.
    """
    rejected: dict[tuple[str, str], list[tuple[str, str | None]]] = {}
    ended: set[tuple[str, str | None]] = set()
    for decision in decisions:
        about = _claim_ruled(decision, machine)
        if about is None:
            continue
        key = (about[0].id, about[1].id)
        if decision.verb == "reject":
            rejected.setdefault(key, []).append(_ruled_key(decision, machine))
        else:
            ended.update(rejected.pop(key, ()))
    return frozenset(ended)


def _ruled_key(decision: Decision, machine: Mapping[str, Entry]) -> tuple[str, str | None]:
    """A ruling and the document it is about here."""
    entry = find_entry(machine, decision.anchors[0])
    return decision.id, entry.id if entry else None


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
        return _parted(decision, state, machine) if _is_within(decision) else _pair(decision, state)
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


def _is_within(decision: Decision) -> bool:
    """Whether it parts two accounts of one report."""
    return decision.verb == "different" and all(a.account for a in decision.anchors)


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
    if len({a.document for a in decision.anchors}) == 1:
        return decision
    return replace(decision, anchors=tuple(_account_now(a, state, machine) for a in decision.anchors))


def _account_now(anchor: Anchor, state: Mapping[str, Entry], machine: Mapping[str, Entry]) -> Anchor:
    """An account's anchor by the ids that it has now."""
    entry = find_entry(state, anchor)
    account = ruled_account(entry.reading, machine[entry.id].reading, anchor) if entry is not None else None
    return anchor if account is None else replace(anchor, account=account.id, incident=account.incident)


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
