"""Hyphens at the ends of a PDF's lines: a word's own ("Russian-backed") or put there to break it ("artil-lery").

A PDF does not say which; what stands on both sides does, and how the document writes the word elsewhere.
"""

import re
from collections.abc import Iterable

MARKS = "\ufffe\x02"
"""What pdfium leaves in the place of a hyphen at a line's end."""
_BROKEN = re.compile(rf"([\w’'-]*)[{MARKS}]+([\w’'-]*)")
_WORD = re.compile(r"\w[\w’'-]*")
_CAPITALS = re.compile(r"[A-Z]{2,}s?$")
_PEOPLE = re.compile(r"[A-Z]\w+(?:ian|ean|ish|ese|ani|aeli|audi|thi|ench|utch|erman|reek)$")
"""Adjectives of peoples by their endings."""
_ENDING = re.compile(r"(?:i[tsz]\w*|ness|ships?|hood|ly|like|s|dom|ing)$")
"""What goes on with such an adjective as one word: "Christianity", "Britishness"."""
_TAIL = re.compile(
    r"(?:backed|led|held|controlled|based|run|occupied|aligned|allied|supported|sponsored|brokered|mediated|affiliated|linked"
    r"|proclaimed|declared|called|made|armed|owned)$"
)
"""Second halves that make a compound with nearly any word before them."""
_ALWAYS = frozenset({"self", "so", "non"})
"""First halves that keep their hyphen before such a word."""
_ONE_WORD = frozenset({"after", "every", "fore", "head", "over", "some", "there", "under", "with"})
"""First halves that mostly make one word with what follows."""


def known_words(lines: Iterable[str]) -> frozenset[str]:
    """Words as a document writes them, those broken at a line's end left out."""
    return frozenset(word.casefold() for word in _WORD.findall(_BROKEN.sub(" ", "\n".join(_unbroken(lines)))))


def _unbroken(lines: Iterable[str]) -> Iterable[str]:
    """Lines without the rest of a word that the line before broke."""
    broken = False
    for line in lines:
        yield line.partition(" ")[2] if broken else line
        broken = line.endswith(tuple(MARKS))


def mend_hyphens(text: str, known: frozenset[str]) -> str:
    """The text with each such hyphen written or taken away."""
    return _BROKEN.sub(lambda m: f"{m[1]}{'-' if _is_own(m[1], m[2], known) else ''}{m[2]}", text)


def _is_own(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word."""
    if not first or not second:
        return False
    one, two = first.casefold(), second.casefold()
    if f"{one}-{two}" in known or one + two in known:
        return f"{one}-{two}" in known
    if first.isupper() and second.isupper():
        return False  # a heading in capitals
    if first[-1].isdigit() or not second[0].islower() or _CAPITALS.search(first):
        return True  # no word is broken before a capital, behind a figure or behind letters that stand for words
    return _compound(first, second) or (min(len(one), len(two)) > 3 and {one, two} <= known and one not in _ONE_WORD)


def _compound(first: str, second: str) -> bool:
    """Whether two halves are of a kind that is written with a hyphen: "Russian-backed", "self-proclaimed"."""
    if _TAIL.match(second):
        return first[0].isupper() or first in _ALWAYS
    return _PEOPLE.match(first) is not None and not _ENDING.match(second)
