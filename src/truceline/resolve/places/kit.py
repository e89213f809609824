"""What resolving places needs: ranking weights, country names."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer
from truceline.resolve.places.words import PlaceWords, load_place_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKit:
    """Resources of the place resolver."""

    weights: Mapping[str, float]
    """Of each feature of `evidence.FEATURES`."""
    words: PlaceWords
    countries: Mapping[str, str]
    """English names by ISO 3166-1 alpha-2 code."""


def load_place_kit(data: Path, gazetteer: Gazetteer) -> PlaceKit:
    """Kit from the package's data folder."""
    weights = json.loads((data / "place_ranking.json").read_text(encoding="utf-8"))
    return PlaceKit(weights=weights, words=load_place_words(data), countries=gazetteer.country_names())
