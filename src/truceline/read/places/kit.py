"""What finding places needs: the gazetteer and the place reader's word lists."""

from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer
from truceline.read.places.lexicon import PlaceLexicon, load_place_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKit:
    """Resources of the place reader."""

    gazetteer: Gazetteer
    lexicon: PlaceLexicon


def load_place_kit(data: Path, gazetteer: Gazetteer) -> PlaceKit:
    """Kit from the package's data folder."""
    return PlaceKit(gazetteer=gazetteer, lexicon=load_place_lexicon(data))
