"""What an extractor hands over: the spans of one attribution, before anything is concluded from them."""

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
