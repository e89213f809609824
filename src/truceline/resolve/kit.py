"""What resolving needs: gazetteer, actor and source registries. Loaded once, by the runners."""

from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer
from truceline.resolve.places.kit import PlaceKit, load_place_kit
from truceline.resolve.times.intervals import load_part_table
from truceline.resolve.times.values import PartTable


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveKit:
    """Resolvers' resources."""

    gazetteer: Gazetteer
    places: PlaceKit
    parts: PartTable
    """Bounds of parts of the day, seasons and modifiers."""


def load_resolve_kit(data: Path, gazetteer: Gazetteer) -> ResolveKit:
    """Kit from the package's data folder."""
    return ResolveKit(gazetteer=gazetteer, places=load_place_kit(data, gazetteer), parts=load_part_table(data))
