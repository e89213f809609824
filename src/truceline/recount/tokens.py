"""A sentence as classed tokens: one letter a token, so that phrases are found by patterns over a string of letters."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.amount import Quantity
from truceline.model.span import Span
from truceline.recount.lexicon import HarmLexicon, longest

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_AGE = re.compile(r"(\d{1,3})[-‐‑–]?(year|month|week|day)s?[-‐‑–]?old$|^(\d{1,2})-yr-old$")


@dataclass(slots=True)
class Token:
    """One token, phrase or quantity; `mark` says what the lexicon knows of it."""

    kind: str
    start: int
    end: int
    word: str
    mark: str = ""
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text as words and signs: where each stands, as written, and in lower case."""

    spans: list[Span]
    written: list[str]
    lower: list[str]


def split_words(text: str, span: Span) -> Words:
    """Words and punctuation marks of text[span]; the month of May keeps its capital, which the modal has not."""
    found = list(_TOKEN.finditer(text, *span))
    written = [m.group() for m in found]
    lower = [w.lower().replace("’", "'") for w in written]
    for at, word in enumerate(written):
        if word == "May" and (at or "".join(written[1:2])[:1].isdigit()):
            lower[at] = word
    return Words([m.span() for m in found], written, lower)


def classed(raw: Words, quantities: Sequence[Quantity], lexicon: HarmLexicon) -> list[Token]:
    """Classed tokens of a stretch, quantities and lexicon phrases each as one; `quantities` are in text order."""
    words = raw.lower
    first = raw.spans[0][0] if raw.spans else 0
    at_quantity = {
        q.start: q for q in quantities[bisect_left(quantities, first, key=lambda q: q.start) :][: len(words)]
    }
    out: list[Token] = []
    i = 0
    while i < len(words):
        start, surface = raw.spans[i][0], raw.written[i]
        quantity = at_quantity.get(start)
        if quantity:
            while i < len(words) and raw.spans[i][0] < quantity.end:
                i += 1
            out.append(Token("q", quantity.start, quantity.end, quantity.text.lower(), quantity=quantity))
            continue
        size, token = _known(words, i, lexicon) or (1, _plain(surface, words[i], lexicon, first=not out))
        token.start, token.end = start, raw.spans[i + size - 1][1]
        out.append(token)
        i += size
    return out


def _known(words: list[str], i: int, lexicon: HarmLexicon) -> tuple[int, Token] | None:
    if found := longest(lexicon.harm, words, i):
        return found[0], Token("H", 0, 0, " ".join(words[i : i + found[0]]), found[1])
    if found := longest(lexicon.parts, words, i):
        return found[0], Token(found[1], 0, 0, " ".join(words[i : i + found[0]]))
    if (found := longest(lexicon.persons, words, i)) and not (words[i] == "lives" and _dwells(words, i)):
        kind = "P" if found[1].endswith("many") else "S"
        return found[0], Token(kind, 0, 0, " ".join(words[i : i + found[0]]), found[1].split(".")[0])
    return None


_WHO, _WHERE = (
    frozenset({"who", "that", "he", "she", "it"}),
    frozenset({"in", "at", "on", "with", "near", "there", "nearby"}),
)


def _dwells(words: list[str], i: int) -> bool:
    """Whether "lives" is what somebody does, and counts nobody."""
    return (i > 0 and words[i - 1] in _WHO) or (i + 1 < len(words) and words[i + 1] in _WHERE)


def _plain(surface: str, word: str, lexicon: HarmLexicon, *, first: bool) -> Token:
    kind = lexicon.classes.get(word)
    if kind is None:
        if age := _AGE.search(word):
            years = int(age.group(1) or age.group(3)) if age.group(2) in {"year", None} else 0
            return Token("A", 0, 0, word, "children" if years < 18 else "unknown")
        kind = _open_class(surface, word, lexicon, first=first)
    return Token(kind, 0, 0, word)


def _open_class(surface: str, word: str, lexicon: HarmLexicon, *, first: bool) -> str:
    named = surface[0].isupper()
    if word.endswith(("'s", "s'")):
        kind = "h"
    elif word[0].isdigit():
        kind = "0"
    elif named and not first:
        kind = "N"
    elif word.endswith("ly") and len(word) > 4:
        kind = "r"
    elif word.endswith(("ed", "ing")) and word not in lexicon.sets["adjectives"]:
        kind = "v"
    elif not word[0].isalpha():
        kind = "."
    else:
        kind = "N" if named else "x"
    return kind
