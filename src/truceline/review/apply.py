"""Decisions laid over machine readings: the one place where an analyst's word changes an account."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from truceline.model.account import Account
from truceline.model.decision import Anchor, Decision
from truceline.model.entry import Entry
from truceline.model.reading import Reading
from truceline.review.amend import ADDED, accept, add, edit, reject
from truceline.review.anchors import find_account, find_entry, find_incident
from truceline.review.standing import standing

_ON_ACCOUNT: Mapping[str, Callable[[Reading, Account, Decision], Reading]] = {
    "accept": accept,
    "reject": reject,
    "edit": edit,
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
    for decision in standing(decisions):
        done = _rule(decision, state, machine)
        if done is None:
            lost.append(decision.id)
        else:
            held.append(done)
    return Applied(
        entries=tuple(state[e.id] for e in entries), decisions=_newest_on_each_pair(held), unanchored=tuple(lost)
    )


def _newest_on_each_pair(held: Sequence[Decision]) -> tuple[Decision, ...]:
    """Of several rulings on one pair of incidents the last alone: two may bear the same second."""
    pairs = {frozenset(a.incident for a in d.anchors): d for d in held if d.verb in {"same", "different"}}
    newest = {d.id for d in pairs.values()}
    return tuple(d for d in held if d.verb not in {"same", "different"} or d.id in newest)


def _rule(decision: Decision, state: dict[str, Entry], machine: Mapping[str, Entry]) -> Decision | None:
    if decision.verb in {"same", "different"}:
        return _pair(decision, state)
    anchor = decision.anchors[0]
    entry = find_entry(state, anchor)
    if entry is None:
        return None
    if decision.verb == "add":
        return _added(decision, entry, state)
    account = ruled_account(entry.reading, machine[entry.id].reading, anchor)
    if account is None:
        return None
    state[entry.id] = replace(entry, reading=_ON_ACCOUNT[decision.verb](entry.reading, account, decision))
    return decision


def ruled_account(now: Reading, machine: Reading, anchor: Anchor) -> Account | None:
    """The account as it now is: an added one by its id, a read one by the words the machine read it from."""
    by_id = {a.id: a for a in now.accounts}
    if anchor.account and anchor.account.startswith(ADDED):
        return by_id.get(anchor.account)
    found = find_account(machine, anchor)
    return by_id.get(found.id) if found else None


def _added(decision: Decision, entry: Entry, state: dict[str, Entry]) -> Decision | None:
    if decision.anchors[0].quote not in (entry.reading.text or ""):
        return None
    state[entry.id] = replace(entry, reading=add(entry.reading, decision))
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
