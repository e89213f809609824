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
_CLASSES: dict[str, str] = {
    **dict.fromkeys(("a", "an", "another"), "a"),
    **dict.fromkeys(("the", "this", "these", "those"), "t"),
    **dict.fromkeys(("his", "her", "their", "its", "my", "our", "your", "whose"), "h"),
    **dict.fromkeys(("was", "were", "been", "be", "is", "are", "being", "has", "have", "had", "got", "get", "getting", "gets"), "b"),
    **dict.fromkeys(
        ("also", "later", "then", "both", "all", "since", "still", "reported", "confirmed", "declared", "feared", "believed", "presumed", "instantly", "now", "already", "soon", "alleged", "left", "being", "each"),
        "r",
    ),
    **dict.fromkeys((",", ";", "–", "—", ":", "-"), "c"),
    "(": "(",
    ")": ")",
    **dict.fromkeys(("and", "or", "&", "plus"), "&"),
    **dict.fromkeys(
        ("in", "on", "at", "near", "with", "from", "into", "inside", "outside", "during", "after", "before", "when", "while",
         "between", "against", "under", "over", "around", "toward", "towards", "for", "to", "through", "as", "behind", "where",
         "within", "beside", "besides", "among", "amid", "following", "if", "because", "than", "about", "without", "despite", "until"),
        "p",
    ),
    "of": "o",
    **dict.fromkeys(("family", "group", "crowd", "couple"), "F"),
    "by": "y",
    **dict.fromkeys(("himself", "herself"), "W"),
    **dict.fromkeys(("who", "which", "whom", "that"), "s"),
    **dict.fromkeys(("he", "she", "him", "they", "them", "i", "we", "it", "me"), "w"),
    **dict.fromkeys(
        ("hit", "struck", "said", "told", "saw", "found", "took", "left", "fired", "opened", "went", "came", "began", "made",
         "says", "say", "reports", "leaving", "leaves", "resulted", "resulting", "caused", "causing", "bombed",
         "targeted", "attacked", "did", "do", "does", "ran", "hits", "strikes", "kept", "saying"),
        "v",
    ),
}  # fmt: skip


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
    """Words and punctuation marks of text[span]."""
    found = list(_TOKEN.finditer(text, *span))
    written = [m.group() for m in found]
    return Words([m.span() for m in found], written, [w.lower().replace("’", "'") for w in written])


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
        size, token = _known(words, i, lexicon) or (1, _plain(surface, words[i], first=not out))
        token.start, token.end = start, raw.spans[i + size - 1][1]
        out.append(token)
        i += size
    return out


def _known(words: list[str], i: int, lexicon: HarmLexicon) -> tuple[int, Token] | None:
    if found := longest(lexicon.harm, words, i):
        return found[0], Token("H", 0, 0, " ".join(words[i : i + found[0]]), found[1])
    if found := longest(lexicon.parts, words, i):
        return found[0], Token(found[1], 0, 0, " ".join(words[i : i + found[0]]))
    if found := longest(lexicon.persons, words, i):
        kind = "P" if found[1].endswith("many") else "S"
        return found[0], Token(kind, 0, 0, " ".join(words[i : i + found[0]]), found[1].split(".")[0])
    return None


def _plain(surface: str, word: str, *, first: bool) -> Token:
    kind = _CLASSES.get(word)
    if kind is None:
        if age := _AGE.search(word):
            years = int(age.group(1) or age.group(3)) if age.group(2) in {"year", None} else 0
            return Token("A", 0, 0, word, "children" if years < 18 else "unknown")
        kind = _open_class(surface, word, first=first)
    return Token(kind, 0, 0, word)


def _open_class(surface: str, word: str, *, first: bool) -> str:
    if word.endswith(("'s", "s'")):
        return "h"
    if word[0].isdigit():
        return "0"
    if surface[0].isupper() and not first:
        return "N"
    if word.endswith("ly") and len(word) > 4:
        return "r"
    if word.endswith(("ed", "ing")) and word not in _ADJECTIVES:
        return "v"
    if not word[0].isalpha():
        return "."
    return "N" if surface[0].isupper() else "x"


_ADJECTIVES = frozenset(
    "identified unidentified displaced unarmed armed unnamed aged uninvolved retired married related disabled handicapped "
    "suspected masked uniformed elderly young surviving visiting sleeping named wanted".split()
)
