"""Reports that a text itself calls untrue: what they say, apart from the words that dismiss it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, overlap
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.verdict import JUDGED

_NOUN = (
    r"(?:reports?|claims?|allegations?|accusations?|assertions?|suggestions?|rumou?rs?|insinuations?|charges?"
    r"|stor(?:y|ies))"
)
_OPENING = re.compile(
    r"(?:(?:any|all|the|these|those|recent|some|media|press|rebel|enemy|various|such|false|claims? and) )*"
    rf"(?P<noun>{_NOUN})(?: (?:in|on|by|from|of) (?!the army\b)(?:[\w’'-]+ ){{0,4}}?"
    r"(?:media|press|networks|channels|outlets|websites|internet))?"
    r" (?P<what>(?:that|of|about) [^.;!?]{8,240}?)$",
    re.IGNORECASE,
)
_REPORTED = re.compile(rf"{_NOUN}(?: (?:that|of|about))?", re.IGNORECASE)
_SCORE = 0.7


def with_dismissed(text: str, sentences: Sequence[Span], raws: Sequence[RawClaim]) -> list[RawClaim]:
    """The claims, of "Reports that X are untrue" X alone; where none was found, one that nobody is named for."""
    made = [_trimmed(text, raw) for raw in raws]
    taken = [s for r in made for s in (*r.source, *r.cue, *r.content)]
    return [*made, *(r for s in sentences if (r := _reported(text, s)) and not any(overlap(s, t) for t in taken))]


def _trimmed(text: str, raw: RawClaim) -> RawClaim:
    """A claim by a noun, without the verdict that its content runs into."""
    if not raw.content or len(raw.cue) != 1 or not _REPORTED.fullmatch(text, *raw.cue[0]):
        return raw
    start, end = raw.content[-1]
    found = next((m for m in JUDGED.finditer(text, start, end + 1) if m.end() >= end), None)
    if found is None or found.start() <= start or raw.cue[0][1] > start:
        return raw
    return replace(raw, content=(*raw.content[:-1], (start, found.start())))


def _reported(text: str, sentence: Span) -> RawClaim | None:
    """What a sentence says that reports say, where it goes on to call them untrue."""
    judged = next((m for m in JUDGED.finditer(text, *sentence) if m.end() >= sentence[1] - 2), None)
    told = _OPENING.match(text, sentence[0], judged.start()) if judged is not None else None
    if told is None:
        return None
    return RawClaim(source=(), cue=(told.span("noun"),), content=(told.span("what"),), score=_SCORE)
