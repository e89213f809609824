"""Direct quotes: from the opening to the closing mark; a quote that opens each paragraph anew holds together."""

from dataclasses import dataclass
from functools import lru_cache

from truceline.model.span import Span
from truceline.read.claims.tokens import CLOSING, OPENING, quote_marks
from truceline.text.sentences import paragraphs

_MARKS = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote: a part for each paragraph it runs over, marks included."""

    parts: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From its first mark to its last."""
        return self.parts[0][0], self.parts[-1][1]


@lru_cache(maxsize=2)
def quoted_parts(text: str) -> list[Span]:
    """Where words stand in quotation marks."""
    return [p for q in find_quotes(text) for p in q.parts]


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Quotes in order; one left open at its paragraph's end goes on where the next paragraph opens with a mark.

    Several rules ask for the same text's quotes: they are looked for once.
    """
    found: list[Quote] = []
    open_parts: list[Span] = []
    for start, end in paragraphs(text):
        spans, left_open = _in_paragraph(text, (start, end))
        if open_parts and spans and spans[0][0] == start:
            open_parts.append(spans.pop(0))
            if spans or not left_open:
                found.append(Quote(tuple(open_parts)))
                open_parts = []
        elif open_parts:
            found.append(Quote(tuple(open_parts)))
            open_parts = []
        if left_open and spans:
            found += [Quote((s,)) for s in spans[:-1]]
            open_parts = [spans[-1]]
        else:
            found += [Quote((s,)) for s in spans]
    if open_parts:
        found.append(Quote(tuple(open_parts)))
    return tuple(found)


def _in_paragraph(text: str, span: Span) -> tuple[list[Span], bool]:
    """Quotes of one paragraph, and whether the last lacks its closing mark."""
    spans: list[Span] = []
    opened: int | None = None
    if _MARKS.isdisjoint(text[slice(*span)]):
        return spans, False
    for token in quote_marks(text, span):
        if token.text in OPENING and (opened is None or text[token.start] == '"'):
            opened = token.start  # a straight mark that opens again was opened for nothing before
        elif token.text in CLOSING and opened is not None:
            spans.append((opened, token.end))
            opened = None
    if opened is not None:
        spans.append((opened, span[1]))
    return spans, opened is not None
