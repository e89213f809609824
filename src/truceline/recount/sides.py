"""On whose side an actor fights, so that "the army" and "government troops" are one doer and media are none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model.actor import Actor

_FIGHTING = ("force", "armed_group", "group", "alliance", "government", "state")
_MADE = re.compile(r"([a-z]{2})-(?:gov|army|airforce|navy|mod|moi|police)$")
_SIDE = re.compile(r"\bside=(\S+)")


@dataclass(frozen=True, slots=True)
class Sides:
    """Sides of the actors that can take part in violence; anyone else has none."""

    known: Mapping[str, str]

    def of(self, actor: str | None) -> str | None:
        """The side of a registry id; None for media, persons, unknown names and labels."""
        if actor is None:
            return None
        if actor in self.known:
            return self.known[actor]
        made = _MADE.match(actor)
        return (
            f"{made.group(1)}-gov"
            if made
            else (f"{actor.lower()}-gov" if re.fullmatch(r"[A-Za-z]{2}", actor) else None)
        )


def sides(registry: Mapping[str, Any]) -> Sides:
    """Sides from the parsed `actors.toml`."""
    known: dict[str, str] = {}
    for kind, entries in registry.items():
        if kind not in _FIGHTING or not isinstance(entries, Mapping):
            continue
        for name, words in entries.items():
            side = _SIDE.search(str(words))
            known[name] = side.group(1) if side else name
    return Sides(known)


def with_actors(shipped: Sides, actors: Iterable[Actor]) -> Sides:
    """Sides with those of a user's own actors before the shipped ones."""
    own = {a.id: a.side or a.id for a in actors if a.kind in _FIGHTING}
    return Sides({**shipped.known, **own})
