"""Which decisions hold: an undo ends a decision, and an undo of that undo brings it back."""

from collections.abc import Sequence

from truceline.model.decision import Decision


def allowed_names(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Names of persons that analysts let leave, in the order in which they did."""
    return tuple(str((d.values or {}).get("name", "")) for d in standing(decisions) if d.verb == "allow")


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Decisions not ended by a later undo that itself holds, oldest first; undos themselves are left out."""
    ended: set[str] = set()
    for decision in reversed(decisions):
        if decision.verb == "undo" and decision.id not in ended and decision.reverses:
            ended.add(decision.reverses)
    return tuple(d for d in decisions if d.verb != "undo" and d.id not in ended)
