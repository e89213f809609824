"""What an extractor hands over: the spans of one attribution, before anything is concluded from them."""

from dataclasses import dataclass
from typing import Protocol

from truceline.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RawClaim:
    """Source, cue and content of one attribution as spans of the document's text; each in order, without overlap.

    `score` in [0, 1] says how sure the extractor is of the triple; `source` is empty where no words name one.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float = 0.5


class ClaimExtractor(Protocol):
    """Finds who says what; the rules and the learned tagger are two of it."""

    weights: tuple[str, ...]
    """SHA-256 of each learned part; empty for rules."""

    def extract(self, text: str, sentences: tuple[Span, ...]) -> tuple[RawClaim, ...]:
        """Attributions in text order; nested ones may be among them."""
        ...
