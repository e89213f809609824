"""Cue words and their acts, from `data/cues.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from truceline.model.claim import Act

Grade = Literal["clause", "object", "weak"]
Form = Literal["base", "s", "ed", "ing"]
_THOUGHT = frozenset({"according", "believe", "believed", "believes", "hope", "hopes", "hoped"})
_VOWELS = frozenset("aeiou")
_FORMS: tuple[Form, ...] = ("s", "ed", "ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One form of a reporting verb: what it may govern, and the act under each government."""

    lemma: str
    form: Form
    acts: Mapping[Grade, Act]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueTable:
    """All cue words of the reader's language; words are case-folded."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Act]
    phrases: Mapping[str, tuple[str, ...]]
    openings: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    """The phrases' words under each kind and first word."""
    words: Mapping[str, frozenset[str]]
    roles: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    """Nouns that mean a body named before by its kind ("the agency"), with the registry's kinds each fits."""
    content: tuple[tuple[Act, tuple[str, ...]], ...] = ()
    """Patterns over a content, by the act they tell, in the order to try them."""
    said: tuple[tuple[Act, tuple[str, ...]], ...] = ()
    """Patterns over a cue and its content's first words, which decide whatever the verb."""
    tellers: frozenset[str] = frozenset()
    """Nouns for who may tell a thing: persons by their roles, institutions, people without a name."""
    telling: frozenset[str] = frozenset()
    """Words that may be a cue inside a content."""
    author: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Patterns of the writer's own voice by act; "first" tells a piece in the first person."""


def load_cues(data: Path) -> CueTable:
    """The table of `cues.toml`."""
    return cue_table(tomllib.loads((data / "cues.toml").read_text(encoding="utf-8")))


def cue_table(raw: Mapping[str, Mapping[str, object]]) -> CueTable:
    """Every form of every listed verb and noun."""
    acts: dict[str, dict[Grade, Act]] = {}
    grades: tuple[Grade, ...] = ("clause", "object", "weak")
    for grade in grades:
        for act, listed in raw[grade].items():
            for lemma in str(listed).split():
                acts.setdefault(lemma, {}).setdefault(grade, act)  # type: ignore[arg-type]
    irregular = {k: str(v).split() for k, v in raw["irregular"].items()}
    verbs: dict[str, Cue] = {}
    for lemma, by_grade in acts.items():
        for word, form in _forms(lemma, irregular):
            verbs.setdefault(word, Cue(lemma=lemma, form=form, acts=by_grade))
    nouns: dict[str, Act] = {}
    for act, listed in raw["nouns"].items():
        for noun in str(listed).split():
            nouns |= dict.fromkeys((noun, _plural(noun)), act)  # type: ignore[arg-type]
    phrases = {k: tuple(str(p) for p in v) for k, v in raw["phrases"].items() if isinstance(v, list)}
    roles = {k: frozenset(str(v).split()) for k, v in raw["roles"].items()}
    return CueTable(
        verbs=verbs,
        nouns=nouns,
        phrases=phrases,
        openings={kind: _by_first(listed) for kind, listed in phrases.items()},
        words={k: frozenset(str(v).split()) for k, v in raw["words"].items()},
        roles=roles,
        tellers=roles["person"] | roles["institution"] | roles["anonymous"],
        kinds={k: frozenset(str(v).split()) for k, v in raw["kinds"].items()},
        content=tuple((act, _patterns(v)) for act, v in raw["content"].items()),  # type: ignore[misc]
        said=tuple((act, _patterns(v)) for act, v in raw["said"].items()),  # type: ignore[misc]
        telling=_THOUGHT | {w for w, c in verbs.items() if {"clause", "object"} & c.acts.keys()},
        author={act: _patterns(v) for act, v in raw["author"].items()},
    )


def _by_first(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in (tuple(p.split()) for p in phrases):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _patterns(value: object) -> tuple[str, ...]:
    return tuple(str(p) for p in value) if isinstance(value, list) else (str(value),)


def _forms(lemma: str, irregular: Mapping[str, list[str]]) -> list[tuple[str, Form]]:
    """Word forms; of a verb with a particle ("point-out") only the verb is inflected, the particle dropped."""
    head = lemma.split("-", maxsplit=1)[0]
    if head in irregular:
        made = [(word, _form_of(word)) for word in irregular[head]]
    else:
        made = list(zip((_plural(head), _past(head), _gerund(head)), _FORMS, strict=True))
    return [(head, "base"), *made]


def _form_of(word: str) -> Form:
    if word.endswith("ing"):
        return "ing"
    return "s" if word.endswith("s") else "ed"


def _plural(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return word + "ed"


def _gerund(word: str) -> str:
    return (word[:-1] if word.endswith("e") and not word.endswith("ee") else word) + "ing"
