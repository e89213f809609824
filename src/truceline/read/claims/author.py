"""The writer's own voice: predictions, conclusions, calls and loaded words of a piece in the first person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from truceline.model.claim import Act
from truceline.model.span import Span
from truceline.read.claims.cues import CueTable
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.wordless import is_in_scraps

_ACTS: tuple[Act, ...] = ("predicts", "demands", "doubts", "asserts")
_PRONOUN = re.compile(r"\b(?:I|One|one)\b")
_SCORE = 0.5
_SUPPOSED = frozenset(
    """
    is are was were be been being am has have had do does did not never no always only really simply just even
    still interested willing keen eager ready happy afraid anxious determined prepared content bent set able
    unable wants wanted seeks seek tries tried trying hopes hoped intends intended prefers preferred needs
    needed cares cared aims aimed plans planned likes liked loves loved hates hated wishes wished means meant
    in to on of about
    """.split()  # noqa: SIM905  a table
)
"""Words of a cue that tell nothing anybody said: what a party is, wants or tries."""
_MY = re.compile(r"\b([Mm]y|[Oo]ur) (?:own )?(?:[a-z]+ )?$")
_MY_BACK = 24
_PERSONAL = frozenset({"he", "she", "they"})
_MEANS_TO = re.compile(r"(?:(?:now|also|still) )?(?:intend|plan|hope|mean|wish|want)(?:s|ed|ned|nt|es)?(?: to)?")
_STOP = re.compile(r"[.!?”\"’)\s]*")
_WORDS_OF_OTHERS = re.compile(r"[“\"«:\d]|\[\d")
"""Signs in a content that somebody's words are given: marks, a colon, a figure, a reference."""


def author_claims(
    text: str, sentences: Sequence[Span], raws: Sequence[RawClaim], cues: CueTable
) -> list[tuple[RawClaim, Act]]:
    """Claims of the document's own author, each with its act; none in a text that never speaks in the first person."""
    if not speaks_as_author(text, cues):
        return []
    quotes = quoted_parts(text)
    taken = [s for r in raws for s in (*r.source, *r.cue, *r.content)]
    made = []
    for span in sentences:
        found = next(_triggers(text, span, quotes, taken, cues), None)
        claim = _claim(text, span, found[1], taken) if found is not None else None
        if found is not None and claim is not None and not is_in_scraps(text, claim, span):
            made.append((claim, found[0]))
    return made


def author_acts(text: str, sentences: Sequence[Span], raws: Sequence[RawClaim], cues: CueTable) -> dict[RawClaim, Act]:
    """The acts of the writer's own claims that tell something."""
    return {raw: act for raw, act in author_claims(text, sentences, raws, cues) if raw.content}


def speaks_as_author(text: str, cues: CueTable) -> bool:
    """Whether the writer says "I" somewhere outside quotation marks."""
    quotes = quoted_parts(text)
    first = _compiled(cues.author["first"][0])
    return any(not _inside(m.start(), quotes) for m in first.finditer(text))


def is_judgement(text: str, raw: RawClaim, cues: CueTable) -> bool:
    """As in “Washington was never interested in peace”: what a writer supposes of a party, none of its words told.

    Nothing but being, wishing or trying in the cue, or mere thought under "should" or "never"; nothing quoted, counted
    or backed by a reference in the content. Any other verb ("answered", "recorded", "put") may tell.
    """
    words = [w.casefold() for a, b in raw.cue for w in re.findall(r"[\w’'-]+", text[a:b])]
    if not words or any(_WORDS_OF_OTHERS.search(text, a, b) for a, b in raw.content):
        return False
    known = [cues.verbs[w] for w in words if w in cues.verbs]
    if any({"clause", "object"} & k.acts.keys() for k in known) or not cues.nouns.keys().isdisjoint(words):
        return False
    supposed = {"should", "would", "must", "might", "may", "never"}
    return set(words) <= _SUPPOSED or (bool(known) and not supposed.isdisjoint(words))


def with_owner(text: str, raw: RawClaim) -> RawClaim:
    """As in “My guess is that ...”, "it is my view that": a noun's claim with the "my" before it for its source."""
    if raw.source or not raw.cue:
        return raw
    mine = _MY.search(text, max(0, raw.cue[0][0] - _MY_BACK), raw.cue[0][0])
    if mine is None or _inside(mine.start(1), quoted_parts(text)):
        return raw
    return replace(raw, source=(mine.span(1),))


def goes_on(text: str, raw: RawClaim, raws: Sequence[RawClaim]) -> bool:
    """As in “He intends to publish them” right behind somebody's words: what he means to do is his own word."""
    if not raw.source or not _MEANS_TO.fullmatch(text[raw.cue[0][0] : raw.cue[-1][1]]):
        return False
    start, end = raw.source[0]
    ends = [s[1] for r in raws if r is not raw and r.source for s in r.content if s[1] <= start]
    return (
        text[start:end].casefold() in _PERSONAL and bool(ends) and _STOP.fullmatch(text, max(ends), start) is not None
    )


def _triggers(
    text: str, span: Span, quotes: Sequence[Span], taken: Sequence[Span], cues: CueTable
) -> Iterator[tuple[Act, Span]]:
    for act in _ACTS:
        for pattern in cues.author[act]:
            for m in _compiled(pattern).finditer(text, *span):
                if not _inside(m.start(), quotes) and not _inside(m.start(), taken):
                    yield act, (m.start(), m.end())


def _claim(text: str, sentence: Span, cue: Span, taken: Sequence[Span]) -> RawClaim:
    """The sentence's own words around the cue, up to what another claim has."""
    pronoun = _PRONOUN.match(text, cue[0], cue[1])
    source = ((pronoun.start(), pronoun.end()),) if pronoun else ()
    start = pronoun.end() if pronoun else cue[0]
    while start < cue[1] and text[start].isspace():
        start += 1
    cue = (start, len(text[: cue[1]].rstrip()))
    content = [s for s in ((sentence[0], source[0][0] if source else cue[0]), (cue[1], sentence[1])) if s[0] < s[1]]
    trimmed = [_trim(text, *s) for s in content for s in _without(s, taken)]
    return RawClaim(source=source, cue=(cue,), content=tuple(s for s in trimmed if s[1] - s[0] > 2), score=_SCORE)


def _without(span: Span, taken: Sequence[Span]) -> list[Span]:
    parts = [span]
    for a, b in taken:
        parts = [p for x, y in parts for p in ((x, min(y, a)), (max(x, b), y)) if p[0] < p[1]] if a < b else parts
    return sorted(set(parts))


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and not (text[start].isalnum() or text[start] in '“"('):
        start += 1
    while end > start and text[end - 1] in " .,;:\n\r\u00a0":
        end -= 1
    return start, end


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(a <= at < b for a, b in spans)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
