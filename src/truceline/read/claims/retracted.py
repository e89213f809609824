"""Words taken back: "The army later withdrew the statement" is the army's own denial of what it had said."""

import re
from collections.abc import Sequence

from truceline.model.span import Span, meets
from truceline.read.claims.raw import RawClaim

_TOOK_BACK = re.compile(
    r"(?<![\w’'-])(?P<who>(?:The|the) (?:(?!(?:who|which|that)\b)[\w’'-]+ ){0,3}?[\w’'-]+|It|They|He|She)"
    r" (?:(?:later|then|afterwards|subsequently|quietly|also|has|had|have|on \w+day|since) ){0,2}"
    r"(?P<cue>withdrew|withdrawn|retracted|took back|taken back|recanted|disavowed)"
    r" (?P<what>(?:the|its|this|that|their|his|her) (?:[\w-]+ )?"
    r"(?:statement|claim|report|allegation|accusation|account|version|communiqu[eé]|announcement)s?)\b"
    r"(?! (?:of|from|on|about)\b)"
)
_SCORE = 0.7
_PRONOUNS = frozenset({"it", "they", "he", "she"})


def with_retracted(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> tuple[RawClaim, ...]:
    """The claims, with each taking back of words that none of them has."""
    taken = [s for r in raws for s in (*r.cue, *r.content)]
    found = (m for s in sentences for m in _TOOK_BACK.finditer(text, *s))
    made = [
        RawClaim(source=(m.span("who"),), cue=(m.span("cue"),), content=(m.span("what"),), score=_SCORE)
        for m in found
        if not meets(m.span("cue"), taken) and _spoke_before(text, m, raws)
    ]
    return (*raws, *made)


def _spoke_before(text: str, found: re.Match[str], raws: Sequence[RawClaim]) -> bool:
    """Whether who takes words back has said something: a pronoun, or the last word of an earlier source."""
    who = found["who"].casefold().split()[-1]
    said = {text[slice(*s)].casefold().split()[-1].strip(",;") for r in raws for s in r.source if s[1] <= found.start()}
    return who in _PRONOUNS or who in said
