"""Words of a text as the place reader sees them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from truceline.model.span import Span

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W_]+)*(?:['’]s\b)?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or punctuation mark; `end` leaves out a possessive 's, which `text` leaves out too."""

    text: str
    start: int
    end: int
    lower: str
    capital: bool
    first: bool
    """Whether it opens its sentence."""
    possessive: bool


def words_of(text: str, sentences: tuple[Span, ...]) -> tuple[Word, ...]:
    """All words and marks, in order; outside every sentence there is nothing to read."""
    return tuple(w for start, end in sentences for w in _sentence(text, start, end))


def _sentence(text: str, start: int, end: int) -> list[Word]:
    out: list[Word] = []
    opening = True
    for m in _WORD.finditer(text, start, end):
        word, possessive = m.group(), m.group()[-2:] in {"'s", "’s"}
        word = word[:-2] if possessive else word
        letter = word[0].isalnum()
        out.append(
            Word(
                word, m.start(), m.start() + len(word), word.lower(), word[0].isupper(), opening and letter, possessive
            )
        )
        opening = opening and not letter
    return out


def ends_date(words: Sequence[Word], at: int, months: Collection[str]) -> bool:
    """Whether a word is the month or weekday of a date that a name may follow: "On 26 August Homs was"."""
    if words[at].lower not in months or not words[at].capital or words[at].possessive or not at:
        return False
    before = words[at - 1].lower
    return before[:1].isdigit() or before in _BEFORE_DATE


_BEFORE_DATE = frozenset({"on", "in", "by", "since", "until", "last", "early", "late", "of", "mid"})
