"""What reading needs beside the document: cue lists, lexicons, registries, weights. Loaded once, by the runners."""

from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadKit:
    """Readers' resources."""

    gazetteer: Gazetteer


def load_read_kit(data: Path, gazetteer: Gazetteer) -> ReadKit:  # noqa: ARG001
    """Kit from the package's data folder."""
    return ReadKit(gazetteer=gazetteer)
