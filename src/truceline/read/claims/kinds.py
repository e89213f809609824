"""A body meant by its kind alone: "the organisation", "the aid agency" after "Lakes Relief"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of
from truceline.text.calendar_names import DAY_OR_MONTH

_REACH = 600
_DEFINITE = re.compile(r"(?:the|this|that)\s+(?P<rest>.+)$", re.IGNORECASE)
_FORCE = re.compile(
    r"\b(?:army|armies|brigades?|battalions?|front|forces?|guards?|ministry|government|police|corps|command|militia|navy"
    r"|regiment|division|council|commission|court|parliament|union|party|office|house|palace)\b",
    re.IGNORECASE,
)
"""In a name that no registry knows: a body of another kind than those that report or help."""
_CAPITALS = re.compile(r"[A-Z][a-z’'-]+(?: (?:(?:of|for|the|des|sans|de) ){0,2}[A-Z][a-z’'-]+)+")
_CALENDAR = re.compile(DAY_OR_MONTH)
_PARTIES = frozenset({"armed_group", "agency", "force"})
_OTHER = frozenset({"other", "rival", "second", "opposing", "third", "remaining"})
"""Words for a body that is not the one named before."""
_SENTENCE_END = re.compile(r"[.!?][”\"]?(?:\s*\[\d+\])*\s+(?=[A-Z“\"])")
_SENTENCES = 2
"""Ends of sentences between a body that spoke and what is told of it by its kind: that "the group said" may end one."""
_TITLED = re.compile(r"\b[A-Z][a-z]+\.?\s$")


def meant_by_kind(words: str, at: int, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """The one body named shortly before `at` that may be called by such a word; None for none, or for more than one.

    Of several it is the one that spoke in the sentence right before, with no other named since.
    """
    said = _kind_said(words, names)
    if said is None:
        return None
    kinds = names.cues.kinds[said]
    fits = _bodies_near(kinds, at, earlier, names)
    if len(fits) != 1:
        spoke = frozenset(v.name for v in earlier if v.kind in _PEOPLE and v.name)
        return None if fits else _spelled_out(kinds, at, spoke, names)
    mention = next(iter(fits.values()))
    voice = voice_of(((mention.start, mention.end),), names)
    return replace(voice, kind="institution") if voice.kind == "person" else voice


_PEOPLE = frozenset({"person", "named_official"})


def _kind_said(words: str, names: Names) -> str | None:
    """The word for a kind of body in "the rebel group", "the ministry"; None where a name or another's stands by it."""
    definite = _DEFINITE.match(words.strip(" ,"))
    told = definite["rest"].split() if definite else []
    if len(told) > 3 or any(w[0].isupper() or w.endswith(("'s", "’s")) or w in _OTHER for w in told):
        return None
    said = [" ".join(told[-n:]) for n in (2, 1) if len(told) >= n]
    return next((kind for kind in said if kind in names.cues.kinds), None)


def _bodies_near(
    kinds: frozenset[str], at: int, earlier: Sequence[Voice], names: Names
) -> dict[str | None, ActorMention]:
    """By actor, the bodies of some kinds named shortly before; the one alone that has just spoken, none named since."""
    near = [m for m in names.mentions if m.end <= at and at - m.end <= _REACH and m.actor and not m.label_only]
    people = {v.actor for v in earlier if v.kind in _PEOPLE}
    fits = {m.actor: m for m in near if m.actor not in people and _fits(m, kinds, names)}
    last = _just_spoke(at, earlier, names) if len(fits) > 1 else None
    if last is None or last.actor not in fits:
        return fits
    since = {m.actor for m in near if m.start > last.at + len(last.words) and m.actor in fits} - {last.actor}
    return fits if since else {last.actor: fits[last.actor]}


def _just_spoke(at: int, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """The last voice, if it spoke in the sentence before or in the same one."""
    last = earlier[-1] if earlier else None
    if (
        last is None
        or len(_SENTENCE_END.findall(names.text[last.at : at])) > _SENTENCES
        or "\n" in names.text[last.at : at]
    ):
        return None
    return last


def _spelled_out(kinds: frozenset[str], at: int, people: frozenset[str], names: Names) -> Voice | None:
    """The one body that is named by its capitals alone: “staff of Lakes Relief”; no person, and nowhere in a place."""
    if not kinds or kinds <= _PARTIES:
        return None
    text = names.text[max(0, at - _REACH) : at]
    found = {m[0] for m in _CAPITALS.finditer(text) if m[0] not in people and _is_helper(m, names)}
    return Voice(kind="institution", name=next(iter(found))) if len(found) == 1 else None


def _is_helper(found: re.Match[str], names: Names) -> bool:
    parts = [w.casefold() for w in found[0].split()]
    words = names.cues.words
    small = words["determiners"] | words["prepositions"] | words["breakers"] | words["times"] | words["pronouns"]
    if parts[0] in small or _CALENDAR.search(found[0]) or _FORCE.search(found[0]) or parts[0] in names.registry.given:
        return False
    if _is_somewhere(found[0], names.text):
        return False
    before = found.string[max(0, found.start() - 30) : found.start()]
    last = re.search(r"([\w’'-]+),? (?:the )?$", before)
    led = last[1].casefold() if last else ""
    person = led in names.cues.roles["person"] | names.cues.words["titles"]
    return not (person or parts[0] in names.cues.roles["person"] | names.cues.words["titles"])


def _fits(mention: ActorMention, kinds: frozenset[str], names: Names) -> bool:
    """Whether a mention is of one of the kinds; of no known kind, whether its name is a body's that may be."""
    if names.is_known(mention):
        return names.registry.kind(mention.actor) in kinds
    if not kinds or names.registry.gender_of(mention.name) is not None or " " not in mention.name:
        return False
    if _TITLED.search(names.text[max(0, mention.start - 20) : mention.start]):
        return False
    force = _FORCE.search(mention.name) is not None
    return force == bool(kinds <= _PARTIES) and not _is_somewhere(mention.name, names.text)


def _is_somewhere(name: str, text: str) -> bool:
    """Whether people are said to be at, or to come from, what is so called: a place."""
    where = r"\b(?:in|at|near|from|to|outside|inside|on|around|between|through|towards?)"
    return re.search(rf"{where} (?:the )?{re.escape(name)}\b", text) is not None
