"""Claims inside claims: those a content holds, and who is whose parent."""

from collections.abc import Sequence

from truceline.model.span import Span
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.rules import RuleExtractor

_SELF = frozenset({"i", "we", "you", "me", "us", "my", "our", "who", "which", "that"})


def hull(raw: RawClaim) -> Span:
    """From a claim's first character to its last."""
    spans = (*raw.source, *raw.cue, *raw.content)
    return min(s for s, _ in spans), max(e for _, e in spans)


def with_inner(
    text: str, sentences: Sequence[Span], raws: Sequence[RawClaim], rules: RuleExtractor
) -> tuple[RawClaim, ...]:
    """The claims, and those the rules find within their contents; in text order."""
    cues = {c for r in raws for c in r.cue}
    found = list(raws)
    for raw in raws:
        for inner in rules.within(text, _clauses(text, sentences, raw.content)):
            source = " ".join(text[a:b] for a, b in inner.source).casefold()
            fresh = not any(a < y and x < b for a, b in inner.cue for x, y in cues)
            if fresh and inner.source and source not in _SELF and _contained(inner, raw):
                found.append(inner)
                cues |= set(inner.cue)
    return tuple(sorted(found, key=lambda r: (hull(r)[0], -hull(r)[1], r.cue)))


def _clauses(text: str, sentences: Sequence[Span], content: Sequence[Span]) -> list[Span]:
    """The contents' stretches by sentence, opening and closing marks left out."""
    made = []
    for a, b in content:
        for x, y in sentences:
            start, end = max(a, x), min(b, y)
            while start < end and text[start] in '“"‘« ':
                start += 1
            while end > start and text[end - 1] in '”"’», ':
                end -= 1
            if end - start > 15:
                made.append((start, end))
    return made


def parents_of(raws: Sequence[RawClaim]) -> list[int | None]:
    """Index of the smallest claim whose content holds each claim; None for outermost ones."""
    parents: list[int | None] = []
    for at, raw in enumerate(raws):
        holders = [n for n, other in enumerate(raws) if n != at and _contained(raw, other)]
        parents.append(min(holders, key=lambda n: _length(raws[n]), default=None))
    return parents


def _length(raw: RawClaim) -> int:
    start, end = hull(raw)
    return end - start


def _contained(inner: RawClaim, outer: RawClaim) -> bool:
    start, end = hull(inner)
    return any(a <= start and end <= b for a, b in outer.content) and inner.cue != outer.cue
