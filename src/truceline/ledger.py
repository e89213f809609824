"""The one core behind command line, pages and Python: read documents, keep a ledger, derive its state."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from truceline.model.reading import Reading
from truceline.model.record import File
from truceline.model.settings import Settings
from truceline.read.files.extract import extract_records
from truceline.runners.local import read_records


def read(paths: Iterable[Path], settings: Settings | None = None) -> Iterator[Reading]:
    """Readings of files and folders, in input order, without a ledger."""
    for path in paths:
        records, _ = extract_records(File(name=path.name, data=path.read_bytes()))
        yield from read_records(records, settings or Settings())
