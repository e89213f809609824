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
PEOPLE = (
    r"(?:officials?|authorit(?:y|ies)|sources?|witness(?:es)?|residents?|doctors?|medics?|police|army|military|ministry|government"
    r"|officers?|commanders?|diplomats?|workers?|activists?|reports?|agency|agencies|media|spokes\w+|leaders?|rescuers?|staff"
    r"|monitors?|observers?|survivors?|aides?|hospitals?|mayor|governor|neighbou?rs?|villagers?|relatives?|drivers?|herd(?:er|smen|sman)s?"
    r"|goatherds?|shepherds?|nurses?|matrons?|clerks?|priests?|widows?|passers-by|passengers?|fishermen|traders?|colleagues|prisoners?"
    r"|deserters?|soldiers?|guards?|teachers?|railwaymen)"
)
_CITING = re.compile(
    rf",\s*(?P<cue>citing|quoting)\s+(?P<who>(?:(?!(?:of|from|for|by|in|to|on|about)\s)[\w’'-]+\s+){{0,5}}?"
    rf"(?:{PEOPLE}|(?!Article|Resolution|Chapter|Section)[A-Z][\w’'-]+)(?:\s+[\w’'-]+){{0,5}}?)"
    r"(?=\s*(?:[,.;!?\n]|$))"
)
"""Whom a teller cites, behind the verb or behind what is told."""
_SHORT_WAY = re.compile(r"(?:\s+[\w’'-]+){0,5}")
"""What may stand between a teller's words and whom it cites: “told the paper on Monday”."""
_BROKEN = re.compile(r"[;:]\s")
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


def with_cited_behind(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """As in “56 were killed, two officers said, citing the mayor”: they cite, and the one cited says it, inside."""
    found = {n: who for n, raw in enumerate(raws) if (who := _cited(text, raw, sentences)) is not None}
    cues = [cue for cue, _ in found.values()]
    out: list[RawClaim] = []
    for n, raw in enumerate(raws):
        if not any(overlap(c, cue) for c in raw.cue for cue in cues):  # that is a second verb of whoever cites
            out += _inside(raw, *found[n]) if n in found else [raw]
    return out


def _cited(text: str, raw: RawClaim, sentences: Sequence[Span]) -> tuple[Span, Span] | None:
    """The "citing" that belongs to a claim, and who is cited: in the same sentence, behind the cue."""
    end = next((b for a, b in sentences if a < raw.cue[-1][1] <= b), len(text))
    if not raw.source or not raw.content:
        return None
    found = _CITING.search(text, raw.cue[-1][1], end)
    if found is None or any(a < found.start() < b and b > found.end() + 1 for a, b in raw.content):
        return None
    told = [b for _, b in (*raw.source, *raw.cue, *raw.content) if b <= found.start()]
    within_told = any(a < found.start() < b and not _BROKEN.search(text, a, b) for a, b in raw.content)
    beside = _SHORT_WAY.fullmatch(text, max(told), found.start()) is not None
    return (found.span("cue"), found.span("who")) if within_told or beside else None


def _inside(raw: RawClaim, cue: Span, who: Span) -> list[RawClaim]:
    """The claim with the citing among its words, and what is told as the words of the one cited."""
    told = tuple((a, min(b, cue[0] - 2)) if a < cue[0] < b else (a, b) for a, b in raw.content if a != cue[0])
    told = tuple(s for s in told if s[0] < s[1])
    around = tuple(sorted((*told, (cue[0], who[1]))))
    return [replace(raw, content=around), replace(raw, source=(who,), cue=(cue,), content=told)]
