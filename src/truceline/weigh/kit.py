"""What weighing needs: the actor registry, type families, words of grades and titles. Loaded once, by the runners."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truceline.model.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighKit:
    """Weighing's resources; `grades` maps a grade to Airwars' own words, `titles` an event type to a neutral noun."""

    actors: Mapping[str, Actor]
    grades: Mapping[str, str]
    titles: Mapping[str, str]
    families: Mapping[str, frozenset[str]]
    vague: frozenset[str]
    competing: frozenset[str]
    """Facets of which one happening has one value, so that two values are a dispute."""


def load_weigh_kit(data: Path) -> WeighKit:
    """Kit from the package's data folder."""
    table = tomllib.loads((data / "grades.toml").read_text("utf-8"))
    kinds = tomllib.loads((data / "link.toml").read_text("utf-8"))
    return WeighKit(
        actors=load_actors(data / "actors.toml"),
        grades=table["grades"],
        titles=table["titles"],
        families={name: frozenset(types) for name, types in kinds["families"].items()},
        vague=frozenset(kinds["vague"]["types"]),
        competing=frozenset(table["facets"]["competing"]),
    )


def load_actors(path: Path) -> dict[str, Actor]:
    """Actors by id; none where the registry is absent."""
    if not path.exists():
        return {}
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("actors", [])
    names = {"id", "name", "kind", "country", "parent", "side"}
    return {
        row["id"]: Actor(**{k: v for k, v in row.items() if k in names}, aliases=tuple(row.get("aliases", ())))
        for row in rows
    }
