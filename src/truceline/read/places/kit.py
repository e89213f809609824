"""What finding places needs: the gazetteer and the place reader's word lists."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer
from truceline.read.places.lexicon import PlaceLexicon, load_place_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKit:
    """Resources of the place reader."""

    gazetteer: Gazetteer
    lexicon: PlaceLexicon
    weights: Mapping[str, float]
    """Of the features of `features.features`: log-odds of a phrase being a place."""


def load_place_kit(data: Path, gazetteer: Gazetteer) -> PlaceKit:
    """Kit from the package's data folder."""
    weights = json.loads((data / "place_acceptance.json").read_text(encoding="utf-8"))
    return PlaceKit(gazetteer=gazetteer, lexicon=load_place_lexicon(data), weights=weights)
