"""Lines of evidence: documents that are one text, and accounts that go back to one origin."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.actor import Actor, side_of
from truceline.model.entry import Entry
from truceline.text.copies import near_copies
from truceline.text.fold import fold_name
from truceline.weigh.dossier import Voice
from truceline.weigh.kit import WeighKit
from truceline.weigh.retold import Origin, agency_sources, copied_words, speak_apart, unnamed_of
from truceline.weigh.tellers import OFFICE, Teller

_SIDES = frozenset({"state", "government", "armed_group"})
"""Kinds of actors all of whose bodies speak for one side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineages:
    """By document id: the document its text goes back to (the earliest published), and how far the two are alike."""

    origin: Mapping[str, str]
    likeness: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One account's line of evidence, and why it belongs there."""

    key: str
    reason: str


def document_lineages(entries: Sequence[Entry]) -> Lineages:
    """Documents grouped by near-copied text; the same for every order of the entries."""
    pairs = near_copies({e.id: e.reading.text or "" for e in entries})
    groups = Groups(e.id for e in sorted(entries, key=_age))
    for a, b in sorted(pairs):
        groups.join(a, b)
    nearest: dict[str, float] = {}
    for (a, b), alike in pairs.items():
        nearest[a], nearest[b] = max(alike, nearest.get(a, 0.0)), max(alike, nearest.get(b, 0.0))
    return Lineages(origin={e.id: groups.head(e.id) for e in entries}, likeness=nearest)


def account_lines(
    voices: Sequence[Voice], tellers: Mapping[str, Teller], lineages: Lineages, kit: WeighKit
) -> dict[str, Line]:
    """By account id its line: one teller, one side of the conflict, one cited outlet, one copied text make one line."""
    groups = Groups(v.id for v in sorted(voices, key=lambda v: (v.published or "9999", v.id)))
    reasons: dict[str, str] = {}
    first: dict[str, str] = {}
    called = unnamed_of(voices, tellers)
    agencies = agency_sources(voices, called, kit)
    for v in sorted(voices, key=lambda v: (v.published or "9999", v.id)):
        teller = tellers[v.id]
        shared = _origins(v, teller, lineages, kit, called.get(v.id))
        if teller.key in agencies:
            shared.append((agencies[teller.key], f"heard first by {kit.actors[teller.key].name}"))
        shared += [o for o in copied_words(v) if not speak_apart(teller, tellers[first.get(o[0], v.id)], kit)]
        for key, reason in shared:
            if key in first and groups.head(first[key]) != groups.head(v.id):
                groups.join(first[key], v.id)
                reasons.setdefault(v.id, reason)
            first.setdefault(key, v.id)
    heads = {v.id: tellers[groups.head(v.id)].key for v in voices}
    return {v.id: Line(heads[v.id], reasons.get(v.id) or f"first heard from {tellers[v.id].name}") for v in voices}


def _origins(voice: Voice, teller: Teller, lineages: Lineages, kit: WeighKit, unnamed: str | None) -> list[Origin]:
    """What an account shares with others of its line: its teller, its side, a copied text's words on the same claim.

    A ministry and an army of one state do not bear each other out.
    """
    origin = lineages.origin[voice.entry.id]
    # a body no registry has is one and the same where it is quoted ("x-front") and where it publishes ("front")
    found = [(f"teller:{teller.key.removeprefix('x-')}", teller.how)]
    side = _side(voice, teller, kit)
    if side is not None and side.kind in _SIDES:
        found.append((f"side:{side.id}", f"same side: {side.name}"))
    if voice.claim is None or unnamed is not None:
        quote = "" if voice.claim is None else unnamed
        found.append((f"text:{origin}:{quote}", f"same text as {origin}"))
    return found


def _side(voice: Voice, teller: Teller, kit: WeighKit) -> Actor | None:
    """The side a teller speaks for: by the registry, else by an office named with its state ("Ombran prosecutors")."""
    if teller.speaker in kit.actors:
        return kit.actors.get(side_of(teller.speaker, kit.actors))
    text = voice.entry.reading.text or ""
    said = " ".join(text[a:b] for a, b in voice.claim.source) if voice.claim is not None else ""
    if not OFFICE.search(said):
        return None
    states = (kit.by_name.get(fold_name(f"{word} government")) for word in re.findall(r"[A-Z][\w-]+", said))
    return next((kit.actors[state] for state in states if state is not None), None)


def _age(entry: Entry) -> tuple[str, str]:
    published = entry.reading.document.published
    return (published.latest or "9999" if published else "9999", entry.id)


class Groups:
    """Union-find whose head is the earliest given of its members."""

    def __init__(self, members: Iterable[str]) -> None:
        """Members in order of precedence."""
        self._rank = {m: i for i, m in enumerate(members)}
        self._up: dict[str, str] = {}

    def head(self, member: str) -> str:
        """The first of the group a member is in."""
        while member in self._up:
            member = self._up[member]
        return member

    def join(self, a: str, b: str) -> None:
        """Make two groups one."""
        a, b = self.head(a), self.head(b)
        if a != b:
            late, early = sorted((a, b), key=lambda m: -self._rank[m])
            self._up[late] = early
