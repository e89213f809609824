"""Analysts' same and different, found again among the members."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from truceline.link.identity import incident_id
from truceline.model.decision import Anchor, Decision
from truceline.model.entry import Entry

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of member indices ruled the same happening, or different ones."""

    same: frozenset[Pair]
    different: frozenset[Pair]


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions not ended by a later undo that itself still stands, oldest first."""
    ordered = sorted(decisions, key=lambda d: (d.at, d.id))
    ended: set[str] = set()
    for d in reversed(ordered):
        if d.verb == "undo" and d.id not in ended and d.reverses:
            ended.add(d.reverses)
    return [d for d in ordered if d.id not in ended and d.verb != "undo"]


def find_rulings(decisions: Sequence[Decision], members: Sequence[str], entries: Sequence[Entry]) -> Rulings:
    """Rulings on pairs; of two on the same pair the later stands."""
    at = _handles(members, entries)
    said: dict[Pair, str] = {}
    for d in standing(decisions):
        if d.verb in {"same", "different"}:
            found = [i for i in (_member(a, at) for a in d.anchors) if i is not None]
            for a, b in combinations(sorted(set(found)), 2):
                said[a, b] = d.verb
    return Rulings(
        frozenset(p for p, verb in said.items() if verb == "same"),
        frozenset(p for p, verb in said.items() if verb == "different"),
    )


def _handles(members: Sequence[str], entries: Sequence[Entry]) -> dict[str, int]:
    """Every name a member goes by: its id, its own incident id, and the accounts it holds."""
    at: dict[str, int] = {}
    for i, member in enumerate(members):
        at[member] = at[incident_id(member)] = i
    for entry in entries:
        for incident in entry.reading.incidents:
            home = at.get(f"{entry.id}/{incident.key}")
            if home is not None:
                at.update({f"{entry.id}/{account}": home for account in incident.accounts})
    return at


def _member(anchor: Anchor, at: Mapping[str, int]) -> int | None:
    names = [name for name in (anchor.incident, anchor.account) if name]
    keys = [key for name in names for key in (name, f"{anchor.document}/{name}")]
    return next((at[key] for key in keys if key in at), None)
