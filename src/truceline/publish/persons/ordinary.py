"""Which words are ordinary ones: those of the language, and those of the documents themselves."""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from truceline.publish.kit import NameKit
from truceline.publish.tokens import keys_of, word_key

_SMALL = re.compile(r"(?<![^\W\d_][.@'’-])(?<![\w@./-])([a-zà-ÿ]{3,})(?![\w@/])")
_INNER = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w]+")
_OFTEN = 2
_HEADING = re.compile(r"([^\W\d_][^:\n]{0,40}):(?: |$)")
_COLUMNS = 3
"""Lines from which on a text may be a table's row."""


def own_words(texts: Iterable[str]) -> frozenset[str]:
    """Ordinary words of these texts: in small letters more than once, and with a capital only where sentences begin."""
    small: Counter[str] = Counter()
    inner: set[str] = set()
    for text in texts:
        small.update(_SMALL.findall(text))
        inner.update(word.casefold() for word in _INNER.findall(text))
    return frozenset(key for w, n in small.items() if n >= _OFTEN and w not in inner for key in (word_key(w),))


def headings_of_rows(texts: Iterable[str], kit: NameKit) -> frozenset[str]:
    """Words of a table's headings, as its rows' texts have them ("Ref: 12"), and of no name that people bear.

    A row is told by lines that each have their heading, none twice, and by other rows that begin with the same: of a
    talk's lines the speakers are no headings.
    """
    rows = [row for text in texts if (row := _headings(text))]
    first = Counter(row[0] for row in rows)
    keys = (key for row in rows if first[row[0]] >= _OFTEN for heading in row for key in keys_of(heading))
    return frozenset(key for key in keys if key not in kit.given and key not in kit.called)


def _headings(text: str) -> list[str]:
    """The headings of a text of which each line has one, its own; else none."""
    found = [_HEADING.match(line) for line in text.splitlines()]
    headings = [m[1] for m in found if m]
    alone = len(headings) == len(found) == len(set(headings))
    return headings if alone and len(headings) >= _COLUMNS else []


def is_plain(key: str, kit: NameKit) -> bool:
    """Whether a word is an ordinary one."""
    return is_made_of(key, kit.plain)


def is_made_of(key: str, words: AbstractSet[str]) -> bool:
    """Whether a word is one of these, or made from one by an ending."""
    if key in words:
        return True
    stems = [key.removesuffix(end) for end in ("s", "es", "d", "ed", "ing", "ly", "er", "ers") if key.endswith(end)]
    return any(len(stem) > 3 and (stem in words or f"{stem}e" in words) for stem in stems)
