"""A charge and who answers it, in one sentence: "..., an allegation that residents denied to the paper"."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.span import Span, overlap
from truceline.read.claims.counted import parted_from
from truceline.read.claims.raw import RawClaim

_CHARGE = (
    r",\s+(?P<what>an?\s+(?:\w+\s+)?(?:allegation|accusation|charge|claim|assertion|suggestion|report|version))\s+"
    r"(?:(?:that|which)\s+)?"
)
_DENIED = r"(?:denie[ds]|reject(?:ed|s)|dismiss(?:ed|es)|disput(?:ed|es)|refut(?:ed|es)|rebuffed|contested)"
_EARLIER = r"(?:(?:ha[sd]|have|later|also|since|then|again|promptly|flatly|\w+ly)\s+){0,2}"
_ACTIVE = re.compile(
    rf"{_CHARGE}(?P<who>(?:[\w.’'-]+,?\s+){{1,9}}?)(?P<cue>{_EARLIER}{_DENIED})\b(?!\s+(?:that|by)\b)(?!\s+\w+ing\b)"
)
_PASSIVE = re.compile(
    rf"{_CHARGE}(?:(?:was|is|were|has\s+been|had\s+been)\s+)?(?P<cue>{_EARLIER}(?:denied|rejected|dismissed|disputed|refuted))\s+by\s+"
    r"(?P<who>(?:(?:the|an?)\s+)?(?:[\w’'-]|\.(?=\w))+(?:\s+(?!(?:in|on|at|to|as|and|but|who|which)\s)(?:[\w’'-]|\.(?=\w))+){0,6})"
)
_TO = re.compile(r"\s+(?:to|in)\s+[^,;.!?\n]{2,40}")
"""To whom, or in what, it was denied."""
_HEARS = frozenset({"had", "was", "were", "is", "are", "has", "have"})
_SURE = 0.7


def with_answers(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, each charge in apposition denied by who is said to, and alleged by nobody anew."""
    out = list(raws)
    for sentence in sentences:
        for told in _answers(text, sentence):
            own = (told.cue[0], told.content[0])
            kept = [r for r in out if not any(overlap(c, s) for c in r.cue for s in own)]
            to = _TO.match(text, max(told.cue[0][1], told.source[0][1]), sentence[1])
            out = parted_from(text, kept, told, to.end() if to else 0)
    return out


def _answers(text: str, sentence: Span) -> Iterator[RawClaim]:
    for pattern in (_PASSIVE, _ACTIVE):
        for m in pattern.finditer(text, *sentence):
            who = (m.start("who"), m.start("who") + len(m["who"].rstrip(" ,")))
            if not _HEARS & set(text[slice(*who)].split()):
                yield RawClaim(source=(who,), cue=(m.span("cue"),), content=(m.span("what"),), score=_SURE)
                return
