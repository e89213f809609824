"""Pronouns to whom their own sentence, or the one before, is about: "Lakes Relief was first. It counted ten dead"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of
from truceline.text.calendar_names import DAY_OR_MONTH

_SURE = 0.9
_REACH = 900
_STARTS = re.compile(r"(?:[.!?][”\"]?(?:\s*\[\d+\])*\s+|\n\s*)(?=[A-Z“\"])")
_LEAD = (
    r"(?:(?:But|And|Yet|Then|So|Even|Now|Still),? )?"
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Aa]fter|[Bb]efore|[Dd]uring|[Ww]ithin|[Ff]or|[Ss]ince|[Uu]ntil)"
    rf"(?: (?:[a-z\d]+|{DAY_OR_MONTH})){{1,8}}?,? )?"
)
"""What may stand before a sentence's subject: a time."""
_APART = r"(?:, [^.!?;]{2,90}?,)?"
_VERB = (
    r"(?:[a-z]+ed|shot|hit|fell|fled|held|sent|lost|met|was|were|is|are|had|has|have|did|does|went|took|saw|came|gave"
    r"|kept|stood|left|put|made|knew)\b"
)
_SUBJECT = re.compile(rf"{_LEAD}(?:[Tt]he (?:[a-z-]+ ){{0,2}})?")
_BEHIND = re.compile(rf"(?: [a-z]+)?{_APART} (?:(?:never|also|then|too|soon|now) )?{_VERB}")
_APPOSED = re.compile(r"(?: [a-z]+)?, [^.!?;]{2,90}?,")
_HANGING = re.compile(r"\b(?:who|which|that), $")
_SEVERAL = re.compile(
    r"(?:troops|soldiers|forces|fighters|rebels|police|officials|guards|gunmen|militants|units|[a-z]+s)$"
)


def body_meant(raw: RawClaim, voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """Whom "it" means: the body that is the subject of the sentence before, or of its own, in which nobody spoke.

    None where there is none, or where another body is named behind it.
    """
    for start, end in _sentences(raw, voice, names):
        if any(v.at >= start for v in earlier):
            return None
        named = _subject(start, end, names)
        if named is None or names.is_person(named) or not _is_body(named, names):
            continue
        apart = _APPOSED.match(names.text, named.end, end)
        behind = apart.end() if apart else named.end
        if any(m.actor not in {named.actor, None} and behind < m.start < end for m in names.mentions):
            return None
        return _at(voice, voice_of(((named.start, named.end),), names))
    return None


def several_meant(voice: Voice, names: Names) -> Voice | None:
    """Whom "they" means in “Varnian troops shot a man who, they said, had fired”: the sentence's subject, or open."""
    if not _HANGING.search(names.text, max(0, voice.at - 8), voice.at):
        return None
    start, _ = _bounds(voice.at, names)
    named = _subject(start, voice.at, names)
    if named is not None and _is_body(named, names) and _SEVERAL.search(names.text, named.start, named.end):
        return _at(voice, voice_of(((named.start, named.end),), names))
    return replace(voice, kind="anonymous", plural=True)


def _at(voice: Voice, meant: Voice) -> Voice:
    return replace(meant, words=voice.words, at=voice.at, sure=_SURE * meant.sure)


def _sentences(raw: RawClaim, voice: Voice, names: Names) -> Iterator[tuple[int, int]]:
    """The stretch of the claim's own sentence before all its words, if any, then the sentence before that."""
    first = min([voice.at, *(a for a, _ in raw.content)])
    start, before = _bounds(first, names)
    if first == voice.at > start:
        yield start, first
    elif first == start:
        yield start, start
    if before < start:
        yield before, start


def _bounds(at: int, names: Names) -> tuple[int, int]:
    """Where the sentence of a place begins, and where the one before it does."""
    low = max(0, at - _REACH)
    starts = [m.end() for m in _STARTS.finditer(names.text, low, at + 1) if m.end() <= at]
    starts = ([0] if low == 0 else []) + starts
    here = starts[-1] if starts else at
    return here, starts[-2] if len(starts) > 1 else here


def _subject(start: int, end: int, names: Names) -> ActorMention | None:
    """The name that is the subject of the sentence that begins at a place."""
    for mention in names.mentions:
        if mention.start >= end:
            break
        if mention.start >= start and _SUBJECT.fullmatch(names.text, start, mention.start):
            return mention if _BEHIND.match(names.text, mention.end, end) else None
    return None


def _is_body(mention: ActorMention, names: Names) -> bool:
    """Whether a name is a body's, of those that speak: no label of fighters, and no state."""
    if mention.actor is None or mention.label_only:
        return False
    return names.registry.kind(mention.actor) not in {"state", "person"}
