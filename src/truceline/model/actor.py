"""Actors: states, forces, bodies, groups, outlets and people, and the words that name them."""

from collections.abc import Mapping
from dataclasses import dataclass

from truceline.model.when import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that name an actor; `label_only` where they are only a teller's label ("rebels") and name nobody.

    `actor` is a registry id ("sy-army"), or for an unknown name an id of its own made from the name ("x-name-of-it");
    None while open and for labels.
    """

    start: int
    end: int
    actor: str | None
    name: str
    label_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedName:
    """A name an actor bore for a time: from `since` until `until`, both inclusive; None where that end is open."""

    name: str
    since: str | None = None
    until: str | None = None

    def meets(self, days: Days) -> bool:
        """Whether any of the days lies within the time of the name."""
        return (self.since or "0000") <= days[1] and (self.until or "9999") >= days[0]

    def covers(self, days: Days) -> bool:
        """Whether all of the days lie within the time of the name."""
        return (self.since or "0000") <= days[0] and (self.until or "9999") >= days[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One entry of the actor registry (`data/actors.toml`, and the user's own file)."""

    id: str
    name: str
    kind: str
    """state, government, force, ministry, agency, armed_group, un_body, ngo, outlet, person, alliance"""
    country: str | None = None
    parent: str | None = None
    """Actor id of the body it belongs to (CENTCOM -> us-dod)."""
    side: str | None = None
    """Actor id of the state or group on whose side it speaks: tells an independent line from the accuser's own."""
    aliases: tuple[str, ...] = ()
    dated: tuple[DatedName, ...] = ()
    """Those of its names that it bore for a time."""

    def name_on(self, days: Days | None) -> str:
        """Its name at the time of a document: the latest dated one that held, else the one it is listed under."""
        held = [d for d in self.dated if days is not None and d.covers(days)]
        return max(held, key=lambda d: d.since or "", default=DatedName(name=self.name)).name


def side_of(actor: str, actors: Mapping[str, Actor]) -> str:
    """The state or group on whose side an actor speaks or acts; itself where the registry names none."""
    seen: set[str] = set()
    while actor not in seen:
        seen.add(actor)
        entry = actors.get(actor)
        if entry is None:
            break
        actor = entry.side or entry.parent or actor
    return actor
