"""Words that call another's words a lie: what is told beside them is affirmed, and a denial so called is not shared."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.claim import Claim
from truceline.model.span import Span, within_one

_LIE = (
    r"(?:that )?(?:(?:it|he|she|they|you|this|that|these|those|all (?:this|that|of (?:it|this|that))"
    r"|(?:the|its|his|her|their) (?:\w+[ ’'-]){1,4}?"
    r"|(?:\w+ )?\w+['’]s? (?:denial|claim|statement|version|account|story)) ?)?"
    r"(?:(?:is|was|are|were|had been|has|had) )?(?:simply |plainly |just |again |all )?"
    r"(?:lying|lied|an? (?:\w+ )?lie|lies|untrue|false|not (?:true|so)|nonsense)"
)
_WHOLE = re.compile(rf"[\"“]?{_LIE}[\"” ,.:;!]*", re.IGNORECASE)
_OPENING = re.compile(rf"[\"“]?{_LIE}(?:[,.:;!]? (?=[\"“])|[.;!] (?=(?-i:[A-Z])))", re.IGNORECASE)
"""As in “that it was lying: ‘They came in its cars’”: what is called a lie, and the words told instead."""
_REACH = 300
"""Characters between a denial and the words that call it a lie."""


def halved(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The claims, one that calls a thing a lie and goes on in quotation marks as two: the second denies nothing."""
    return tuple(half for claim in claims for half in _halves(claim, text))


def _halves(claim: Claim, text: str) -> tuple[Claim, ...]:
    if not claim.content or claim.act not in {"denies", "accuses"}:
        return (claim,)
    start, end = claim.content[0]
    if len(claim.content) > 1 and _WHOLE.fullmatch(text, start, end) and text[claim.content[1][0]] in '"“':
        judged, told = claim.content[:1], claim.content[1:]
    elif opening := _OPENING.match(text, start, end):
        judged, told = ((start, opening.end()),), ((opening.end(), end), *claim.content[1:])
    else:
        return (claim,)
    said = replace(claim, content=told)
    return replace(claim, content=judged), replace(said, act="asserts", reaches=None) if claim.act == "denies" else said


def rebuts(claims: Sequence[Claim], text: str, span: Span) -> bool:
    """Whether words call a denial a lie that somebody else made right before them."""
    if not _WHOLE.fullmatch(text, *span):
        return False
    own = next((c for c in claims if within_one(span, c.content)), None)
    ends = [(max(b for _, b in (*c.cue, *c.content)), c) for c in claims if c is not own and (c.cue or c.content)]
    before = [(end, c) for end, c in ends if span[0] - _REACH <= end <= span[0]]
    if not before:
        return False
    last = max(before, key=lambda found: found[0])[1]
    return last.act == "denies" and (own is None or (last.tellers, last.speaker) != (own.tellers, own.speaker))
