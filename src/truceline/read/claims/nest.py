"""Claims inside claims: those a content holds, and who is whose parent."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from operator import itemgetter

from truceline.model.span import Span, within
from truceline.read.claims.inner import attributes, figures_put, of_one_item, unowned_claims, without_judgement
from truceline.read.claims.kit import ClaimKit
from truceline.read.claims.raw import RawClaim, hull
from truceline.read.claims.tagger.extractor import TaggerExtractor

_GAP = "\n\n"
_WORD = re.compile(r"[a-z]+")
_STATE = re.compile(r"\b(?:united|the|an?|of|in|this|each|every|other|our|islamic|their) states?\b(?! that\b)")
"""Countries and their parts, which state nothing."""
_WORTH_PARTING = 400
"""Characters of clauses from which two threads are quicker than one."""


def with_inner(text: str, sentences: Sequence[Span], raws: Sequence[RawClaim], kit: ClaimKit) -> tuple[RawClaim, ...]:
    """The claims, and those found within their contents by the rules and by the tagger; in text order."""
    parts = {raw: _clauses(text, sentences, raw.content) for raw in raws}
    clauses = {raw: [c for c in held if _may_attribute(text, c, kit)] for raw, held in parts.items()}
    learned = [(r, hull(r)) for r in _learned_within(text, [c for held in clauses.values() for c in held], kit)]
    cues = {c for r in raws for c in r.cue}
    found = list(raws)
    for raw in raws:
        ruled = kit.rules.within(text, clauses[raw])
        inside = [r for r, (start, end) in learned if _holds(raw, start, end, r)]
        unowned = [r for c in clauses[raw] for r in unowned_claims(text, c, kit.cues)]
        sourced = [
            r for r in (*(r for r in ruled if not _restated(r, inside)), *inside) if attributes(text, r, kit.cues)
        ]
        put = [r for c in parts[raw] for r in figures_put(text, c)]
        for inner in (*(of_one_item(text, without_judgement(text, r), raw) for r in sourced), *put, *unowned):
            fresh = not any(a < y and x < b for a, b in inner.cue for x, y in cues)
            if fresh and _contained(inner, raw):
                found.append(inner)
                cues |= set(inner.cue)
    return tuple(sorted(found, key=lambda r: (hull(r)[0], -hull(r)[1], r.cue)))


def _restated(ruled: RawClaim, learned: Sequence[RawClaim]) -> bool:
    return any(a < y and x < b for r in learned for a, b in r.cue for x, y in ruled.cue)


def _may_attribute(text: str, clause: Span, kit: ClaimKit) -> bool:
    """Whether any word of a clause could be a cue, mere thought aside: only then is it read again."""
    words = _WORD.findall(_STATE.sub("", text[slice(*clause)].casefold()))
    return any(w in kit.cues.telling or w in kit.cues.nouns for w in words)


def _learned_within(text: str, clauses: Sequence[Span], kit: ClaimKit) -> list[RawClaim]:
    """What the tagger finds in clauses read as paragraphs of their own; none that reaches over their edges.

    Two halves are read side by side: the network holds no lock.
    """
    extractor = kit.extractor
    if extractor is None or not clauses:
        return []
    halves = [half for half in _halves(clauses) if half]
    if len(halves) == 1:
        return _read_clauses(text, halves[0], extractor)
    with ThreadPoolExecutor(1) as aside:
        second = aside.submit(_read_clauses, text, halves[1], extractor)
        return [*_read_clauses(text, halves[0], extractor), *second.result()]


def _halves(clauses: Sequence[Span]) -> tuple[Sequence[Span], Sequence[Span]]:
    """The clauses in two lists of about equal length; the second empty where all of them are soon read."""
    total = sum(b - a for a, b in clauses)
    if total < _WORTH_PARTING:
        return clauses, ()
    read, at = 0, 0
    while at < len(clauses) and 2 * read < total:
        read += clauses[at][1] - clauses[at][0]
        at += 1
    return clauses[:at], clauses[at:]


def _read_clauses(text: str, clauses: Sequence[Span], extractor: TaggerExtractor) -> list[RawClaim]:
    joined, starts = "", []
    for a, b in clauses:
        starts.append(len(joined))
        joined += text[a:b] + _GAP
    made = []
    for raw in extractor.extract(joined, ()):
        start, end = hull(raw)
        at = max(n for n, s in enumerate(starts) if s <= start)
        shift = clauses[at][0] - starts[at]
        if end + shift <= clauses[at][1]:
            made.append(_without_apostrophe(text, _shifted(raw, shift)))
    return made


def _shifted(raw: RawClaim, by: int) -> RawClaim:
    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((a + by, b + by) for a, b in spans)

    return replace(raw, source=moved(raw.source), cue=moved(raw.cue), content=moved(raw.content))


def _without_apostrophe(text: str, raw: RawClaim) -> RawClaim:
    """A plural's apostrophe belongs to the source, not to the cue behind it."""
    a, b = raw.cue[0]
    if text[a] not in "'’" or text[a + 1] != " ":
        return raw
    source = tuple((s, a + 1 if e == a else e) for s, e in raw.source)
    return replace(raw, source=source, cue=((a + 2, b), *raw.cue[1:]))


def _clauses(text: str, sentences: Sequence[Span], content: Sequence[Span]) -> list[Span]:
    """The contents' stretches by sentence, opening and closing marks left out."""
    made = []
    for a, b in content:
        for x, y in sentences[_begun(sentences, a) : _begun(sentences, b - 1) + 1]:
            start, end = max(a, x), min(b, y)
            while start < end and text[start] in '“"‘« ':
                start += 1
            while end > start and text[end - 1] in '”"’», ':
                end -= 1
            if end - start > 15:
                made.append((start, end))
    return made


def _begun(sentences: Sequence[Span], place: int) -> int:
    """The last sentence that begins at a place or before it; the first where none does."""
    return max(0, bisect_right(sentences, place, key=itemgetter(0)) - 1)


def parents_of(raws: Sequence[RawClaim]) -> list[int | None]:
    """Index of the smallest claim whose content holds each claim; None for outermost ones."""
    parents: list[int | None] = []
    hulls = [hull(raw) for raw in raws]
    lengths = [end - start for start, end in hulls]
    for raw, (start, end) in zip(raws, hulls, strict=True):
        around = (n for n, (first, last) in enumerate(hulls) if first <= start and end <= last)
        holders = [n for n in around if raws[n] is not raw and _holds(raws[n], start, end, raw)]
        parents.append(min(holders, key=lambda n: lengths[n], default=None))
    return parents


def _contained(inner: RawClaim, outer: RawClaim) -> bool:
    return _holds(outer, *hull(inner), inner)


def _holds(outer: RawClaim, start: int, end: int, inner: RawClaim) -> bool:
    """Whether a content holds all of another claim, which runs from `start` to `end`; its parts together, if several.

    As in “Vane, quoted by the Post, said that”.
    """
    if inner.cue == outer.cue:
        return False
    if any(a <= start and end <= b for a, b in outer.content):
        return True
    parts = (*inner.source, *inner.cue, *inner.content)
    return len(outer.content) > 1 and all(any(within(p, c) for c in outer.content) for p in parts)
