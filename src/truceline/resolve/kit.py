"""What resolving needs: gazetteer, actor and source registries. Loaded once, by the runners."""

from dataclasses import dataclass
from pathlib import Path

from truceline.model.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveKit:
    """Resolvers' resources."""

    gazetteer: Gazetteer


def load_resolve_kit(data: Path, gazetteer: Gazetteer) -> ResolveKit:  # noqa: ARG001
    """Kit from the package's data folder."""
    return ResolveKit(gazetteer=gazetteer)
