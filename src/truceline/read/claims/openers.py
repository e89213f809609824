"""Pronouns to whom a paragraph opens with: "On Tuesday Nils Brandt, the minister, rose. A bomb fell, he said"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.read.claims.raw import RawClaim
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of

_SURE = 0.9
_REACH = 900
_NEXT = re.compile(r"[.!?][”\"]?(?:\s*\[\d+\])*\s+(?=[A-Z“\"])")
_OPENS = re.compile(
    r"(?:(?:But|And|Then|So|Now),? )?"
    r"(?:(?:[Oo]n|[Ii]n|[Ll]ast|[Tt]his|[Aa]t) (?:[\w’-]+ ){0,3}?(?:[\w’-]+,? )|Yesterday,? )?"
    r"(?P<name>[A-Z][\w’-]+(?: (?:al-|bin |de |von |van )?[A-Z][\w’-]+){1,2}),"
    r" (?P<is>(?:the|an?|its|their|whose) [^,.!?;]{2,70}),"
    r" (?:(?:never|also|then|too) )?(?:[a-z]+ed|rose|spoke|went|took|came|gave|told|stood|put|made|was|had|did)\b"
)
"""A paragraph's first words that name somebody in full with an office, as the subject."""


def opener_meant(raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """Whom "he" means where a paragraph opens with somebody's name and office, and nobody else is named or has spoken.

    None where that may be no person, or another is named behind.
    """
    first = min([voice.at, *(a for a, _ in raw.content)])
    low = names.text.rfind("\n", 0, first) + 1
    said = _OPENS.match(names.text, low, first)
    if said is None or first - low > _REACH or _NEXT.search(names.text, said.end(), first + 1) is None:
        return None
    if any(v.at >= low for v in earlier) or not _is_person(said, gender, names):
        return None
    span = said.span("name")
    if any(m.start >= span[1] and m.end <= voice.at and names.is_person(m) for m in names.mentions):
        return None
    return replace(voice_of((span,), names), words=voice.words, at=voice.at, gender=gender, sure=_SURE)


def _is_person(said: re.Match[str], gender: str, names: Names) -> bool:
    """Whether a name is somebody's who may be "he" or "she", by the words for an office behind it."""
    mention = next((m for m in names.mentions if m.start == said.start("name")), None)
    own = names.gender(mention) if mention is not None else names.registry.gender_of(said["name"]) or "x"
    if own not in {gender, "x"} or (mention is not None and not names.is_person(mention)):
        return False
    return not names.cues.roles["person"].isdisjoint(w.casefold() for w in said["is"].split())
