"""The word tables and patterns of the temporal tagger, compiled: words to one-character codes, rules to expressions."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ATOM = re.compile(r"\(\?P<\w+>|\(\?<?[=!:]|[A-Z][A-Z0-9_]*|[a-z]+|\s+|[()|?*+]")
_FIRST_CODE = 0xE000  # Unicode's private use area: no real text has these
SHAPES = (
    "OTHER", "BREAK", "ISO", "SLASHED", "CLOCK", "N12", "N31", "N99", "NBIG", "DECIMAL", "NTH", "YEAR", "CENTURY_YEAR",
    "SHORT_YEAR", "DECADE", "MILITARY", "FRACTION", "comma", "dot", "hyphen", "apostrophe", "open", "close",
)  # fmt: skip
"""Classes that the tokenizer gives by the form of a token rather than by a word list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern over token codes, and the name of the normaliser for what it matches."""

    make: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLexicon:
    """Everything the tagger knows: codes of words and shapes, values of words, rules in order, tables."""

    codes: Mapping[str, str]
    """Lower-case word -> its code."""
    capital_only: frozenset[str]
    """Words that count only with a capital, or beside a number ("may", "sat")."""
    shapes: Mapping[str, str]
    values: Mapping[str, str]
    classes: Mapping[str, str]
    """Lower-case word -> its class."""
    rules: tuple[Rule, ...]
    mods: Mapping[str, str]
    future: frozenset[str]
    past: frozenset[str]
    holidays: Mapping[tuple[str, ...], str]
    islamic: Mapping[str, int]
    """Month by the last word, or first and last word, of an Islamic month's name."""
    lists: Mapping[str, frozenset[str]]
    """Words by what they tell, beside a match."""
    zones: Mapping[tuple[str, ...], str]
    """Words of a zone name, lower case -> UTC offset ("+03:00")."""


def load_time_lexicon(data: Path) -> TimeLexicon:
    """Lexicon from `times.toml` and `times_zones.toml` in the package's data folder."""
    table = tomllib.loads((data / "times.toml").read_text(encoding="utf-8"))
    zones = tomllib.loads((data / "times_zones.toml").read_text(encoding="utf-8"))
    classes = {word: name for name, words in table["words"].items() for word in words}
    alphabet = _alphabet(table, classes)
    return TimeLexicon(
        codes=alphabet.words,
        capital_only=frozenset(w for w, c in classes.items() if c.endswith("_IF_CAPITAL")),
        shapes={shape: alphabet.sets[shape] for shape in SHAPES},
        values=_united(table["words"]),
        classes=classes,
        rules=tuple(_rule(entry, table["macros"], alphabet) for entry in table["rule"]),
        mods=table["mods"],
        future=frozenset(table["tense"]["future"]),
        past=frozenset(table["tense"]["past"]),
        holidays={tuple(name.split()): day for name, day in table["holidays"].items()},
        islamic=table["islamic"],
        lists={name: frozenset(words) for name, words in table["lists"].items()},
        zones={tuple(name.split()): offset for name, offset in _united(zones).items()},
    )


def _united(tables: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {name: value for table in tables.values() for name, value in table.items()}


@dataclass(frozen=True, slots=True)
class _Alphabet:
    words: dict[str, str]
    """Word -> its one code."""
    sets: dict[str, str]
    """Class, set or shape -> all its codes."""


def _literals(patterns: Sequence[str]) -> set[str]:
    """The words that patterns name themselves, rather than by a class."""
    atoms = {atom for pattern in patterns for atom in _ATOM.findall(pattern)}
    return {a for a in atoms if a.isalpha() and a.islower()} - set(SHAPES)


def _alphabet(table: Mapping[str, Any], classes: Mapping[str, str]) -> _Alphabet:
    """One code a class, and one of its own for each word that a pattern names."""
    literals = _literals([*(entry["pattern"] for entry in table["rule"]), *table["macros"].values()])
    names = [*SHAPES, *table["words"], *(f"={word}" for word in sorted(literals))]
    code = {name: chr(_FIRST_CODE + n) for n, name in enumerate(names)}
    sets = {name: code[name] for name in [*SHAPES, *table["words"]]}
    for word, name in classes.items():
        if word in literals:
            sets[name] += code[f"={word}"]
    sets |= {name: "".join(sets[part] for part in parts) for name, parts in table["sets"].items()}
    words = {word: code[name] for word, name in classes.items()} | {word: code[f"={word}"] for word in literals}
    return _Alphabet(words, sets)


def _rule(entry: Mapping[str, str], macros: Mapping[str, str], alphabet: _Alphabet) -> Rule:
    return Rule(make=entry["make"], pattern=re.compile(_translate(entry["pattern"], macros, alphabet)))


def _translate(pattern: str, macros: Mapping[str, str], alphabet: _Alphabet) -> str:
    """A pattern over class names and words as one over codes; ValueError where an atom is unknown."""
    out: list[str] = []
    position = 0
    for m in _ATOM.finditer(pattern):
        atom = m.group()
        if m.start() != position:
            raise ValueError(f"times.toml: cannot read pattern at {pattern[position:]!r}")
        position = m.end()
        if atom in macros:
            out.append(f"(?:{_translate(macros[atom], macros, alphabet)})")
        elif atom in alphabet.sets:
            out.append(f"[{alphabet.sets[atom]}]")
        elif atom.isalpha():
            out.append(alphabet.words[atom])
        elif not atom.isspace():
            out.append("(?:" if atom == "(" else atom)
    if position != len(pattern):
        raise ValueError(f"times.toml: cannot read pattern at {pattern[position:]!r}")
    return "".join(out)
