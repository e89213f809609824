"""What the ruling just made did, in one line, and the key that takes it back."""

from collections.abc import Mapping
from types import MappingProxyType

from truceline.model.decision import Decision
from truceline.model.snapshot import LedgerAccount, LedgerClaim, Snapshot
from truceline.publish.names import names_of
from truceline.publish.speaking import speaker_of
from truceline.publish.words import REVIEWS
from truceline.review.standing import standing
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
        "supersede": "Superseded: the corrected version counts, the earlier one counts nowhere.",
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
        return f"Undone: {ended.verb}, {_about(ended, snapshot)}. {_stands(ended, snapshot)}"
    return VERBS[decision.verb].format(_about(decision, snapshot)) + " Press u to undo it."


def _stands(ended: Decision, snapshot: Snapshot) -> str:
    """How what an undone ruling was about stands now, and by whose ruling where one still holds."""
    held = [d for d in standing(snapshot.decisions) if _matter(d) == _matter(ended)]
    found = _account(ended, snapshot) or _claim(ended, snapshot)
    by = f", by {held[-1].analyst}" if held else ""
    if found is not None and len(ended.anchors) == 1:
        return f"It is now {REVIEWS[found.review]}{by}."
    return f"What {held[-1].analyst} ruled on it stands: {held[-1].verb}." if held else "No ruling on it stands now."


def _matter(decision: Decision) -> tuple[frozenset[tuple[str | None, ...]], object]:
    """What a decision is about: the same for two that rule on one thing."""
    anchors = frozenset((a.document, a.account, a.incident, a.claim) for a in decision.anchors)
    return anchors, None if anchors else (decision.values or {}).get("name")


def _account(decision: Decision, snapshot: Snapshot) -> LedgerAccount | None:
    wanted = {f"{a.document}/{a.account}" for a in decision.anchors[:1] if a.account}
    return next((a for i in snapshot.incidents for a in i.accounts if a.id in wanted), None)


def _claim(decision: Decision, snapshot: Snapshot) -> LedgerClaim | None:
    wanted = {f"{a.document}/{a.claim}" for a in decision.anchors[:1] if a.claim}
    return next((c for c in snapshot.claims if c.id in wanted), None)


def _about(decision: Decision, snapshot: Snapshot) -> str:
    if not decision.anchors:
        return f"the name {(decision.values or {}).get('name', '')}"
    anchor = decision.anchors[0]
    if decision.verb == "supersede":
        return "which version counts"
    if len(decision.anchors) > 1:
        return "a ruling on two reports"
    names = names_of(snapshot)
    if anchor.claim is not None:
        claim = _claim(decision, snapshot)
        return f"the claim of {speaker_of(claim, names)}" if claim else "a claim"
    if decision.verb == "correct":
        return f"who published {anchor.document}"
    account = _account(decision, snapshot)
    return f"the account of {teller_of(account, names)}" if account else "an account"
