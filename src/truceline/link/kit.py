"""What linking needs: type families, stop words, blocking bounds, weights. Loaded once, by the runners."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truceline.text.struck import StruckWords, struck_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocking:
    """Bounds of which pairs are compared at all (`data/link.toml` explains each)."""

    rare_share: float
    rare_floor: int
    neighbours: int
    least_cosine: float
    day_width: int
    day_gap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """Bounds of the average-link clustering, in log-odds."""

    unseen: float
    clip: float
    bar: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkKit:
    """Linking's resources; `weights` by feature name, `bias` in log-odds; `common` counts documents by word."""

    families: Mapping[str, frozenset[str]]
    vague: frozenset[str]
    stop: frozenset[str]
    blocking: Blocking
    clustering: Clustering
    weights: Mapping[str, float]
    bias: float
    struck: StruckWords
    common: Mapping[str, int]
    common_documents: int


def load_link_kit(data: Path) -> LinkKit:
    """Kit from the package's data folder."""
    table = tomllib.loads((data / "link.toml").read_text("utf-8"))
    learned = tomllib.loads((data / "link_weights.toml").read_text("utf-8"))
    neutral = tomllib.loads((data / "grades.toml").read_text("utf-8"))
    counts = _counts(data / "link_words.tsv")
    return LinkKit(
        families={name: frozenset(types) for name, types in table["families"].items()},
        vague=frozenset(table["vague"]["types"]),
        stop=frozenset(table["words"]["stop"].split()),
        blocking=Blocking(**table["blocking"]),
        clustering=Clustering(**table["clustering"]),
        weights=learned["weights"],
        bias=learned["bias"],
        struck=struck_words(neutral["struck"], neutral["struck_by"]),
        common={word: n for word, n in counts.items() if word != "*"},
        common_documents=counts.get("*", 0),
    )


def _counts(path: Path) -> dict[str, int]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: int(count) for word, count in rows}
