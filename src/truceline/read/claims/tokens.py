"""Words of a sentence, as the rules of attribution see them: titles and clitics are tokens of their own."""

import re
from functools import lru_cache
from typing import NamedTuple

from truceline.model.span import Span

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Reps|Sens|Lt|Col|Maj|Sgt|Adm|Capt|Brig|St|Jr|Sr|Rev|Hon|[A-Z])\.(?=\s|,)"
    r"|['’](?:s|ve|d|ll|re|m)\b"
    r"|\[\d{1,3}\]"
    r'|"+'
    r"|[^\W_]+(?:(?:['’](?!(?:s|ve|d|ll|re|m)\b)|[-.@&](?=\w))[^\W_]+)*"
    r"|[^\w\s]|_"
)
OPENING = frozenset("“«")
CLOSING = frozenset("”»")


class Token(NamedTuple):
    """One word or mark with its place in the document; `low` is the case-folded form with a plain apostrophe.

    A tuple: hundreds of thousands are made in a run, and a frozen dataclass takes three times as long to make.
    """

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital or a digit's ordinal, as names do."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word rather than a mark."""
        return self.text[0].isalnum()


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


def tokens_of(text: str, span: Span) -> list[Token]:
    """Tokens of a span in order; straight double quotes become opening and closing ones by their place."""
    found = [Token(m.start(), m.end(), word := m[0], _folded(word)) for m in _TOKEN.finditer(text, *span)]
    return [_directed(text, t, span) if t.text[0] == '"' else t for t in found]


_MARK = re.compile(r'"+|[“”«»]')


def quote_marks(text: str, span: Span) -> list[Token]:
    """The quotation marks among a span's tokens."""
    found = [Token(m.start(), m.end(), mark := m[0], mark) for m in _MARK.finditer(text, *span)]
    return [_directed(text, t, span) if t.text[0] == '"' else t for t in found]


def _directed(text: str, token: Token, span: Span) -> Token:
    before = text[token.start - 1] if token.start > span[0] else " "
    mark = "“" if before.isspace() or before in "([—–-" else "”"
    return Token(token.start, token.end, mark, mark)
