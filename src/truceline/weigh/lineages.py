"""Lines of evidence: documents that are one text, and accounts that go back to one origin."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.actor import Actor, side_of
from truceline.model.entry import Entry
from truceline.text.copies import near_copies
from truceline.text.fold import fold_name
from truceline.weigh.dossier import Voice
from truceline.weigh.indistinct import UNNAMED_STATE, by_account
from truceline.weigh.kit import WeighKit
from truceline.weigh.retold import UNNAMED, Origin, agency_sources, copied_words, speak_apart, unnamed_of
from truceline.weigh.tellers import OFFICE, Teller

_SIDES = frozenset({"state", "government", "armed_group"})
"""Kinds of actors all of whose bodies speak for one side."""
_NOBODY = frozenset({"anonymous", "person"})
_INDISTINCT = "unnamed voices of one document cannot be told apart: at most one line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineages:
    """By document id: the document its text goes back to, the earliest published."""

    origin: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One account's line of evidence, and why it belongs there.

    `voice` is the line with every unnamed voice by itself: two of one document may dispute what each other says, but
    do not bear it out.
    """

    key: str
    reason: str
    voice: str


def document_lineages(entries: Sequence[Entry]) -> Lineages:
    """Documents grouped by near-copied text; the same for every order of the entries."""
    groups = Groups(e.id for e in sorted(entries, key=_age))
    for a, b in sorted(near_copies({e.id: e.reading.prose for e in entries})):
        groups.join(a, b)
    return Lineages(origin={e.id: groups.head(e.id) for e in entries})


def account_lines(
    voices: Sequence[Voice], tellers: Mapping[str, Teller], lineages: Lineages, kit: WeighKit
) -> dict[str, Line]:
    """By account id its line: one teller, one side of the conflict, one cited outlet, one copied text make one line.

    So do the unnamed voices of one text: they may contradict each other, but nobody can tell that they are two.
    """
    ordered = sorted(voices, key=lambda v: (v.published or "9999", v.id))
    called = unnamed_of(voices, tellers)
    agencies = agency_sources(voices, called, kit)
    indistinct = by_account(voices, tellers, kit)
    lines, apart = (_Grouping(ordered, tellers, kit) for _ in range(2))
    for v in ordered:
        teller = tellers[v.id]
        shared = _origins(v, teller, lineages, kit, called.get(v.id))
        if teller.key in agencies:
            shared.append((agencies[teller.key], f"heard first by {kit.actors[teller.key].name}"))
        unnamed = _unnamed(v, teller, lineages, kit)
        apart.place(v, shared)
        lines.place(v, [*shared, *unnamed, *indistinct[v.id]])
    return {v.id: Line(lines.head(v), lines.reason(v), apart.head(v)) for v in voices}


class _Grouping:
    """Accounts joined by what they share, each with the reason that joined it."""

    def __init__(self, ordered: Sequence[Voice], tellers: Mapping[str, Teller], kit: WeighKit) -> None:
        """Voices in order of precedence."""
        self._groups = Groups(v.id for v in ordered)
        self._tellers, self._kit = tellers, kit
        self._reasons: dict[str, str] = {}
        self._first: dict[str, str] = {}

    def place(self, voice: Voice, shared: Sequence[Origin]) -> None:
        """Join an account to the first that shares an origin, or its words unless both speak by name."""
        first, teller = self._first, self._tellers[voice.id]
        copied = [
            o
            for o in copied_words(voice)
            if not speak_apart(teller, self._tellers[first.get(o[0], voice.id)], self._kit)
        ]
        for key, reason in (*shared, *copied):
            if key in first and self._groups.head(first[key]) != self._groups.head(voice.id):
                self._groups.join(first[key], voice.id)
                self._reasons.setdefault(voice.id, reason)
                if reason in {_INDISTINCT, UNNAMED_STATE}:  # what is true of both is said with the first, too
                    self._reasons.setdefault(first[key], reason)
            first.setdefault(key, voice.id)

    def head(self, voice: Voice) -> str:
        """Key of the group an account is in: its earliest teller's."""
        return self._tellers[self._groups.head(voice.id)].key

    def reason(self, voice: Voice) -> str:
        """Why an account stands in its group."""
        return self._reasons.get(voice.id) or f"first heard from {self._tellers[voice.id].name}"


def _unnamed(voice: Voice, teller: Teller, lineages: Lineages, kit: WeighKit) -> list[Origin]:
    """What an unnamed voice shares with all others of its text; one known to speak for a side is told apart by it."""
    claim = voice.claim
    if claim is None or teller.how != UNNAMED or claim.source_kind not in _NOBODY or _side(voice, teller, kit):
        return []
    return [(f"unnamed:{lineages.origin[voice.entry.id]}", _INDISTINCT)]


def _origins(voice: Voice, teller: Teller, lineages: Lineages, kit: WeighKit, unnamed: str | None) -> list[Origin]:
    """What an account shares with others of its line: its teller, its side, a copied text's words on the same claim.

    A ministry and an army of one state do not bear each other out.
    """
    origin = lineages.origin[voice.entry.id]
    # a body no registry has is one and the same where it is quoted ("x-front") and where it publishes ("front")
    found = [(f"teller:{teller.key.removeprefix('x-')}", teller.how)]
    if "/" not in teller.speaker:  # whoever speaks for a body by one document does so where another leaves it out
        found.append((f"speaker:{teller.speaker.removeprefix('x-')}", f"same speaker: {teller.name}"))
    side = _side(voice, teller, kit)
    if side is not None and side.kind in _SIDES:
        found.append((f"side:{side.id}", f"same side: {side.name}"))
    if voice.claim is None or unnamed is not None:
        quote = "" if voice.claim is None else unnamed
        found.append((f"text:{origin}:{quote}", f"same text as {origin}"))
    return found


def _side(voice: Voice, teller: Teller, kit: WeighKit) -> Actor | None:
    """The side a teller speaks for: by the registry, else by an office named with its state ("Ombran prosecutors")."""
    own = voice.claim.speaker_id if voice.claim is not None and teller.how == UNNAMED else teller.speaker
    known = next((a for a in (own, teller.key) if a is not None and a in kit.actors), None)
    if known is not None:
        return kit.actors.get(side_of(known, kit.actors))
    text = voice.entry.reading.prose
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
