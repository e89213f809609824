"""What is corrected in passing: in "it killed six, not nine as the ministry said" the nine alone are the ministry's."""

import re
from collections.abc import Sequence

from truceline.model.span import Span, overlap
from truceline.read.claims.raw import RawClaim, in_text_order

_SAID = (
    r"(?P<cue>(?:(?:had|has|have|first|earlier|initially|originally|previously|wrongly|also|once|\w+ly) ){0,3}"
    r"(?:said|says?|sa[iy]d|wrote|writes?|written|claim(?:ed|s)?|report(?:ed|s)?|stated|states|announced|announces"
    r"|alleged|alleges|maintained|maintains|insisted|insists|put it|told \w+|suggested|asserted|asserts|spoken of"
    r"|spoke of|given))"
)
_WHO = (
    r"(?P<who>(?!(?:is|was|were|are|it|to|in|on|by|at|of|for|if|though|yet)\b)[\w’'.-]+"
    r"(?: (?!(?:had|has|have)\b)[\w’'.-]+){0,6}?)"
)
_CORRECTED = re.compile(
    rf",? (?:and )?(?:not|rather than) (?P<said>[^.;:!?“”\"]{{1,80}}?),? as {_WHO} {_SAID}"
    r"(?= ?[,.;!?]|\s(?:on|in|at|last|this|earlier|yesterday|today|first)\b|\s*$)"
)
_SURE = 0.7


def with_corrected(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> tuple[RawClaim, ...]:
    """The claims, those of whom the writer corrects with no more than what is corrected."""
    out = list(raws)
    for sentence in sentences:
        for found in _CORRECTED.finditer(text, *sentence):
            own = next((r for r in out if any(overlap(c, found.span("cue")) for c in r.cue)), None)
            told = found.span("said")
            score = max(_SURE, own.score) if own else _SURE
            made = RawClaim(source=(found.span("who"),), cue=(found.span("cue"),), content=(told,), score=score)
            out = [*(r for r in out if r is not own), made]
    return in_text_order(out)
