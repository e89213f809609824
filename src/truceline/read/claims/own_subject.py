"""A verb's own subject: in "which the Council rejected, insisting that" the Council insists."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, span_at
from truceline.read.claims.raw import RawClaim

_SURE = 0.6
_PARTICIPLE = re.compile(r"(?:[a-z]+ly )?[a-z]+ing\b")
_COMMA = re.compile(r",? ")
_NEXT = re.compile(
    r"; (?:(?:and|but|while) )?"
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Oo]ne|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'-]+ ){0,4}[\w’'-]+) $"
)
"""A party that opens a new clause and has its verb right behind."""
_HANGING = re.compile(r"\b(?:who|which|that), $")
_SET_OFF = re.compile(r" (?P<who>(?:the |an? |its |his |her |their )?[\w’'-]+(?: [\w’'-]+){0,6}), ")
_RIGHT_BEFORE = re.compile(r"[,”\"] (?P<who>(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){0,3}?[\w’'-]+) $")
_NOT_WHO = frozenset(
    """was were is are had has have did would could that which who whom it he she they said but and then later also not
    never""".split()  # noqa: SIM905
)


def with_own_subjects(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, none with an earlier party for its source where its verb has a subject of its own."""
    made = [_of_clause(text, _of_participle(text, raw, raws, sentences)) for raw in raws]
    return [_beside(text, _behind(text, raw), sentences) for raw in made]


def _behind(text: str, raw: RawClaim) -> RawClaim:
    """As in “the men who, said its spokesman, had fired”: the speaker stands behind the verb, set off by commas."""
    start, end = raw.cue[0][0], raw.cue[-1][1]
    if not _HANGING.search(text, max(0, start - 8), start):
        return raw
    found = _SET_OFF.match(text, end)
    if found is None:
        return raw
    told = tuple((max(a, found.end()), b) for a, b in raw.content if b > found.end())
    return replace(raw, source=(found.span("who"),), content=told, score=max(raw.score, _SURE)) if told else raw


def _beside(text: str, raw: RawClaim, sentences: Sequence[Span]) -> RawClaim:
    """The claim without a source from another paragraph behind it; with the party right before its verb, if any."""
    start = raw.cue[0][0]
    high = next((b for a, b in sentences if a <= start < b), len(text))
    if not raw.source or raw.source[0][0] < high or "\n" not in text[high : raw.source[0][0]]:
        return raw
    found = _RIGHT_BEFORE.search(text, max(0, start - 60), start)
    return replace(raw, source=(found.span("who"),) if found else ())


def _of_participle(text: str, raw: RawClaim, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> RawClaim:
    """As in “..., which the Council rejected, insisting that ...”: the subject of the verb right before."""
    start = raw.cue[0][0]
    if not raw.source or not _PARTICIPLE.match(text, start) or raw.source[-1][1] > start:
        return raw
    low = span_at(start, sentences, (start, start))[0]
    beside = [r for r in raws if r is not raw and r.source and low <= r.cue[-1][1] < start]
    before = next((r for r in beside if _COMMA.fullmatch(text, r.cue[-1][1], start)), None)
    if before is None or raw.source[-1][0] >= before.source[0][0] or not _next_to(text, before):
        return raw
    who = tuple(s for s in before.source if s[1] <= before.cue[0][0])
    return replace(raw, source=who[-1:]) if who else raw


def _next_to(text: str, raw: RawClaim) -> bool:
    """Whether a claim's source stands right before its verb."""
    return any(not text[b : raw.cue[0][0]].strip(" ,") for _, b in raw.source if b <= raw.cue[0][0])


def _of_clause(text: str, raw: RawClaim) -> RawClaim:
    """As in “...; the clinic gave 31”: the party between the semicolon and the verb."""
    start = raw.cue[0][0]
    if not raw.source or raw.source[-1][1] > start:
        return raw
    found = _NEXT.search(text, max(0, start - 80), start)
    if found is None or raw.source[-1][1] > found.start() + 1 or _NOT_WHO & set(found["who"].casefold().split()):
        return raw
    return replace(raw, source=(found.span("who"),))
