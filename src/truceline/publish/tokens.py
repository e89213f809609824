"""Words of a text with their folded forms, and names as sequences of them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from truceline.text.fold import fold_name
from truceline.text.words import Word

_LETTERS = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670])*"
"""Letters with the marks that stand on them."""
_WORD = re.compile(rf"{_LETTERS}(?:['’ʿʾʻ`´](?!(?:s|re|ve|ll|d|m)\b){_LETTERS})*")
"""Letters of any script; a hyphen, a full stop, a digit or "_" parts words, so that files' names and ids have them."""
Keys = tuple[str, ...]


def words_in(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(m.start(), m.end(), m[0], word_key(m[0])) for m in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """A word without case, accents and apostrophes."""
    return fold_name(word).replace(" ", "")


def keys_of(name: str) -> Keys:
    """A name as the keys of its words."""
    return tuple(w.key for w in words_in(name))


class Names:
    """Names to look for: each a sequence of keys."""

    def __init__(self, names: Iterable[Keys]) -> None:
        self.all = frozenset(n for n in names if n)
        self._by_first: dict[str, list[Keys]] = {}
        self._by_last: dict[str, list[Keys]] = {}
        for name in sorted(self.all, key=lambda n: (-len(n), n)):
            self._by_first.setdefault(name[0], []).append(name)
            self._by_last.setdefault(name[-1], []).append(name)

    def __contains__(self, name: Keys) -> bool:
        return name in self.all

    def longest(self, keys: Sequence[str], at: int) -> int:
        """How many words the longest name that begins here has; 0 for none."""
        found = self._by_first.get(keys[at], ())
        return next((len(n) for n in found if tuple(keys[at : at + len(n)]) == n), 0)

    def ending_in(self, keys: Keys) -> list[Keys]:
        """Longer names whose last words these are."""
        return [n for n in self._by_last.get(keys[-1], ()) if len(n) > len(keys) and n[-len(keys) :] == keys]
