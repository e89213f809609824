"""What a denial takes for granted: the happening by which it says when the thing denied was, or was not."""

import re

from truceline.model.claim import Claim
from truceline.model.span import Span

_WHEN = re.compile(
    r"(?:that\s+)?(?!that\b)[\w’'-]+(?:\s+[\w’'-]+)+?"
    r"\s+(?:before|after|when|while|once|until|till|since|during|following|prior to|ahead of|at the time of|as soon as"
    r"|in the (?:wake|aftermath|course) of)"
    r"\s+(?P<gap>(?:(?!that\b|but\b)[\w’'-]+\s+){0,10})",
    re.IGNORECASE,
)
"""As in “that its troops had moved before the bombardment [began]”: something is denied, then comes when."""
_UNSURE = re.compile(r"\b(?:alleged|supposed|reported|purported|so-called|claimed|any|no)\b", re.IGNORECASE)
_GERUND = re.compile(r"\w+ing\b", re.IGNORECASE)


_UNEXPLAINED = re.compile(r"\bexplain\w*", re.IGNORECASE)
_WHY = re.compile(r"(?:on |for )?(?:why|how)\b(?! (?:many|much|long|far)\b)", re.IGNORECASE)


def asked_why(text: str, claim: Claim) -> bool:
    """Whether somebody only fails to say why a thing was done: "has not explained why its men kept them away".

    That it was done is then the word of whoever tells so.
    """
    if claim.act != "declines" or not claim.cue or not claim.content:
        return False
    cue = " ".join(text[slice(*span)] for span in claim.cue)
    return _UNEXPLAINED.search(cue) is not None and _WHY.match(text, claim.content[0][0]) is not None


def granted(text: str, claim: Claim | None, span: Span) -> bool:
    """Whether words stand in a clause of a denial that only says when: "denied having fled after rebels shelled it".

    Not its own doing by a bare gerund, "denied firing flares before shelling it", nor an "alleged" happening.
    """
    if claim is None or claim.act != "denies":
        return False
    start = next((a for a, b in claim.content if a <= span[0] and span[1] <= b), None)
    found = _WHEN.fullmatch(text, start, span[0]) if start is not None else None
    if found is None or _UNSURE.search(found["gap"]):
        return False
    return bool(found["gap"]) or _GERUND.match(text, *span) is None
