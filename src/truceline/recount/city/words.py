"""Words beside a settlement's name that tell what it is to a happening, and the weights of all that is told of it."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CityWords:
    """Word lists in lower case, by what they tell; `weights` of the features of `measure`."""

    after: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]
    sentence: Mapping[str, frozenset[str]]
    local: re.Pattern[str]
    """Words by which a report takes its reader's town as known."""
    weights: Mapping[str, float]


def load_city_words(data: Path) -> CityWords:
    """Lists and weights from the package's data folder."""
    table = tomllib.loads((data / "event_city.toml").read_text(encoding="utf-8"))
    return CityWords(
        after=_sets(table["after"]),
        before=_sets(table["before"]),
        sentence=_sets(table["sentence"]),
        local=re.compile("|".join(table["local"]["patterns"])),
        weights=json.loads((data / "event_city.json").read_text(encoding="utf-8")),
    )


def _sets(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table.items()}
