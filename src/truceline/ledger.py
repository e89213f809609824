"""The one core behind command line, pages and Python: read documents, keep a ledger, derive its state."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from truceline.model.entry import Entry
from truceline.model.plain import from_plain, to_plain
from truceline.model.problem import Problem
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.model.snapshot import Snapshot
from truceline.pipeline import Holdings, settle
from truceline.runners.code import code_version
from truceline.runners.inputs import find_records
from truceline.runners.local import local_settle_kit, read_records
from truceline.store.base import Hit, Stored, Verified
from truceline.store.ids import document_id
from truceline.store.sqlite import SqliteLedger

_BATCH = 32
"""Documents a transaction: what an interruption can cost."""
Progress = Callable[[int], None]
"""Told after each document how many are done."""
Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def _silent(_done: int) -> None:
    pass


def read(paths: Iterable[Path], settings: Settings | None = None) -> Iterator[Reading]:
    """Readings of files and folders, in input order, without a ledger."""
    yield from read_records(find_records(paths), settings or Settings())


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What taking documents in gave: ids of the new ones, how many were known already, and problems of the new ones."""

    documents: tuple[str, ...]
    known: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """One document in full: its entry, and its original bytes."""

    entry: Entry
    record: Record

    @property
    def text(self) -> str | None:
        """The extracted text; None where it could not be read."""
        return self.entry.reading.text


class Ledger:
    """A ledger file, made where absent. One writer at a time; any number of readers.

    Raises `truceline.store.base.StoreError` where the file is no ledger or another program is writing.
    """

    def __init__(self, path: Path | str, clock: Clock = _now) -> None:
        self.path = Path(path)
        self._store = SqliteLedger(self.path)
        self._clock = clock
        self._snapshot: tuple[str, Snapshot] | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(self, paths: Iterable[Path], settings: Settings | None = None, progress: Progress = _silent) -> Added:
        """Read files and folders and keep them; the same record of the same bytes again changes nothing."""
        return self.add_records(find_records(paths), settings, progress)

    def add_records(
        self, records: Iterable[Record], settings: Settings | None = None, progress: Progress = _silent
    ) -> Added:
        """Read records and keep them, a batch a transaction; an interruption loses at most one batch."""
        added: list[str] = []
        problems: list[Problem] = []
        fresh = _Fresh(self._store, records)
        readings = read_records(fresh, settings or Settings())
        pairs = ((fresh.pending.pop(0), reading) for reading in readings)
        while batch := list(islice(pairs, _BATCH)):
            new = self._store.add_documents(batch, self._time())
            added.extend(new)
            problems.extend(p for record, reading in batch for p in reading.problems)
            progress(len(added) + fresh.known)
        return Added(documents=tuple(added), known=fresh.known, problems=tuple(problems))

    def head(self) -> str:
        """Head of the hash chain."""
        return self._store.head()

    def snapshot(self) -> Snapshot:
        """The whole derived state; kept in the ledger until a record is added or the program changes."""
        key = f"{self._store.head()} {code_version()}"
        if self._snapshot is None or self._snapshot[0] != key:
            self._snapshot = key, from_plain(Snapshot, json.loads(self._derived(key)))
        return self._snapshot[1]

    def snapshot_json(self) -> str:
        """The derived state as JSON (contract `truceline.ledger/1`)."""
        return self._derived(f"{self._store.head()} {code_version()}")

    def document(self, document_id: str) -> StoredDocument | None:
        """One document with reading, text and original bytes; None where the ledger has none of this id."""
        stored, record = self._store.document(document_id), self._store.record(document_id)
        if stored is None or record is None:
            return None
        return StoredDocument(entry=_entry(stored), record=record)

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Documents whose text or title has all these words, best first."""
        return self._store.search(query, limit)

    def verify(self) -> Verified:
        """The hash chain recomputed from what is stored."""
        return self._store.verify()

    def _time(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _derived(self, key: str) -> str:
        kept = self._store.cached(key)
        if kept is None:
            kept = json.dumps(
                to_plain(settle(self._holdings(key.split(" ", 1)[0]), local_settle_kit())), ensure_ascii=False
            )
            self._store.keep(key, kept)
        return kept

    def _holdings(self, head: str) -> Holdings:
        return Holdings(
            name=self.path.stem,
            chain_head=head,
            entries=tuple(_entry(stored) for stored in self._store.documents()),
            decisions=self._store.decisions(),
        )


class _Fresh:
    """The records a ledger does not have yet, each once; `pending` holds those handed out and not yet stored."""

    def __init__(self, store: SqliteLedger, records: Iterable[Record]) -> None:
        self._store, self._records = store, records
        self._seen: set[str] = set()
        self.pending: list[Record] = []
        self.known = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            key = document_id(record.id, record.data)
            if key in self._seen or self._store.known((key,)):
                self.known += 1
                continue
            self._seen.add(key)
            self.pending.append(record)
            yield record


def _entry(stored: Stored) -> Entry:
    return Entry(
        id=stored.id,
        given_id=stored.given_id,
        sha256=stored.sha256,
        received_at=stored.received_at,
        reading=stored.reading,
        supersedes=stored.supersedes,
    )
