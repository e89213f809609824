"""What one teller does by one verb in two acts is two claims: “said that a shot was fired | and that none was hit”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from truceline.model.claim import Act
from truceline.model.span import Span
from truceline.read.claims.acts import act_of
from truceline.read.claims.cues import CueTable
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim, hull
from truceline.read.claims.settled import settled
from truceline.read.claims.tagger.sight import Sight

_JOINT = re.compile(
    r"[,;]? (?:and|but|yet) (?:also )?(?:(?P<that>(?=that\b(?! (?:is|was|has|had|will|would|did|does)\b)))"
    r"|(?=(?:had|has|have|was|were|did|would|will|could)\b)|(?=(?:it|he|she|they|we|nobody|no[ -]one|there)\b))"
)
"""Where a further clause begins: "and that ...", "and had ...", "and nobody ..."."""
_CHARGE = {"asserts", "accuses"}
_SHORTEST = 14
"""Characters of a clause that can stand for itself."""


def with_acts_parted(text: str, raws: Sequence[RawClaim], known: tuple[CueTable, Sight | None]) -> tuple[RawClaim, ...]:
    """The claims in text order, each in parts where the clauses of what it says do different things.

    Clauses without a "that" of their own are parted only where one denies, a charge is not from what is told beside it.
    Nothing is parted within quotation marks, or where a claim inside it has words on both sides.
    """
    quotes = quoted_parts(text)
    return tuple(
        part for at, raw in enumerate(raws) for part in _parts(text, raw, [*quotes, *_inside(raws, at)], known)
    )


def _inside(raws: Sequence[RawClaim], at: int) -> Iterator[Span]:
    """What the claims behind one that begin within its words reach over."""
    end = hull(raws[at])[1]
    for raw in raws[at + 1 :]:
        start, last = hull(raw)
        if start >= end:
            return
        if last <= end and raw.cue != raws[at].cue:
            yield start, last


def _parts(text: str, raw: RawClaim, whole: Sequence[Span], known: tuple[CueTable, Sight | None]) -> Iterator[RawClaim]:
    """A claim in parts; none of the `whole` stretches is cut."""
    if not raw.source or not raw.cue or len(raw.content) != 1 or raw.content[0][0] < raw.cue[-1][1]:
        yield raw
        return
    start, end = raw.content[0]
    joints = [m for m in _JOINT.finditer(text, start, end) if not any(a < m.end() and m.start() < b for a, b in whole)]
    edges = [start, *(x for m in joints for x in m.span()), end]
    clauses = list(zip(edges[::2], edges[1::2], strict=True))
    acts = [_act(text, raw, c, known) for c in clauses] if joints else []
    cut = [
        n + 1
        for n, (m, (one, other)) in enumerate(zip(joints, pairwise(acts), strict=True))
        if _differ(one, other, clause=m["that"] is not None) and _stand(clauses[n : n + 2])
    ]
    for first, last in pairwise([0, *cut, len(clauses)]):
        yield replace(raw, content=((clauses[first][0], clauses[last - 1][1]),)) if cut else raw


def _differ(one: Act, other: Act, *, clause: bool) -> bool:
    if "denies" in (one, other):
        return one != other
    return clause and one != other and {one, other} != _CHARGE


def _stand(clauses: Sequence[Span]) -> bool:
    return all(b - a >= _SHORTEST for a, b in clauses)


def _act(text: str, raw: RawClaim, clause: Span, known: tuple[CueTable, Sight | None]) -> Act:
    part = replace(raw, content=(clause,))
    return settled(text, part, act_of(text, part, known[0]), known)
