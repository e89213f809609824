"""What reading needs beside the document: cue lists, lexicons, registries, weights. Loaded once, by the runners."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer
from truceline.read.actors.registry import Registry, load_registry
from truceline.read.addresses import Outlet, by_domain, load_outlets
from truceline.read.claims.kit import ClaimKit, load_claim_kit
from truceline.read.places.kit import PlaceKit, load_place_kit
from truceline.read.times.lexicon import TimeLexicon, load_time_lexicon
from truceline.text.numbers import NumberTable, number_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadKit:
    """Readers' resources."""

    gazetteer: Gazetteer
    places: PlaceKit
    numbers: NumberTable
    actors: Registry
    claims: ClaimKit
    times: TimeLexicon
    domains: Mapping[str, Outlet]
    """Outlets by web domain."""
    place_radii: Mapping[str, float]
    """Kilometres by level of precision, for table rows."""


def load_read_kit(data: Path, gazetteer: Gazetteer) -> ReadKit:
    """Kit from the package's data folder."""
    registry, domains = load_registry(data), by_domain(load_outlets(data))
    return ReadKit(
        gazetteer=gazetteer,
        places=load_place_kit(data, gazetteer),
        times=load_time_lexicon(data),
        actors=registry,
        claims=load_claim_kit(data, registry, domains),
        domains=domains,
        place_radii=tomllib.loads((data / "place_levels.toml").read_text(encoding="utf-8"))["radius_km"],
        numbers=number_table(tomllib.loads((data / "number_words.toml").read_text(encoding="utf-8"))),
    )
