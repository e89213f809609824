"""Stub."""

from truceline.model.reading import Document, Reader, Reading
from truceline.model.record import Record
from truceline.read.kit import ReadKit


def read_row(record: Record, kit: ReadKit, reader: Reader) -> Reading:  # noqa: ARG001
    """Stub."""
    return Reading(document=Document(id=record.id, sha256=""), reader=reader, text=record.text)
