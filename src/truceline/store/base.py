"""The port to where a ledger is kept: what can be read from it, and what can be written to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from truceline.model.decision import Decision
from truceline.model.entry import Entry
from truceline.model.reading import Reader, Reading
from truceline.model.record import Record


class StoreError(Exception):
    """Something about the ledger file itself; the message names the file and the way out."""


class LedgerBusyError(StoreError):
    """Another program is writing to the ledger."""


class NotALedgerError(StoreError):
    """The file is no ledger, or one of a newer Truceline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One document as kept: its record (envelope, text, original bytes) and its newest reading."""

    id: str
    given_id: str
    sha256: str
    received_at: str
    reading: Reading

    def entry(self) -> Entry:
        """The document as the stages take it."""
        return Entry(
            id=self.id,
            given_id=self.given_id,
            sha256=self.sha256,
            received_at=self.received_at,
            reading=self.reading,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a document is called: `names` are its given id and its web address, as far as they are its own."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A document of settings (agreement, sources, tallies) in its own text; the newest of a kind and name holds."""

    kind: str
    name: str
    text: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One document found by search; `excerpt` marks the words found with [ and ]."""

    document: str
    title: str | None
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The first record of the chain that no longer is what was written: its number, kind, subject and what is amiss."""

    number: int
    kind: str
    subject: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What checking the chain gave: how many records, the head, and the first broken one."""

    records: int
    head: str
    broken: Broken | None = None


class View(Protocol):
    """Reading from a ledger."""

    def head(self) -> str:
        """Hash of the newest record of the chain; 64 zeros for an empty ledger."""
        ...

    def known(self, ids: Sequence[str]) -> frozenset[str]:
        """Which of these document ids the ledger has."""
        ...

    def documents(self) -> Iterator[Stored]:
        """Every document, by id."""
        ...

    def names(self) -> tuple[Named, ...]:
        """What every document is called, by id: read fast, without its reading."""
        ...

    def document(self, document_id: str) -> Stored | None:
        """One document, or None."""
        ...

    def record(self, document_id: str) -> Record | None:
        """One document's record with its original bytes, as it was read."""
        ...

    def readers(self) -> dict[str, Reader]:
        """By document id, the reader of its newest reading."""
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, oldest first."""
        ...

    def settings(self) -> tuple[Setting, ...]:
        """The newest settings of each kind and name."""
        ...

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Documents whose text or title has all these words, best first."""
        ...

    def cached(self, key: str) -> str | None:
        """Derived state kept under this key (JSON)."""
        ...

    def verify(self) -> Verified:
        """The chain recomputed from what is stored."""
        ...


class Writer(Protocol):
    """Writing to a ledger; each call is one transaction, whole or not at all."""

    def add_documents(
        self, batch: Sequence[tuple[Record, Reading]], at: str, decisions: Sequence[Decision] = ()
    ) -> tuple[str, ...]:
        """Documents with their readings, and what is ruled of them; those known are left alone. Ids of the new ones."""
        ...

    def add_reading(self, key: str, reading: Reading, at: str) -> bool:
        """A newer reading of a known document, the old one stays; False where it is the same as the newest."""
        ...

    def add_decision(self, decision: Decision) -> None:
        """One decision at the end of the list."""
        ...

    def add_setting(self, setting: Setting) -> bool:
        """A document of settings; False where the same text stands already."""
        ...

    def keep(self, key: str, derived: str) -> None:
        """Derived state under a key; what was kept before is let go."""
        ...
