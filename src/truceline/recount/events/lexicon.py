"""The event lexicon: trigger phrases in all their forms, and the words that make a trigger no event."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model.account import EventType
from truceline.recount.lexicon import Phrases, phrases

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """Triggers by first word (mark "type.noun", "type.verb" or "generic.noun"); families and ranks of types."""

    triggers: Phrases
    family: Mapping[str, str]
    rank: Mapping[str, int]
    called: Mapping[str, frozenset[str]]
    """Nouns by which a text comes back to a happening of a type."""
    modal: frozenset[str]
    wish: Phrases
    negation: frozenset[str]
    generic: Phrases
    idiom: Phrases
    lifeless: Mapping[str, frozenset[str]]
    """Verbs of killing, nouns of what never lived, and the words that may stand between and behind them."""
    other_verbs: frozenset[str]
    happened: Phrases
    objects: frozenset[str]
    """Nouns for things that are struck: they tell one happening from another."""
    helpers: frozenset[str]
    modifiers: frozenset[str]
    prepositions: frozenset[str]
    theatre: frozenset[str]
    """Words of arms, fighters, victims and police: signs that a report is of violence."""
    unmistakable: frozenset[str]
    """Event words that are used of nothing else."""
    elsewhere: frozenset[str]
    """Words of sport, markets, stage and history."""
    undone: Phrases
    """Words after an event noun by which it did not, or not yet, come about."""
    heads: frozenset[str]
    """Nouns before which an event noun is only a modifier: "assault rifle"."""
    suffered: frozenset[str]
    """Nouns whose "of" names who suffers: "bombardment of"."""
    doing: Phrases
    counting: frozenset[str]
    """Verbs and nouns of keeping count: a number of happenings beside them is a tally."""
    any_weapon: frozenset[str]
    """Words of a blow that leave open what dealt it."""
    chemical: re.Pattern[str]
    conventional: re.Pattern[str]
    """Signs of a chemical attack, and of arms that are none."""
    drone: re.Pattern[str]
    """Signs of a drone."""
    arms: Mapping[EventType, re.Pattern[str]]
    """Of each kind of attack the words that name its arms."""
    seats: frozenset[str]
    """Seats of government, which are named for their governments."""


def event_lexicon(triggers: Mapping[str, Any], types: Mapping[str, Any], seats: Iterable[str]) -> EventLexicon:
    """Lexicon from the parsed `event_triggers.toml` and `event_types.toml`; KeyError where a section is missing."""
    no, doers = triggers["not_events"], triggers["doers"]
    return EventLexicon(
        triggers=phrases(_marked(triggers)),
        family={name: t["family"] for name, t in types.items()},
        rank={name: t["rank"] for name, t in types.items()},
        called={name: frozenset(t.get("called", ())) for name, t in types.items()},
        modal=frozenset(no["modal"]),
        wish=phrases((w, "wish") for w in no["wish"]),
        negation=frozenset(no["negation"]),
        generic=phrases((w, "generic") for w in no["generic"]),
        idiom=phrases((w, "idiom") for w in no["idiom"]),
        lifeless={name: frozenset(words) for name, words in triggers["lifeless"].items()},
        other_verbs=frozenset(triggers["other_verbs"]["words"]),
        objects=frozenset(triggers["objects"]["nouns"]),
        helpers=frozenset(doers["helpers"]),
        modifiers=frozenset(doers["modifiers"]),
        prepositions=frozenset(doers["prepositions"]),
        theatre=frozenset(triggers["theatre"]["words"]),
        unmistakable=frozenset(triggers["theatre"]["unmistakable"]),
        elsewhere=frozenset(triggers["theatre"]["elsewhere"]),
        undone=phrases((w, "undone") for w in no["undone"]),
        heads=frozenset(no["heads"]),
        suffered=frozenset(doers["suffered"]),
        doing=phrases((w, "does") for w in doers["doing"]),
        counting=frozenset(doers["counting"]),
        any_weapon=frozenset(triggers["any_weapon"]["words"]),
        chemical=_begins(triggers["signs"]["chemical"]),
        conventional=_begins(triggers["signs"]["conventional"]),
        drone=_begins(triggers["signs"]["drone"]),
        arms={kind: _begins(words) for kind, words in triggers["arms"].items()},
        seats=frozenset(seats),
        happened=phrases((w, "happened") for w in triggers["other_verbs"]["happened"]),
    )


def _begins(stems: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})", re.IGNORECASE)


def _marked(triggers: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for name, words in triggers.items():
        if name in {
            "not_events",
            "other_verbs",
            "objects",
            "doers",
            "theatre",
            "any_weapon",
            "signs",
            "arms",
            "lifeless",
        }:
            continue
        for phrase in words.get("forms", ()):
            yield phrase, f"{name}.verb"
        for noun in words.get("nouns", ()):
            if noun.split()[0].endswith(("violations", "breaches")):
                yield noun, f"{name}.nouns"
                continue
            yield noun, f"{name}.noun"
            yield noun + ("es" if noun.endswith(("ch", "sh", "s")) else "s"), f"{name}.nouns"
        for verb in words.get("verbs", ()):
            for form, tense in inflect(verb):
                yield form, f"{name}.{tense}"


def _doubles(head: str) -> bool:
    """Whether a short verb doubles its last letter: "stab", "stabbed"."""
    if not 2 < len(head) < 6:
        return False
    return head[-1] in "bgmnpt" and head[-2] in _VOWELS and head[-3] not in _VOWELS


def inflect(verb: str) -> Iterable[tuple[str, str]]:
    """Regular forms of a verb, each with "verb" (told of: -ed, -ing, -s) or "base" (needs a past or present helper)."""
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    stem = head.removesuffix("e")
    doubled = head + head[-1] if _doubles(head) else stem
    past, ing = doubled + "ed", doubled + "ing"
    if head.endswith("y") and head[-2] not in _VOWELS:
        past = head[:-1] + "ied"
    third = head + ("es" if head.endswith(("ch", "sh", "s", "x")) else "s")
    yield from ((past + tail, "verb"), (ing + tail, "verb"), (third + tail, "verb"), (head + tail, "base"))


def known_type(mark: str) -> EventType | None:
    """The event type a trigger's mark names; None for the generic words."""
    name = mark.partition(".")[0]
    return None if name == "generic" else name  # type: ignore[return-value]
