"""What the pages ask of the core: `truceline.ledger.Ledger` has it all."""

from collections.abc import Sequence
from typing import Protocol

from truceline.model.decision import Decision
from truceline.model.entry import Entry
from truceline.model.outcome import Added
from truceline.model.record import File, Record
from truceline.model.snapshot import Incident, Snapshot
from truceline.review.ask import Ask
from truceline.store.base import Hit


class Core(Protocol):
    """A ledger as the pages see it."""

    def snapshot(self) -> Snapshot:
        """All derived state; kept until something is written."""
        ...

    def public_snapshot(self) -> Snapshot:
        """Derived state as the disclosure policy lets it leave today."""
        ...

    def withheld_names(self) -> Sequence[tuple[str, int]]:
        """Names that do not leave, with how often each stands."""
        ...

    def snapshot_without(self, documents: frozenset[str]) -> Snapshot:
        """Derived state as it would be without these documents."""
        ...

    def incident(self, incident_id: str) -> Incident | None:
        """The incident an id leads to."""
        ...

    def document(self, document_id: str) -> Entry | None:
        """One document with its reading as decisions have it."""
        ...

    def record(self, document_id: str) -> Record | None:
        """The document as it came in, with its original bytes."""
        ...

    def search(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Documents with all words of the query, best first."""
        ...

    def add_files(self, files: Sequence[File]) -> Added:
        """Reads files given as bytes and keeps them."""
        ...

    def decide(self, ask: Ask) -> Decision:
        """Records a ruling; raises UnknownTargetError where a target is not there."""
        ...
