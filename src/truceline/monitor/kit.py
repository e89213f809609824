"""What monitoring needs: the actor registry, words of official totals. Loaded once, by the runners."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from truceline.model.actor import Actor
from truceline.text.numbers import NumberTable, number_table

NOBODY: Mapping[str, Actor] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalWords:
    """Words by which stated totals and their parts are told (`data/monitor.toml` explains each)."""

    units: tuple[str, ...]
    whole: tuple[str, ...]
    partial: tuple[str, ...]
    joining: tuple[str, ...]
    unnumbered: tuple[str, ...]
    numbers: NumberTable


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorKit:
    """Monitoring's resources; kinds of actor whose finding attributes a breach, and that are never accused."""

    actors: Mapping[str, Actor]
    totals: TotalWords
    attributing: frozenset[str]
    bystanders: frozenset[str]
    units: frozenset[str] = frozenset()
    """Last words of what a party's fighters are called by behind its name: "KFL 3rd Brigade"."""
    opponents: frozenset[str] = frozenset()
    """What a party calls the other one, whoever that is: "enemy forces"."""
    state_bodies: frozenset[str] = frozenset()
    """What a state's own bodies are called where one is party: "army", "defence ministry"."""


def load_monitor_kit(data: Path, actors: Mapping[str, Actor] = NOBODY) -> MonitorKit:
    """Kit from the package's data folder; `actors` is the registry by id."""
    table = tomllib.loads((data / "monitor.toml").read_text("utf-8"))
    return MonitorKit(
        actors=actors,
        totals=TotalWords(
            **{name: tuple(words) for name, words in table["totals"].items()},
            numbers=number_table(tomllib.loads((data / "number_words.toml").read_text("utf-8"))),
        ),
        attributing=frozenset(table["bodies"]["attributing"]),
        bystanders=frozenset(table["bodies"]["bystanders"]),
        units=frozenset(table["bodies"]["units"]),
        opponents=frozenset(table["bodies"]["opponents"]),
        state_bodies=frozenset(table["bodies"]["state_bodies"]),
    )
