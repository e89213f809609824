"""What one teller does by one verb in two acts is two claims: “said that a shot was fired | and that none was hit”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
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
_CLOSED = re.compile(r"[.:;!?][\"”’]?\s+[\"“‘]?$")
_FURTHER = re.compile(r"(?:and|but) (?:that )?(?!\w+(?:ed|ing)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A clause of what a claim says, in which part of its content; whether one may part it from what goes before."""

    span: Span = field(kw_only=False)
    part: int
    joint: bool
    that: bool = False


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
    if not raw.source or not raw.cue or not raw.content:
        yield raw
        return
    clauses = [c for at in range(len(raw.content)) for c in _clauses(text, raw, at, whole)]
    acts = [_act(text, raw, c.span, known) for c in clauses] if any(c.joint for c in clauses) else []
    cut = [
        n
        for n, (one, other) in enumerate(pairwise(acts), start=1)
        if clauses[n].joint and _differ(one, other, clause=clauses[n].that) and _stand(clauses[n - 1 : n + 1])
    ]
    for first, last in pairwise([0, *cut, len(clauses)]):
        yield replace(raw, content=_content(clauses[first:last])) if cut else raw


def _clauses(text: str, raw: RawClaim, at: int, whole: Sequence[Span]) -> Iterator[_Clause]:
    """The clauses of one part of what is said; the first goes on from the part before, or is joined to it."""
    start, end = raw.content[at]
    own = at == 0 and len(raw.content) == 1 and start < raw.cue[-1][1]
    joints = [m for m in _JOINT.finditer(text, start, end) if not any(a < m.end() and m.start() < b for a, b in whole)]
    joints = [] if own else joints
    edges = [start, *(x for m in joints for x in m.span()), end]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    yield _Clause(spans[0], part=at, joint=at > 0 and _begins_anew(text, raw.content[at - 1][1], start))
    for m, span in zip(joints, spans[1:], strict=True):
        yield _Clause(span, part=at, joint=True, that=m["that"] is not None)


def _begins_anew(text: str, before: int, start: int) -> bool:
    """Whether a part behind the attribution is a sentence or clause of its own: “Not so, he said: it was empty”."""
    return _CLOSED.search(text, before, start) is not None or _FURTHER.match(text, start) is not None


def _content(clauses: Sequence[_Clause]) -> tuple[Span, ...]:
    """From the first clause to the last of each part."""
    parts = {c.part: c.span for c in reversed(clauses)}
    last = {c.part: c.span[1] for c in clauses}
    return tuple((parts[part][0], last[part]) for part in sorted(parts))


def _differ(one: Act, other: Act, *, clause: bool) -> bool:
    if "denies" in (one, other):
        return one != other
    return clause and one != other and {one, other} != _CHARGE


def _stand(clauses: Sequence[_Clause]) -> bool:
    return all(c.span[1] - c.span[0] >= _SHORTEST for c in clauses)


def _act(text: str, raw: RawClaim, clause: Span, known: tuple[CueTable, Sight | None]) -> Act:
    part = replace(raw, content=(clause,))
    return settled(text, part, act_of(text, part, known[0]), known)
