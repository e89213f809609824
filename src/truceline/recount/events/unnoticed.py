"""What none is told to have noticed: “not a single nurse reported any fighting” says that there was none."""

import re
from collections.abc import Sequence

_NONE = (
    r"\b(?:neither|none|nobody|no[ -]one|not (?:a single|one|a soul|any)|no (?!less\b|fewer\b|more\b)[a-z]+)\b"
    r"(?: [\w’'-]+){0,10}?"
)
_NOTICED = (
    r" (?:report|notic|observ|record|register|detect|witness|see|saw|hear|heard)\w*(?: of)? (?:any|a single|one single)"
)
_UNNOTICED = re.compile(rf"{_NONE}{_NOTICED}(?: [\w’'-]+){{0,2}}$")
_WHO = re.compile(rf"(?P<who>{_NONE}){_NOTICED}\b", re.IGNORECASE)
_REACH = 24
"""Words before a deed's own in which nobody is told to have noticed it."""


def unnoticed(lower: Sequence[str], at: int) -> bool:
    """Whether the deed at a word is one that none of some people noticed."""
    return _UNNOTICED.search(" ".join(lower[max(0, at - _REACH) : at])) is not None


def are_unnoticing(text: str, start: int, end: int) -> bool:
    """Whether words only name who noticed nothing: "no soldier" of “no soldier reported any shelling”."""
    found = _WHO.match(text, start)
    return found is not None and end <= found.end("who")
