"""Sentence and paragraph spans of a text."""

import re

from truceline.model.span import Span

_PARAGRAPH = re.compile(r"[^\r\n]+")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Runs of text between line breaks, outer white space left out."""
    return tuple(span for m in _PARAGRAPH.finditer(text) if (span := _trim(text, m.start(), m.end()))[0] < span[1])


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def split_sentences(text: str) -> tuple[Span, ...]:
    """Sentence spans in order; a sentence never crosses a line break."""
    spans: list[Span] = []
    for start, end in paragraphs(text):
        last = start
        for m in re.finditer(r"[.!?][\"”’)\]]*(?:\[\d+\])*\s+(?=[A-Z\"“‘(\[])", text[start:end]):
            spans.append(_trim(text, last, start + m.end()))
            last = start + m.end()
        spans.append(_trim(text, last, end))
    return tuple(s for s in spans if s[0] < s[1])
