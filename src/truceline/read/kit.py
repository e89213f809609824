"""What reading needs beside the document: cue lists, lexicons, registries, weights. Loaded once, by the runners."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer
from truceline.text.numbers import NumberTable, number_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadKit:
    """Readers' resources."""

    gazetteer: Gazetteer
    numbers: NumberTable


def load_read_kit(data: Path, gazetteer: Gazetteer) -> ReadKit:
    """Kit from the package's data folder."""
    return ReadKit(
        gazetteer=gazetteer,
        numbers=number_table(tomllib.loads((data / "number_words.toml").read_text(encoding="utf-8"))),
    )
