"""A user's own vague number words: `[[vague]]` entries as in `data/number_words.toml`, checked one by one."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from truceline.model.amount import Comparator
from truceline.model.problem import Problem

_FIELDS = ("words", "low", "high", "comparator")
_GUIDE = "docs/guide/reading.md shows the form"


@dataclass(frozen=True, slots=True)
class VagueWords:
    """Words without a number of their own and what they are taken to mean; None where a bound is open."""

    words: tuple[str, ...]
    low: int | None
    high: int | None
    comparator: Comparator


@dataclass(frozen=True, slots=True, eq=False)
class OwnNumbers:
    """The entries of one file. Compared by identity."""

    source: str
    vague: tuple[VagueWords, ...]


def parse_own_numbers(text: str, name: str, numbers: Collection[str]) -> tuple[OwnNumbers, tuple[Problem, ...]]:
    """Vague words of a TOML text; entries that cannot be used are left out, each with its Problem.

    `numbers` are words with a number of their own ("twelve"), which stay what they are.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = _problem(name, "toml_unreadable", f"not readable as TOML: {error}", "mend that line")
        return OwnNumbers(name, ()), (problem,)
    vague = data.pop("vague", [])
    strays = [_problem(f"{name}, key {k}", "field_unknown", f"{k!r} is no table of this file", _GUIDE) for k in data]
    if not isinstance(vague, list) or not vague:
        strays.append(_problem(name, "no_entry", "it has no entry [[vague]]", _GUIDE))
    made = [_entry(e, f"{name}, entry {n}", numbers) for n, e in enumerate(vague if isinstance(vague, list) else [], 1)]
    found = tuple(e for e in made if isinstance(e, VagueWords))
    return OwnNumbers(name, found), (*strays, *(e for e in made if isinstance(e, Problem)))


def _problem(where: str, code: str, message: str, mend: str) -> Problem:
    return Problem(stage="read", where=where, code=code, message=message, mend=mend)


def _entry(entry: Any, where: str, numbers: Collection[str]) -> VagueWords | Problem:
    if not isinstance(entry, dict):
        return _problem(where, "entry_wrong", "an entry is a table", _GUIDE)
    for field, message in _complaints(entry, numbers):
        return _problem(f"{where}, key {field}", "field_wrong", message, _GUIDE)
    words = tuple(" ".join(w.casefold().split()) for w in entry["words"])
    low, high = entry.get("low"), entry.get("high")
    return VagueWords(words, low, high, entry.get("comparator") or _sign(low, high))


def _of_words(words: Any, numbers: Collection[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of an entry."""
    if not isinstance(words, list) or not words or not all(isinstance(w, str) and _is_words(w) for w in words):
        yield "words", "a list of words in quotes, without digits"
        return
    own = [w for w in words if w.casefold().strip() in numbers]
    yield from (("words", f"{word!r} has a number of its own") for word in own)


def _is_count(value: Any) -> bool:
    """Whether it is a whole number from 0 on; TOML's true is none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _complaints(entry: Mapping[str, Any], numbers: Collection[str]) -> Iterator[tuple[str, str]]:
    """Fields that keep an entry from being used, and why."""
    words, low, high = entry.get("words"), entry.get("low"), entry.get("high")
    yield from ((stray, f"{stray!r} is no field") for stray in entry if stray not in _FIELDS)
    yield from _of_words(words, numbers)
    for field, bound in (("low", low), ("high", high)):
        if bound is not None and not _is_count(bound):
            yield field, f"{bound!r} is no whole number"
            return
    if low is None and high is None:
        yield "low", "neither low nor high is given"
    elif low is not None and high is not None and low > high:
        yield "high", f"high {high} is under low {low}"
    if entry.get("comparator", "=") not in get_args(Comparator):
        yield "comparator", f"one of {', '.join(get_args(Comparator))}"


def _is_words(words: str) -> bool:
    return bool(words.strip()) and all(c.isalpha() or c in " -'’" for c in words)


def _sign(low: int | None, high: int | None) -> Comparator:
    if low is None or high is None:
        return "<=" if low is None else ">="
    return "=" if low == high else "between"
