"""What the ruling just made did, in one line, and the key that takes it back."""

from collections.abc import Mapping
from types import MappingProxyType

from truceline.model.decision import Decision
from truceline.model.snapshot import Snapshot
from truceline.publish.names import names_of
from truceline.publish.speaking import speaker_of
from truceline.web.views.names import teller_of

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "accept": "Accepted: {}.",
        "reject": "Rejected: {}.",
        "edit": "Edited: {}.",
        "correct": "Corrected: {}.",
        "add": "Added: {}.",
        "allow": "Allowed: {}.",
        "same": "Merged: now held to be the same happening.",
        "different": "Parted: now held to be different happenings.",
    }
)


def say_done(decision_id: str, snapshot: Snapshot) -> str:
    """The line for one decision; empty where the ledger has none of this id."""
    by_id = {d.id: d for d in snapshot.decisions}
    decision = by_id.get(decision_id)
    if decision is None:
        return ""
    ended = by_id.get(decision.reverses or "")
    if ended is not None:
        return f"Undone: {ended.verb}, {_about(ended, snapshot)}. It is as it was before."
    return VERBS[decision.verb].format(_about(decision, snapshot)) + " Press u to undo it."


def _about(decision: Decision, snapshot: Snapshot) -> str:
    if not decision.anchors:
        return f"the name {(decision.values or {}).get('name', '')}"
    anchor = decision.anchors[0]
    if len(decision.anchors) > 1:
        return "a ruling on two reports"
    names = names_of(snapshot)
    if anchor.claim is not None:
        claim = next((c for c in snapshot.claims if c.id == f"{anchor.document}/{anchor.claim}"), None)
        return f"the claim of {speaker_of(claim, names)}" if claim else "a claim"
    if decision.verb == "correct":
        return f"who published {anchor.document}"
    accounts = {a.id: a for i in snapshot.incidents for a in i.accounts}
    account = accounts.get(f"{anchor.document}/{anchor.account}")
    return f"the account of {teller_of(account, names)}" if account else "an account"
