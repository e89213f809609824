"""Agreements: parties, window with each party's position on it, zone, prohibitions, obligations."""

from dataclasses import dataclass

from truceline.model.when import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One party's position on when the truce began or ended; an open `ended` means: holds that it had not."""

    party: str
    began: str | None
    ended: str | None
    source: str
    """Where the position is stated: a document or reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party, guarantor or other body named by the agreement; `bound` False for guarantors."""

    actor: str
    name: str
    bound: bool
    guarantor: bool = False
    labels: tuple[str, ...] = ()
    """Labels tellers use for it; only a reviewer's judgement, shown with every tally that rests on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One prohibition or obligation: its own sentence, who is bound, and what events would breach or fulfil it."""

    id: str
    kind: str
    """prohibition or obligation"""
    text: str
    bound: tuple[str, ...]
    breach: tuple[str, ...] = ()
    fulfil: tuple[str, ...] = ()
    due: str | None = None
    struck: tuple[str, ...] = ()
    """Nouns of what may not be struck ("aid convoy"), whatever kind of attack it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A ceasefire as data (`agreement.yaml`)."""

    id: str
    name: str
    zone_name: str
    time_zone: str
    """UTC offset of the theatre, "+03:00": a day is a day there."""
    parties: tuple[Party, ...]
    positions: tuple[Position, ...]
    terms: tuple[Term, ...]
    zone: tuple[str, ...] = ()
    """Names of countries, admin1 or zones within which the terms hold; empty: everywhere."""
    excluded_targets: tuple[str, ...] = ()
    """Actor ids the agreement does not protect."""
    version: str = ""
    """SHA-256 of the file."""
    source: str = ""
    window: Time | None = None
