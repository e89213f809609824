"""The word lists of recounting, made ready for look-up by first word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model.account import CasualtyGroup

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word -> (all words, mark) of every phrase that begins with it, longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmLexicon:
    """Words for people and for harm; marks are explained in `data/casualties.toml`.

    `harm` marks are "killed.done", "injured.state"...; `persons` give a group and number, "children.one".
    """

    harm: Phrases
    persons: Phrases
    parts: Phrases
    total: frozenset[str]
    raised: frozenset[str]
    """Verbs by which a toll is told to have become another number."""
    lowered: frozenset[str]
    """Words by which it has become a smaller one."""
    anew: frozenset[str]
    """Words that say of a total, before a colon, that it is another now."""
    correction: frozenset[str]
    """First words of a sentence that say so alone: "Correction: seven people died"."""
    natural: frozenset[str]
    """Causes of death that nobody did."""
    given: frozenset[str]
    """Verbs by which a toll is given, with no word of an earlier one."""
    tolls: Mapping[str, str]
    """Nouns of a running total -> what happened to those counted."""
    served: Mapping[str, str]
    """Letters by which services count their own -> what happened to those counted: "3 KIA"."""
    numbered: frozenset[str]
    """Nouns that make a word of harm a running total: "the number of dead"."""
    either: frozenset[str]
    """Nouns of a total of whatever harm was told right before: "later revised the figure"."""

    unreal: frozenset[str]
    classes: Mapping[str, str]
    """Word -> its class letter (`data/word_classes.toml`)."""
    sets: Mapping[str, frozenset[str]]
    """Word sets by name (`data/word_classes.toml`)."""


def phrases(pairs: Iterable[tuple[str, str]]) -> Phrases:
    """Look-up table of (phrase, mark) pairs; an earlier pair of the same phrase wins."""
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for phrase, mark in pairs:
        words = tuple(phrase.lower().replace("’", "'").split())
        table.setdefault(words[0], {}).setdefault(words, mark)
    return {first: tuple(sorted(found.items(), key=lambda f: -len(f[0]))) for first, found in table.items()}


def longest(table: Phrases, words: list[str], at: int) -> tuple[int, str] | None:
    """Length in words and mark of the longest phrase beginning at `at`, or None."""
    for phrase, mark in table.get(words[at], ()):
        if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase), mark
    return None


def harm_lexicon(data: Mapping[str, Any], words: Mapping[str, Any]) -> HarmLexicon:
    """Lexicon from the parsed `casualties.toml` and `word_classes.toml`; raises KeyError where a section is missing."""
    kinds = ("killed", "injured", "hit")
    return HarmLexicon(
        harm=phrases((w, f"{k}.{form}") for k in kinds for form, words in data[k].items() for w in words),
        persons=phrases(_person_words(data["groups"], data["plural"])),
        parts=phrases([*((w, "u") for w in data["parts"]["open"]), *((w, "&") for w in data["joined"]["with"])]),
        total=frozenset(data["claims"]["total"]),
        raised=frozenset(data["claims"]["raised"]),
        lowered=frozenset(data["claims"]["lowered"]),
        anew=frozenset(data["claims"]["anew"]),
        correction=frozenset(data["claims"]["correction"]),
        natural=frozenset(data["none"]["natural"]),
        given=frozenset(data["claims"]["given"]),
        tolls={w: kind for kind in ("killed", "injured") for w in data["tolls"][kind]},
        served={w: kind for kind, words in data["served"].items() for w in words},
        numbered=frozenset(data["tolls"]["numbered"]),
        either=frozenset(data["tolls"]["either"]),
        unreal=frozenset(data["none"]["unreal"]),
        classes={w: letter for letter, ws in words["classes"].items() for w in ws},
        sets={name: frozenset(ws) for name, ws in words["sets"].items()},
    )


def _person_words(
    groups: Mapping[CasualtyGroup, list[str]], irregular: Mapping[str, str | list[str]]
) -> Iterable[tuple[str, str]]:
    for group, nouns in groups.items():
        for noun in nouns:
            plural = irregular.get(noun, noun + "s")
            for form in [plural] if isinstance(plural, str) else plural:
                yield form, f"{group}.many"
            if noun != "troop" and not noun.endswith("personnel"):
                yield noun, f"{group}.one"
