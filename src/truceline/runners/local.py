"""The local runner: loads the stages' resources and calls the stage functions, in one process or several."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from importlib import resources
from pathlib import Path

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import Kit, read_record
from truceline.read.kit import load_read_kit
from truceline.recount.kit import load_recount_kit
from truceline.resolve.kit import load_resolve_kit
from truceline.store.gazetteer import SqliteGazetteer

_WORTH_A_POOL = 200_000
"""Characters of text under which starting a second process costs more than it saves."""


def data_folder() -> Path:
    """The package's data folder on disk."""
    return Path(str(resources.files("truceline"))) / "data"


@cache
def local_kit() -> Kit:
    """Every stage's resources, loaded on first use, once a process."""
    data = data_folder()
    gazetteer = SqliteGazetteer(data / "gazetteer.sqlite")
    return Kit(
        read=load_read_kit(data, gazetteer), resolve=load_resolve_kit(data, gazetteer), recount=load_recount_kit(data)
    )


def read_records(records: Sequence[Record], settings: Settings, workers: int | None = None) -> Iterator[Reading]:
    """Readings of the records, in their order; large inputs are spread over the machine's cores."""
    workers = min(workers or os.cpu_count() or 1, len(records))
    if workers <= 1 or sum(len(r.text) for r in records) < _WORTH_A_POOL:
        yield from (_read(record, settings) for record in records)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(partial(_read, settings=settings), records, chunksize=4)


def _read(record: Record, settings: Settings) -> Reading:
    return read_record(record, local_kit(), settings)
