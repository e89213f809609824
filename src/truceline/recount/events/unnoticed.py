"""What none noticed (“not a single nurse reported any fighting”), and what a teller says he knows nothing of."""

import re
from collections.abc import Sequence

from truceline.model.account import Polarity

_NONE = (
    r"\b(?:neither|none|nobody|no[ -]one|not (?:a single|one|a soul|any)|no (?!less\b|fewer\b|more\b)[a-z]+)\b"
    r"(?: [\w’'-]+){0,10}?"
)
_NOTICED = (
    r" (?:report|notic|observ|record|register|detect|witness|see|saw|hear|heard)\w*(?: of)? (?:any|a single|one single)"
)
_UNNOTICED = re.compile(rf"{_NONE}{_NOTICED}(?: [\w’'-]+){{0,2}}$")
_WHO = re.compile(rf"(?P<who>{_NONE}){_NOTICED}\b", re.IGNORECASE)
_UNAWARE = re.compile(
    r"\b(?:(?:unaware|(?:not|never) (?:been |made )?aware|n['’]t aware) of"
    r"|(?:no|any|all|without|no further) (?P<what>knowledge|records?|information) (?:of|about|on|regarding))"
    r"(?P<which> (?:an?y?|such an?|such|the|this|that|these|those|its|their|his|her))?(?: [\w’'-]+){0,2}$"
)
_SOME = frozenset({"any", "a", "an", "such", "such a", "such an"})
_OWN_FILES = frozenset({"record", "records"})
"""Who has none "of an arrest" may have made it all the same: that is said of one's own deeds."""
_REACH = 24
"""Words before a deed's own in which nobody is told to have noticed it."""


def unnoticed(lower: Sequence[str], at: int) -> bool:
    """Whether the deed at a word is one that none of some people noticed."""
    return _UNNOTICED.search(" ".join(lower[max(0, at - _REACH) : at])) is not None


def unaware(lower: Sequence[str], at: int) -> Polarity | None:
    """What a teller who knows nothing of the deed at a word says of it; None where nobody is said to know nothing.

    Who has "no knowledge of any shelling" denies that there was any; who knows nothing "of the shelling", or has "no
    information on" it, leaves it open.
    """
    found = _UNAWARE.search(" ".join(lower[max(0, at - _REACH) : at]))
    which, what = ((found["which"] or "").strip(), found["what"]) if found is not None else ("", None)
    if found is None or (what in _OWN_FILES and which in {"a", "an"}):
        return None
    some = which in _SOME
    return "denied" if some and what != "information" else "open"


def are_unnoticing(text: str, start: int, end: int) -> bool:
    """Whether words only name who noticed nothing: "no soldier" of “no soldier reported any shelling”."""
    found = _WHO.match(text, start)
    return found is not None and end <= found.end("who")
