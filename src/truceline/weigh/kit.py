"""What weighing needs: the actor registry, type families, words of grades and titles. Loaded once, by the runners."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from truceline.model.actor import Actor
from truceline.text.fold import fold_name
from truceline.text.struck import StruckWords, struck_words

NOBODY: Mapping[str, Actor] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighKit:
    """Weighing's resources; `grades` maps a grade to Airwars' own words, `titles` an event type to a neutral noun."""

    actors: Mapping[str, Actor]
    by_name: Mapping[str, str]
    """Actor ids by folded name."""
    by_host: Mapping[str, str]
    """Outlets' actor ids by web domain."""
    bystanders: frozenset[str]
    """Kinds of actor that report or relieve: never held to have acted as a belligerent."""
    grades: Mapping[str, str]
    titles: Mapping[str, str]
    families: Mapping[str, frozenset[str]]
    vague: frozenset[str]
    struck: StruckWords
    nowhere: frozenset[str]
    """Words that are no place without others."""
    competing: frozenset[str]
    """Facets of which one happening has one value, so that two values are a dispute."""
    state_bodies: frozenset[str]
    """What a state's bodies are called without its name: "army", "defence ministry"."""


def load_weigh_kit(data: Path, actors: Mapping[str, Actor] = NOBODY) -> WeighKit:
    """Kit from the package's data folder; `actors` is the registry by id."""
    table = tomllib.loads((data / "grades.toml").read_text("utf-8"))
    kinds = tomllib.loads((data / "link.toml").read_text("utf-8"))
    words = tomllib.loads((data / "facet_words.toml").read_text("utf-8"))
    bodies = tomllib.loads((data / "monitor.toml").read_text("utf-8"))["bodies"]
    return WeighKit(
        actors=actors,
        by_name={fold_name(n): a.id for a in reversed(list(actors.values())) for n in (*a.aliases, a.name)},
        by_host=_by_host(data),
        bystanders=frozenset(table["facets"]["bystanders"]),
        grades=table["grades"],
        titles=table["titles"],
        families={name: frozenset(types) for name, types in kinds["families"].items()},
        vague=frozenset(kinds["vague"]["types"]),
        struck=struck_words(table["struck"], table["struck_by"]),
        nowhere=frozenset(words["nothing"]["nowhere"]),
        competing=frozenset(table["facets"]["competing"]),
        state_bodies=frozenset(bodies["state_bodies"]),
    )


def _by_host(data: Path) -> dict[str, str]:
    with (data / "outlets.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(
            (line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        return {domain: row["id"] for row in rows for domain in row["domains"].split(";") if domain}
