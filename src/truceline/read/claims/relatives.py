"""Whom "who" and "which" mean as sources: in "The army, which denies the raid, says" the army denies it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, span_at
from truceline.read.claims.raw import RawClaim

_RELATIVE = frozenset({"who", "which"})
_HEARER = re.compile(r" (?:(?:the|an?) )?[\w’'-]+(?: [\w’'-]+){0,4}, $")
"""Between "told" and a "who" that is not the body told, but who told it: "told the Courier, who denied"."""
_TOLD = frozenset({"told", "tells", "telling"})
_PHRASE = re.compile(
    r"(?:^|[ “\"])(?P<who>(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) "
    r"(?:(?!(?:of|in|to|at|on|by)\b)[\w’'-]+ ?){1,5}), $"
)
_LONGEST = 90
_DEED = re.compile(
    r"\b(?:(?:air)?(?:strikes?|raids?)|attacks?|assaults?|offensives?|clash(?:es)?|battles?|blasts?|explosions?|massacres?"
    r"|ambush(?:es)?|wars?|truces?|cease-?fires?|talks|meetings?|bombings?|shellings?|shootings?|killings?|fighting)$",
    re.IGNORECASE,
)
"""The end of a phrase that says nothing: "according to a medic, it burned before the air strikes, who added that"."""


def with_antecedents(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, each whose source is a bare "who" or "which" with those meant for its source, if they are plain."""
    return [_meant(text, raw, raws, sentences) for raw in raws]


def _meant(text: str, raw: RawClaim, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> RawClaim:
    if len(raw.source) != 1 or text[slice(*raw.source[0])] not in _RELATIVE:
        return raw
    start = raw.source[0][0]
    low = span_at(start, sentences, (start, start))[0]
    here = [r for r in raws if r is not raw and r.source]
    who = _teller(text, raw, here) or _beside(text, start, here) or _phrase(text, low, start)
    return raw if who is None else replace(raw, source=(who,))


def _teller(text: str, raw: RawClaim, here: Sequence[RawClaim]) -> Span | None:
    """Who told a body that stands right before "who"."""
    start, end = raw.source[0]
    if text[start:end] != "who":
        return None
    told = (r for r in here if text[slice(*r.cue[-1])] in _TOLD and r.source[-1][1] <= r.cue[-1][0])
    return next((r.source[-1] for r in told if _HEARER.fullmatch(text, r.cue[-1][1], start)), None)


def _beside(text: str, start: int, here: Sequence[RawClaim]) -> Span | None:
    """The speaker of another claim who stands right before."""
    beside = (s for r in here for s in r.source if s[1] <= start and not text[s[1] : start].strip(" ,"))
    return next((s for s in beside if text[slice(*s)] not in _RELATIVE), None)


def _phrase(text: str, low: int, start: int) -> Span | None:
    """The party right before, by its article."""
    found = _PHRASE.search(text, max(low, start - _LONGEST), start)
    return None if found is None or _DEED.search(found["who"]) else found.span("who")
