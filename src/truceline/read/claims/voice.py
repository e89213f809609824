"""Whom a source means, and what is known of the names in a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from truceline.model.actor import ActorMention
from truceline.model.claim import SourceKind
from truceline.model.span import Span
from truceline.read.actors.registry import Registry
from truceline.read.actors.short import is_body
from truceline.read.claims.cues import CueTable
from truceline.read.claims.raw import RawClaim

BARE = re.compile(r"(?:the|this|that|these|those) (?:[a-z’'-]+ )?[a-z’'-]+", re.IGNORECASE)
"""Words that may be of one who has a name elsewhere: "the colonel"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whom a source means: `actor` an actor id, `name` the name as the document has it; both None while open."""

    kind: SourceKind
    name: str | None = None
    actor: str | None = None
    gender: str = "x"
    plural: bool = False
    words: str = ""
    """The source's own words."""
    single: bool = False
    """Whether an unnamed source is one person: "a senior official", "the source"."""
    at: int = 0
    """Where the source stands."""
    inner: bool = False
    """Whether it speaks only within another's words."""
    sure: float = 1.0
    """How often a source of this form is rightly resolved: 1 for a name, less for a pronoun or a bare role."""
    first: Span | None = None
    """Where the text first tells of one whom nobody names; None where these words do."""

    @property
    def first_told(self) -> Span | None:
        """Where the text first tells of one whom nobody names: here, where nowhere before; None of who has a name.

        Nor of a bare "the colonel", who may have one.
        """
        if self.name is not None or not self.words or (self.first is None and BARE.fullmatch(self.words)):
            return None
        return self.first or (self.at, self.at + len(self.words))


class Whom(Protocol):
    """Says whom "he" or "she" means."""

    def meant(self, raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice], names: "Names") -> Voice:
        """The voice meant, at the pronoun's own words; `voice` as it is where that is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Mentions of a document and what is known of actors and cue words."""

    text: str
    mentions: tuple[ActorMention, ...]
    registry: Registry
    cues: CueTable
    author: str | None = None
    """The writer, as the document names him."""
    whom: Whom | None = None

    def without_author(self) -> "Names":
        """The same without the mentions of the writer, whom no "he" or "she" of his own text means."""
        if not self.author:
            return self
        return replace(self, mentions=tuple(m for m in self.mentions if m.name != self.author))

    def inside(self, span: Span) -> list[ActorMention]:
        """Mentions that lie within a span."""
        return [m for m in self.mentions if span[0] <= m.start and m.end <= span[1]]

    def meant(self, raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice]) -> Voice:
        """The voice that "he" or "she" means; as it is where that is open, or nobody can say."""
        return self.whom.meant(raw, voice, gender, earlier, self) if self.whom else voice

    def is_known(self, mention: ActorMention) -> bool:
        """Whether the registry knows the actor named; others are of this document alone."""
        return mention.actor is not None and not mention.actor.startswith("x-")

    def is_person(self, mention: ActorMention) -> bool:
        """Whether a mention names a person: by the registry, else by its given name or its form."""
        if mention.actor is None:
            return False
        if not self.is_known(mention):
            last = mention.name.split()[-1].casefold()
            return not is_body(mention.name, self.registry.words) and last not in self.cues.roles["institution"]
        return self.registry.kind(mention.actor) == "person"

    def gender(self, mention: ActorMention) -> str:
        """m, f or x (unknown), by the title before it or the given name, which says more than "spokesman"."""
        before = self.text[max(0, mention.start - 16) : mention.start].casefold()
        if re.search(r"\b(?:mrs|ms|spokeswoman|chairwoman|queen|sister)\.? $", before):
            return "f"
        if re.search(r"\b(?:mr|king|brother|sheikh)\.? $", before):
            return "m"
        given = self.registry.gender_of(mention.name) or "x"
        return "m" if given == "x" and re.search(r"\b(?:spokesman|chairman) $", before) else given
