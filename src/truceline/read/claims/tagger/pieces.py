"""A text as word pieces with their surface features: the same in training and in use."""

from pathlib import Path

from tokenizers import Tokenizer

from truceline.model.span import Span
from truceline.read.claims.tagger.features import surface_features
from truceline.read.claims.tagger.windows import Pieces

_UNKNOWN = 100
_MOST_SEEN = 200_000
_LONGEST_WORD = 8
"""Pieces kept of one word: longer runs are addresses and keyboards, and would crowd out the sentence."""


Cache = dict[str, list[int]]
"""Pieces of words seen before: a text has few that are new."""


def word_pieces(tokenizer: Tokenizer, text: str, spans: tuple[Span, ...], seen: Cache | None = None) -> Pieces:
    """The words at `spans` as word pieces, and their surface features; `seen` is looked up and added to."""
    seen = {} if seen is None or len(seen) > _MOST_SEEN else seen
    words = [text[a:b] for a, b in spans]
    new = [w for w in dict.fromkeys(words) if w not in seen]
    for word, encoded in zip(new, tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
        seen[word] = encoded.ids[:_LONGEST_WORD] or [_UNKNOWN]
    return Pieces([seen[w] for w in words], surface_features(text, spans))


class Splitter:
    """Splits texts by a tokenizer.json, which all networks share; words seen before are looked up."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._seen: Cache = {}

    def pieces(self, text: str, words: tuple[Span, ...]) -> Pieces:
        """A text's words, which stand at `words`, as word pieces, and their surface features."""
        return word_pieces(self._tokenizer, text, words, self._seen)
