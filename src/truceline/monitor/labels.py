"""Which party is meant by words that are no name of it: its labels, its units, "the enemy" of its opponent."""

from collections.abc import Sequence

from truceline.model.agreement import Agreement, Party
from truceline.monitor.kit import MonitorKit
from truceline.text.fold import fold_name

_STATES = frozenset({"state", "government"})


def party_of_label(label: str, agreement: Agreement) -> Party | None:
    """The one party whose listed labels hold these words: a judgement of whoever wrote the agreement's file."""
    word = fold_name(label)
    held = [p for p in agreement.parties if word in {fold_name(n) for n in (*p.labels, p.name)}]
    return held[0] if len(held) == 1 else None


def party_of_unit(name: str, agreement: Agreement, kit: MonitorKit) -> Party | None:
    """The one party by whose name an unknown unit is called: "x-kfl-3rd-brigade" is of the party labelled "KFL"."""
    words = name.removeprefix("x-").split("-") if name.startswith("x-") else []
    if not words or words[-1] not in kit.units:
        return None
    held = [p for p in agreement.parties if any(_is_unit(words, n) for n in (*p.labels, p.name) if not n.islower())]
    return held[0] if len(held) == 1 else None


def _is_unit(words: Sequence[str], name: str) -> bool:
    """Whether words are a name with a unit's number or bare kind behind it; "KFL Liberation Front" is another body."""
    own = fold_name(name).split()
    rest = words[len(own) :]
    return list(words[: len(own)]) == own and (len(rest) == 1 or bool(rest and rest[0][0].isdigit()))


def is_enemy(label: str, kit: MonitorKit) -> bool:
    """Whether words only say that somebody is the speaker's opponent."""
    return fold_name(label.removeprefix("the ")) in kit.opponents


def state_bound(label: str, agreement: Agreement, kit: MonitorKit) -> Party | None:
    """The one government bound, where words name a state's own body and no other: "the army", "Defence Ministry"."""
    if fold_name(label.removeprefix("the ").removeprefix("x-")) not in kit.state_bodies:
        return None
    kinds = {p.actor: kit.actors[p.actor].kind for p in agreement.parties if p.bound and p.actor in kit.actors}
    states = [p for p in agreement.parties if kinds.get(p.actor) in _STATES]
    return states[0] if len(states) == 1 else None


def other_bound(tellers: Sequence[Party], agreement: Agreement) -> Party | None:
    """The one party bound beside a teller's own; None where the teller is none or there are several."""
    own = {p.actor for p in tellers}
    others = [p for p in agreement.parties if p.bound and p.actor not in own]
    return others[0] if own and len(others) == 1 else None
