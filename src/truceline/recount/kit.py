"""What recounting needs: event lexicon, casualty words, number words. Loaded once, by the runners."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RecountKit:
    """Lexicons of events and harm."""


def load_recount_kit(data: Path) -> RecountKit:  # noqa: ARG001
    """Kit from the package's data folder."""
    return RecountKit()
