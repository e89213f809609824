"""Claims: one attribution each."""

from dataclasses import dataclass
from typing import Literal

from truceline.model.account import Review
from truceline.model.span import Span

Act = Literal["asserts", "denies", "admits", "accuses", "justifies", "predicts", "demands", "doubts", "declines"]
Reach = Literal["occurrence", "responsibility", "intent", "notice", "harm", "compliance", "other"]
Speech = Literal["direct", "indirect", "mixed"]
SourceKind = Literal["named_official", "institution", "anonymous", "outlet", "group", "person", "author"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who says it (source), by which words (cue), and what (content), with the act it performs.

    `tellers` are actor ids, outermost first: the document's publisher, an outlet cited, the speaker.
    `parent` is the id of the claim it is nested in; `reader_score` in [0, 1] is calibrated.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speech: Speech
    act: Act
    source_kind: SourceKind
    tellers: tuple[str, ...] = ()
    parent: str | None = None
    citations: tuple[str, ...] = ()
    reader_score: float = 0.5
    speaker: str | None = None
    """The speaker's name as resolved within the document (a pronoun's or role's person); None while open."""
    speaker_id: str | None = None
    """The speaker's actor id, the last of `tellers`; None while open, where these end with who tells of the speaker."""
    reaches: Reach | None = None
    """What a denial or admission is about: that it happened, that one did it, meant it, told or was told, the harm."""
    antecedent: tuple[Span, ...] = ()
    """Where the text first tells of a speaker whom nobody names (“a woman selling tea” for "she"); empty where the
    source's own words do, or a name is known."""
    review: Review = "machine"
