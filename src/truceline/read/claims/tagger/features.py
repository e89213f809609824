"""Words of a text and their surface features: the same in training and in use."""

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from truceline.model.span import Span

_WORD = re.compile(r"\w+|[^\w\s]")
_OPENING, _CLOSING = "“«", "”»"
LOWER, TITLE, UPPER, DIGIT, OTHER, NO_CASE = range(6)
OUTSIDE, INSIDE, MARK, NO_QUOTE = range(4)
NO_BREAK, SENTENCE, PARAGRAPH, NO_WORD = range(4)
FRAME = (NO_CASE, NO_QUOTE, NO_WORD)
"""Features of the pieces that are no word: window start, window end, paragraph mark."""

Features = NDArray[np.int8]


def word_spans(text: str) -> tuple[Span, ...]:
    """Runs of letters and digits, or one other character: the words PolNeAR is scored on."""
    return tuple(m.span() for m in _WORD.finditer(text))


def surface_features(text: str, spans: tuple[Span, ...]) -> Features:
    """Array (words, 3): case, state of quotation, break before the word.

    A paragraph's end closes a quotation that was left open, unless the next one opens it again.
    """
    table: list[tuple[int, int, int]] = []
    inside, before = False, 0
    for row, (start, end) in enumerate(spans):
        word = text[start:end]
        gap = _break_before(text, spans, row, before)
        if gap == PARAGRAPH and word not in _OPENING:
            inside = False
        quote, inside = _quotation(word, inside)
        table.append((_case(word), quote, gap))
        before = end
    return np.array(table, np.int8).reshape(-1, 3)


@lru_cache(maxsize=50_000)
def _case(word: str) -> int:
    if word.isdigit():
        return DIGIT
    if not word[0].isalpha():
        return OTHER
    if word.isupper() and len(word) > 1:
        return UPPER
    return TITLE if word[0].isupper() else LOWER


def _quotation(word: str, inside: bool) -> tuple[int, bool]:
    if word in _OPENING:
        return MARK, True
    if word in _CLOSING:
        return MARK, False
    if word == '"':
        return MARK, not inside
    return int(inside), inside


def _break_before(text: str, spans: tuple[Span, ...], row: int, before: int) -> int:
    gap = text[before : spans[row][0]]
    if row == 0 or "\n" in gap:
        return PARAGRAPH
    last = text[spans[row - 1][0] : spans[row - 1][1]]
    return SENTENCE if gap and last in '.!?”"' else NO_BREAK
