"""What monitoring needs: the actor registry, words of official totals. Loaded once, by the runners."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truceline.model.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalWords:
    """Words by which stated totals and their parts are told (`data/monitor.toml` explains each)."""

    units: tuple[str, ...]
    whole: tuple[str, ...]
    partial: tuple[str, ...]
    joining: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorKit:
    """Monitoring's resources; `attributing` are kinds of actor whose finding attributes a breach."""

    actors: Mapping[str, Actor]
    totals: TotalWords
    attributing: frozenset[str]


def load_monitor_kit(data: Path) -> MonitorKit:
    """Kit from the package's data folder."""
    table = tomllib.loads((data / "monitor.toml").read_text("utf-8"))
    path = data / "actors.toml"
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("actors", []) if path.exists() else []
    names = {"id", "name", "kind", "country", "parent", "side"}
    actors = (Actor(**{k: v for k, v in r.items() if k in names}, aliases=tuple(r.get("aliases", ()))) for r in rows)
    return MonitorKit(
        actors={a.id: a for a in actors},
        totals=TotalWords(**{name: tuple(words) for name, words in table["totals"].items()}),
        attributing=frozenset(table["bodies"]["attributing"]),
    )
