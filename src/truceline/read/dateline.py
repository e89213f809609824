"""Dateline: the day a document came out: given, printed, or inferred with its reason."""

from truceline.model.reading import Reference
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.model.when import Published


def find_dateline(record: Record, references: tuple[Reference, ...], settings: Settings) -> Published | None:  # noqa: ARG001
    """Day of publication; None where nothing tells it."""
    return None
