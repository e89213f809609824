"""What monitoring needs: the actor registry, words of official totals. Loaded once, by the runners."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truceline.model.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorKit:
    """Monitoring's resources."""

    actors: Mapping[str, Actor]


def load_monitor_kit(data: Path) -> MonitorKit:
    """Kit from the package's data folder."""
    path = data / "actors.toml"
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("actors", []) if path.exists() else []
    names = {"id", "name", "kind", "country", "parent", "side"}
    actors = (Actor(**{k: v for k, v in r.items() if k in names}, aliases=tuple(r.get("aliases", ()))) for r in rows)
    return MonitorKit(actors={a.id: a for a in actors})
