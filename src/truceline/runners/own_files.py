"""A user's own actors and number words: read from a file, kept as its text in a ledger's settings, read back."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from truceline.model.problem import Problem
from truceline.read.actors.own import OwnActors, parse_own_actors
from truceline.runners.local import data_folder, registry_with
from truceline.runners.own import Own
from truceline.runners.own_places import own_layers
from truceline.store.base import Setting
from truceline.text.own_numbers import OwnNumbers, parse_own_numbers

ACTORS = "actors"
NUMBERS = "number-words"


def open_text(path: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file of settings; None with its Problem where there is none to be had."""
    try:
        return path.read_text(encoding="utf-8-sig"), ()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "not UTF-8"
        mend = "save it as UTF-8 text"
        return None, (Problem(stage="read", where=str(path), code="not_opened", message=str(why), mend=mend),)


def read_actors(text: str, name: str, beside: tuple[OwnActors, ...] = ()) -> tuple[OwnActors, tuple[Problem, ...]]:
    """Actors of a file's text, checked against the shipped registry and the other files `beside` it."""
    return parse_own_actors(text, name, registry_with(beside))


def read_numbers(text: str, name: str) -> tuple[OwnNumbers, tuple[Problem, ...]]:
    """Vague number words of a file's text."""
    table: dict[str, Any] = tomllib.loads((data_folder() / "number_words.toml").read_text(encoding="utf-8"))
    return parse_own_numbers(text, name, {*table["units"], *table["multipliers"]})


@lru_cache(maxsize=8)
def _actors(text: str, name: str) -> OwnActors:
    return read_actors(text, name)[0]


@lru_cache(maxsize=8)
def _numbers(text: str, name: str) -> OwnNumbers:
    return read_numbers(text, name)[0]


def own_of(settings: Sequence[Setting]) -> Own:
    """What a ledger keeps of a user's own: the file taken in last goes first."""
    return Own(
        places=own_layers(settings),
        actors=tuple(_actors(s.text, s.name) for s in _latest_first(settings, ACTORS)),
        numbers=tuple(_numbers(s.text, s.name) for s in _latest_first(settings, NUMBERS)),
    )


def _latest_first(settings: Sequence[Setting], kind: str) -> list[Setting]:
    return sorted((s for s in settings if s.kind == kind), key=lambda s: (s.at, s.name), reverse=True)
