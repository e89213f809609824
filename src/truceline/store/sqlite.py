"""A ledger in one SQLite file: write-ahead log, full durability, every record bound into the hash chain."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, text
from sqlalchemy.exc import OperationalError

from truceline.model.decision import Decision
from truceline.model.reading import Reader, Reading
from truceline.model.record import Record
from truceline.store import contents, tables
from truceline.store.base import Hit, LedgerBusyError, Named, Setting, Stored, StoreError, Verified
from truceline.store.chain import next_head
from truceline.store.engine import merge_log, open_engine
from truceline.store.ids import EMPTY_HEAD, document_id, sha256_hex
from truceline.store.rows import (
    decision_body,
    decision_of,
    envelope_of,
    own_names,
    pack_reading,
    record_of,
    searchable,
    stored_of,
    text_bytes,
)
from truceline.store.search import search_documents
from truceline.store.verify import verify_chain


class SqliteLedger:
    """View and Writer (see `store.base`) on one file; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = open_engine(path)
        self._writing = self._engine.execution_options(writes=True)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # View

    def head(self) -> str:
        """Hash of the newest record of the chain."""
        with self._engine.connect() as connection:
            return _head(connection)[1]

    def known(self, ids: Sequence[str]) -> frozenset[str]:
        """Which of these document ids the ledger has."""
        with self._engine.connect() as connection:
            return _known(connection, ids)

    def documents(self) -> Iterator[Stored]:
        """Every document with its newest reading, by id."""
        with self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=50).execute(_newest().order_by(tables.document.c.id)):
                yield stored_of(row._mapping)  # noqa: SLF001  (SQLAlchemy's public name for it)

    def names(self) -> tuple[Named, ...]:
        """What every document is called, by id."""
        doc = tables.document
        with self._engine.connect() as connection:
            rows = connection.execute(select(doc.c.id, doc.c.envelope).order_by(doc.c.id)).all()
        return tuple(Named(id=key, names=own_names(envelope)) for key, envelope in rows)

    def document(self, document_id: str) -> Stored | None:
        """One document with its newest reading, or None."""
        with self._engine.connect() as connection:
            row = connection.execute(_newest().where(tables.document.c.id == document_id)).mappings().one_or_none()
        return None if row is None else stored_of(row)

    def record(self, document_id: str) -> Record | None:
        """One document's record with its original bytes."""
        doc, blob = tables.document, tables.blob
        query = select(doc, blob.c.data).join(blob).where(doc.c.id == document_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().one_or_none()
        return None if row is None else record_of(row, row["data"])

    def readers(self) -> dict[str, Reader]:
        """By document id, the reader of its newest reading."""
        query = select(tables.reading).order_by(tables.reading.c.number)
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return {
            r["document"]: Reader(name=r["reader"], version=r["version"], weights=tuple(r["weights"].split()))
            for r in rows
        }

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, oldest first."""
        query = select(tables.decision.c.body).order_by(tables.decision.c.number)
        with self._engine.connect() as connection:
            return tuple(decision_of(body) for body in connection.execute(query).scalars())

    def settings(self) -> tuple[Setting, ...]:
        """The newest settings of each kind and name, by kind and name."""
        with self._engine.connect() as connection:
            return _settings(connection)

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Documents whose text or title has all these words, best first."""
        with self._engine.connect() as connection:
            return search_documents(connection, query, limit)

    def cached(self, key: str) -> str | None:
        """Derived state kept under this key."""
        query = select(tables.derived.c.body).where(tables.derived.c.key == key)
        with self._engine.connect() as connection:
            body = connection.execute(query).scalar_one_or_none()
        return None if body is None else zlib.decompress(body).decode("utf-8", "surrogatepass")

    def had_head(self, head: str) -> bool:
        """Whether the chain once had this head, or one that begins so: nothing up to it was cut off since."""
        query = select(func.count()).where(tables.chain.c.head.startswith(head, autoescape=True))
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one() > 0

    def verify(self) -> Verified:
        """The chain recomputed from what is stored."""
        with self._engine.connect() as connection:
            return verify_chain(connection)

    # Writer

    def add_documents(
        self, batch: Sequence[tuple[Record, Reading]], at: str, decisions: Sequence[Decision] = ()
    ) -> tuple[str, ...]:
        """Documents with their readings, and what is ruled of them, in one transaction; ids of those that were new."""
        added: list[str] = []
        with self._write() as connection:
            for record, reading in batch:
                key = document_id(record.id, record.data)
                if not _known(connection, (key,)):
                    _put_document(connection, key, record, reading, at)
                    _put_reading(connection, key, reading, at)
                    added.append(key)
            for decision in decisions:
                _put_decision(connection, decision)
        return tuple(added)

    def add_reading(self, key: str, reading: Reading, at: str) -> bool:
        """A newer reading of a known document, the old one stays; False where it is the same as the newest."""
        newest = select(tables.reading.c.body).where(tables.reading.c.document == key)
        with self._write() as connection:
            query = newest.order_by(tables.reading.c.number.desc()).limit(1)
            if connection.execute(query).scalar_one_or_none() == pack_reading(reading):
                return False
            _put_reading(connection, key, reading, at)
        return True

    def add_decision(self, decision: Decision) -> None:
        """One decision at the end of the list."""
        with self._write() as connection:
            _put_decision(connection, decision)

    def add_setting(self, setting: Setting) -> bool:
        """A document of settings; False where the same text stands already."""
        with self._write() as connection:
            standing = {(s.kind, s.name): s.text for s in _settings(connection)}
            if standing.get((setting.kind, setting.name)) == setting.text:
                return False
            row = {"kind": setting.kind, "name": setting.name, "text": setting.text, "at": setting.at}
            number = connection.execute(insert(tables.setting), row).lastrowid
            _bind(connection, "setting", str(number), contents.setting_digest(row))
        return True

    def keep(self, key: str, derived: str) -> None:
        """Derived state under a key; what was kept before is let go. It is no record, so the chain leaves it out."""
        with self._write() as connection:
            connection.execute(delete(tables.derived))
            body = zlib.compress(derived.encode("utf-8", "surrogatepass"), 3)
            connection.execute(insert(tables.derived), {"key": key, "body": body})

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with self._writing.begin() as connection:
                yield connection
            merge_log(self._engine)
        except OperationalError as error:
            if "locked" not in str(error.orig) and "busy" not in str(error.orig):
                why = (
                    "may not be written here"
                    if "readonly" in str(error.orig)
                    else f"cannot be written to ({error.orig})"
                )
                raise StoreError(f"{self.path}: {why}; nothing was changed") from error
            message = f"{self.path}: another program is writing to this ledger: wait for it to end, then try again"
            raise LedgerBusyError(message) from error


def _newest() -> Select[Any]:
    doc, reading = tables.document, tables.reading
    newest = select(func.max(reading.c.number)).where(reading.c.document == doc.c.id).correlate(doc).scalar_subquery()
    return select(doc, reading.c.body).join(reading, reading.c.number == newest)


def _known(connection: Connection, ids: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for start in range(0, len(ids), 500):  # well under SQLite's limit on parameters
        query = select(tables.document.c.id).where(tables.document.c.id.in_(ids[start : start + 500]))
        found.update(connection.execute(query).scalars())
    return frozenset(found)


def _settings(connection: Connection) -> tuple[Setting, ...]:
    rows = connection.execute(select(tables.setting).order_by(tables.setting.c.number)).mappings()
    newest = {(r["kind"], r["name"]): r for r in rows}
    return tuple(Setting(kind=r["kind"], name=r["name"], text=r["text"], at=r["at"]) for _, r in sorted(newest.items()))


def _put_document(connection: Connection, key: str, record: Record, reading: Reading, at: str) -> None:
    sha256 = sha256_hex(record.data)
    row: dict[str, Any] = {
        "id": key,
        "given_id": record.id,
        "sha256": sha256,
        "envelope": envelope_of(record),
        "text": text_bytes(reading.text),
        "received_at": at,
        "supersedes": None,
    }
    connection.execute(insert(tables.blob).prefix_with("OR IGNORE"), {"sha256": sha256, "data": record.data})
    connection.execute(insert(tables.document), row)
    words = {"document": key, "title": searchable(record.title), "text": searchable(reading.text)}
    connection.execute(
        text("INSERT INTO document_text (document, title, text) VALUES (:document, :title, :text)"), words
    )
    _bind(connection, "document", key, contents.document_digest(row, sha256))


def _put_reading(connection: Connection, key: str, reading: Reading, at: str) -> None:
    reader = reading.reader
    row = {
        "document": key,
        "reader": reader.name,
        "version": reader.version,
        "weights": " ".join(reader.weights),
        "body": pack_reading(reading),
        "at": at,
    }
    number = connection.execute(insert(tables.reading), row).lastrowid
    _bind(connection, "reading", str(number), contents.reading_digest(row))


def _put_decision(connection: Connection, decision: Decision) -> None:
    number = connection.execute(select(func.count()).select_from(tables.decision)).scalar_one() + 1
    row = {"id": decision.id, "number": number, "body": decision_body(decision)}
    connection.execute(insert(tables.decision), row)
    _bind(connection, "decision", decision.id, contents.decision_digest(row))


def _head(connection: Connection) -> tuple[int, str]:
    query = select(tables.chain.c.number, tables.chain.c.head).order_by(tables.chain.c.number.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return (0, EMPTY_HEAD) if row is None else (row.number, row.head)


def _bind(connection: Connection, kind: str, subject: str, digest: str) -> None:
    number, head = _head(connection)
    row = {"number": number + 1, "kind": kind, "subject": subject, "digest": digest}
    connection.execute(insert(tables.chain), {**row, "head": next_head(head, kind, subject, digest)})
