"""Denials of what a thing is called: "disputes the word massacre"."""

import re
from collections.abc import Sequence

from truceline.model.span import Span

_WORDING = re.compile(
    r"(?:the|that|this) (?:words?|term|label|expression)\b(?! [\"“‘]?(?:breach|violation|accident|mistake))",
    re.IGNORECASE,
)
"""What is said not to be a breach or an accident says more: that terms were kept, or that it was meant."""


def denies_word(text: str, content: Sequence[Span]) -> bool:
    """Whether nothing but a word for what happened is denied by a claim of such content."""
    return bool(content) and _WORDING.match(text, *content[0]) is not None
