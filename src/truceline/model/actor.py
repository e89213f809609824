"""Actors: states, forces, bodies, groups, outlets and people, and the words that name them."""

from dataclasses import dataclass


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
