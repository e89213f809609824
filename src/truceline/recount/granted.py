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
