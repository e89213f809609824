"""Where private persons may be named in words: every name that nothing says is somebody else's.

An allow-list, so a name is what is written like one: with a capital where English has none, or at all in a file's name.
"""

import re

from truceline.model.span import Span
from truceline.publish.persons.known import Kind, Known, Style
from truceline.publish.persons.look import Look
from truceline.publish.persons.things import without_addresses
from truceline.publish.persons.writing import is_headline, is_phrase
from truceline.publish.tokens import words_in


def private_spans(text: str, known: Known, style: Style) -> list[Span]:
    """Spans of names that may not leave, in order; addresses in words are looked at by themselves (`Mask.url`)."""
    text = without_addresses(text) if style is Style.WORDS else text
    if style is Style.WORDS and "\n" in text:
        lines = re.finditer(r"[^\n]+", text)
        return [(m.start() + a, m.start() + b) for m in lines for a, b in private_spans(m[0], known, style)]
    words = words_in(text)
    if not words:
        return []
    look = Look(text, words, known, style, is_headline(words), is_phrase(words, known.kit))
    kinds = look.kinds()
    marked = [k is Kind.PRIVATE for k in kinds]
    for at in (*(at for run in look.runs(kinds) for at in look.judged(run, kinds)), *look.small(kinds)):
        marked[at] = True
    for at in look.beside(kinds, marked):
        marked[at] = True
    return _joined(look, marked)


def _joined(look: Look, marked: list[bool]) -> list[Span]:
    """Spans of neighbouring marked words; joints and initials between them are theirs."""
    _mark_between(look, marked)
    spans: list[Span] = []
    for at, word in enumerate(look.words):
        if marked[at] and at and marked[at - 1] and look.touch(at - 1):
            spans[-1] = (spans[-1][0], word.end)
        elif marked[at]:
            spans.append((word.start, word.end))
    return spans


def _mark_between(look: Look, marked: list[bool]) -> None:
    """Mark the joints and initials between marked words."""
    words = look.words
    for at in range(1, len(words) - 1):
        small = words[at].key in look.known.kit.joints or len(words[at].text) == 1
        if small and marked[at - 1] and any(marked[at + 1 : at + 3]):
            marked[at] = True
