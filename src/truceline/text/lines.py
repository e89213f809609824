"""Lines of a text by their form: headings, short with no stop at their end and text below, and numbered entries."""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?:;,…][\"”’')\]]*\s*$")
_MOST_WORDS = 14
_NUMBER = re.compile(r"^(?:\[\d{1,3}\]:?|\(?\d{1,3}[.)]|[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})\s*")


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


def words_of_entry(line: str) -> str:
    """A line of a list without the number it begins with: "[3] Interview with the author"."""
    return _NUMBER.sub("", " ".join(line.split()))
