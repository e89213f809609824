"""Words of a report as vectors: which are rare enough to tell one happening from another."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from truceline.link.kit import LinkKit

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_AGE = re.compile(r"\b(\d{1,3})(?:[-‐‑– ]year|[-‐‑– ]month|,(?= [a-z]|$)|\s?y/?o\b)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n][\"”’)\]]*\s+|[\"“‘(])$")

_FEW = 10
"""Documents a ledger is taken to hold besides its own, so that a word two of three share is not yet a common one."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Words:
    """What a stretch of text holds: words and names (words capitalised within a sentence) counted, ages, numbers."""

    words: Counter[str]
    names: Counter[str]
    ages: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word's comparable form: lower case, possessive and plural endings dropped ("strikes" and "strike" are one)."""
    low = word.casefold().replace("’", "'").removesuffix("'s")
    return low[:-1] if len(low) > 3 and low.endswith("s") and low[-2] not in "su" else low


def take_words(text: str, stop: frozenset[str]) -> Words:
    """Words of a text; stop words and single letters are left out. Kept, since every decision links anew."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    numbers: set[str] = set()
    last, key_before = -2, ""
    for m in _TOKEN.finditer(text):
        token = m.group()
        if token.isdigit():
            if len(token) > 2:
                numbers.add(token)
                if not _YEAR.fullmatch(token):  # rare in the news of other years, it tells none of its own year apart
                    words[token] += 1
            continue
        if len(token) < 3 or token.casefold() in stop:
            continue
        key = stem(token)
        words[key] += 1
        if not token[0].isupper():
            continue
        if m.start() == last + 1:
            full = f"{key_before} {key}"
            names[full] += 1
            words[full] += 1
        last, key_before = m.end(), key
        if not _starts_sentence(text, m.start()):
            names[key] += 1
    return Words(words, names, frozenset(_AGE.findall(text)), frozenset(numbers))


def _starts_sentence(text: str, at: int) -> bool:
    return _SENTENCE_START.search(text[max(0, at - 6) : at]) is not None or at == 0


class Rarity:
    """Inverse document frequency over a ledger's own documents and a background of news English.

    A word weighs by both: a word rare in English but in every report of this truce tells nothing here.
    """

    def __init__(self, documents: Iterable[Iterable[str]], kit: LinkKit) -> None:
        """Count each document's distinct words."""
        self._here: Counter[str] = Counter()
        self._n = 0
        for words in documents:
            self._n += 1
            self._here.update(set(words))
        self._common, self._common_n = kit.common, kit.common_documents

    def count(self, word: str) -> int:
        """In how many of the ledger's documents the word stands."""
        return self._here[word]

    def weight(self, word: str) -> float:
        """Log rarity, at least 0."""
        here = log((self._n + _FEW) / (self._here[word] + 0.5)) / log((self._n + _FEW) / 0.5)
        general = log((self._common_n + self._n + 1) / (self._common.get(word, 0) + self._here[word] + 0.5))
        return max(0.0, here * general)

    def vector(self, counts: Mapping[str, float]) -> dict[str, float]:
        """Unit vector of dampened counts times rarity; words in a fixed order."""
        raw = {w: (1 + log(n)) * self.weight(w) for w, n in sorted(counts.items()) if n > 0}
        norm = sqrt(sum(v * v for v in raw.values()))
        return {w: v / norm for w, v in raw.items() if v > 0} if norm else {}


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two unit vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum(v * b[w] for w, v in a.items() if w in b)
