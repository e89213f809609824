"""Which words are ordinary ones: those of the language, and those of the documents themselves."""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from truceline.publish.kit import NameKit
from truceline.publish.tokens import word_key

_SMALL = re.compile(r"(?<![^\W\d_][.@'’-])(?<![\w@./-])([a-zà-ÿ]{3,})(?![\w@/])")
_INNER = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w]+")
_OFTEN = 2


def own_words(texts: Iterable[str]) -> frozenset[str]:
    """Ordinary words of these texts: in small letters more than once, and with a capital only where sentences begin."""
    small: Counter[str] = Counter()
    inner: set[str] = set()
    for text in texts:
        small.update(_SMALL.findall(text))
        inner.update(word.casefold() for word in _INNER.findall(text))
    return frozenset(key for w, n in small.items() if n >= _OFTEN and w not in inner for key in (word_key(w),))


def is_plain(key: str, kit: NameKit) -> bool:
    """Whether a word is an ordinary one."""
    return is_made_of(key, kit.plain)


def is_made_of(key: str, words: AbstractSet[str]) -> bool:
    """Whether a word is one of these, or made from one by an ending."""
    if key in words:
        return True
    stems = [key.removesuffix(end) for end in ("s", "es", "d", "ed", "ing", "ly", "er", "ers") if key.endswith(end)]
    return any(len(stem) > 3 and (stem in words or f"{stem}e" in words) for stem in stems)
