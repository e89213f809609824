"""A text as word pieces with their surface features: the same in training and in use."""

from tokenizers import Tokenizer

from truceline.model.span import Span
from truceline.read.claims.tagger.features import surface_features
from truceline.read.claims.tagger.windows import Pieces

_UNKNOWN = 100
_LONGEST_WORD = 8
"""Pieces kept of one word: longer runs are addresses and keyboards, and would crowd out the sentence."""


def word_pieces(tokenizer: Tokenizer, text: str, spans: tuple[Span, ...]) -> Pieces:
    """The words at `spans` as word pieces, and their surface features."""
    encoded = tokenizer.encode_batch([text[a:b] for a, b in spans], add_special_tokens=False)
    return Pieces([e.ids[:_LONGEST_WORD] or [_UNKNOWN] for e in encoded], surface_features(text, spans))
