"""Words of a text with their folded keys: what two spellings of a name share."""

import re
from functools import lru_cache

from truceline.text.fold import fold_name
from truceline.text.words import Word

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’ʿ`](?!s\b)[^\W_]+)*")


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Words of a stretch of text; hyphens part words, a possessive "'s" is no word, "U.S." is one."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(m.start(), m.end(), m[0], _key(m[0])) for m in found if not _possessive(text, m)]


def _possessive(text: str, m: re.Match[str]) -> bool:
    return m[0] == "s" and m.start() > 0 and text[m.start() - 1] in "'’"


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return fold_name(word.replace(".", "")) or word.casefold()
