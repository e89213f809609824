"""Who is told is no teller: "he had been assured that the road was open" is the word of whoever assured him."""

import re
from dataclasses import replace

from truceline.read.claims.raw import RawClaim

_BE = r"(?:was|were|is|are|be|been|being|got)"
_TOLD = re.compile(
    rf"\b{_BE}(?:\s+(?:\w+ly|also|later|again|never|not|repeatedly|once|first|then))*\s+"
    r"(?:told|assured|informed|warned|promised|advised|notified|reminded|led\s+to\s+believe|given\s+to\s+understand)$",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"(?:said|reported|believed|thought|alleged|rumou?red|understood|known|supposed|reputed)$", re.IGNORECASE
)
_TO_HAVE = re.compile(r"\s+(?:not\s+)?to\s+(?:have|be)\b")


def without_hearers(text: str, raw: RawClaim) -> RawClaim:
    """The claim with nobody as its source where the one named only heard it, or is the one of whom it is said.

    As in "the men had been told that ..." and "a porter, Das, said to have lit lamps"; who stands behind "by" told it.
    """
    if not raw.source or not raw.cue or raw.source[-1][1] > raw.cue[-1][0]:
        return raw
    cue = text[slice(*raw.cue[-1])]
    supposed = _SUPPOSED.match(cue) is not None and _TO_HAVE.match(text, raw.cue[-1][1]) is not None
    return replace(raw, source=()) if supposed or _TOLD.search(_with_verb_to_be(text, raw)) else raw


def _with_verb_to_be(text: str, raw: RawClaim) -> str:
    """What stands between the source and the cue's end: the cue may lack its "been"."""
    return text[raw.source[-1][1] : raw.cue[-1][1]]
