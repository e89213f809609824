"""What an extractor hands over: the spans of one attribution, before anything is concluded from them."""

from collections.abc import Iterable
from dataclasses import dataclass

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


def hull(raw: RawClaim) -> Span:
    """From a claim's first character to its last."""
    spans = (*raw.source, *raw.cue, *raw.content)
    return min(s for s, _ in spans), max(e for _, e in spans)


def in_text_order(raws: Iterable[RawClaim]) -> tuple[RawClaim, ...]:
    """The claims by where each begins; of two that begin together the one given first."""
    return tuple(sorted(raws, key=lambda raw: hull(raw)[0]))
