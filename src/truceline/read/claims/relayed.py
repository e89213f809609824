"""What somebody said by another's account: "Holl, according to the ministry, told the envoy that it was over"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truceline.model.span import Span, overlap
from truceline.read.claims.raw import RawClaim

_RELAYED = re.compile(
    r"(?:^|[;:]\s+|\]\s+|,\s+(?:and|but|while)\s+)"
    r"(?P<who>(?:[Tt]he\s+|[Aa]n?\s+|(?=[A-Z]))[\w’'.-]+(?:\s+(?!(?:and|that|which|who|was|were|is|are|had|has)\s)[\w’'.-]+){0,8}),\s+"
    r"(?P<according>according\s+to)\s+(?P<by>[\w’'.-]+(?:\s+[\w’'.-]+){0,6}),\s+"
    r"(?P<cue>(?:(?:had|has|have)\s+)?(?:(?:\w+ly|also|later|then|again|once)\s+)?"
    r"(?:told|said|says|warned|denie[ds]|accused|blamed|claimed|insisted|admitted|asked|urged|demanded|promised|assured"
    r"|informed|wrote|confirmed|alleged|conceded|replied))\s+"
)
_CLAUSE = re.compile(r"\s(?P<told>(?:that|to)\s)")
_END = re.compile(r"[\s.!?]*(?:\[\d+\]\s*)*$")
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class _Relayed:
    who: Span
    according: Span
    by: Span
    cue: Span
    told: Span


def with_relayed(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, each of this form as two: what somebody said, inside the words of who tells of it."""
    out = list(raws)
    for sentence in sentences:
        for found in _relayed(text, sentence):
            out = _with(out, found)
    return out


def _relayed(text: str, sentence: Span) -> Iterator[_Relayed]:
    said, start = text[slice(*sentence)], sentence[0]
    for m in _RELAYED.finditer(said):
        end = _END.search(said, m.end())
        stop = end.start() if end else len(said)
        clause = _CLAUSE.search(said, m.end() - 1, stop)
        told = (clause.start("told") if clause else m.end(), stop)
        spans = (m.span("who"), m.span("according"), m.span("by"), m.span("cue"), told)
        yield _Relayed(*((a + start, b + start) for a, b in spans))


def _with(raws: Sequence[RawClaim], found: _Relayed) -> list[RawClaim]:
    """Both claims in place of what was read of them; what they tell of stays."""
    own = next((r for r in raws if any(overlap(c, found.cue) for c in r.cue)), None)
    told = own.content if own is not None and own.content and own.content[0][0] > found.cue[1] else (found.told,)
    said = RawClaim(source=(found.who,), cue=(found.cue,), content=told, score=own.score if own else _SURE)
    around = (found.who, (found.cue[0], told[-1][1]))
    account = RawClaim(source=(found.by,), cue=(found.according,), content=around, score=_SURE)
    kept = [r for r in raws if not any(overlap(c, s) for c in r.cue for s in (found.cue, found.according))]
    return [*kept, account, replace(said, score=max(said.score, _SURE))]
