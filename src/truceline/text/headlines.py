"""Headings of a text: short lines with no stop at their end, and text below."""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?:;,…][\"”’')\]]*\s*$")
_MOST_WORDS = 14


def headings(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines that are headings stand."""
    for found in _LINE.finditer(text):
        line = found.group()
        if len(line.split()) <= _MOST_WORDS and not _STOP.search(line) and text[found.end() :].strip():
            yield found.span()


def headline(text: str) -> tuple[int, int] | None:
    """Where the heading stands that opens a text; None where it opens with its first sentence."""
    first = next(headings(text), None)
    return first if first is not None and not text[: first[0]].strip() else None
