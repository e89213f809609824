"""What resolving places needs: ranking weights, country names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer
from truceline.resolve.places.rank import DEFAULT_WEIGHTS


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKit:
    """Resources of the place resolver."""

    weights: Mapping[str, float]
    """Of each feature of `evidence.FEATURES`."""
    countries: Mapping[str, str]
    """English names by ISO 3166-1 alpha-2 code."""


def load_place_kit(data: Path, gazetteer: Gazetteer) -> PlaceKit:  # noqa: ARG001
    """Kit from the package's data folder."""
    return PlaceKit(weights=DEFAULT_WEIGHTS, countries=gazetteer.country_names())
