"""Which records a ledger does not have yet."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from truceline.model.record import Record
from truceline.read.tables.taken import is_kept_table
from truceline.store.base import View
from truceline.store.ids import document_id

if TYPE_CHECKING:
    from truceline.model.problem import Problem

OF_OTHERS = frozenset({"mapping_invalid"})
"""Codes of problems that lie in a file beside the record: new even where the record's own bytes are not."""


class Fresh:
    """The records a ledger does not have yet, each once; `pending` holds those handed out and not yet stored.

    `problems` are those of known records that are not of their own bytes, and so are told again; `unread` are known
    tables still kept as text, whose mapping may have been mended, or spoiled, since.
    """

    def __init__(self, store: View, records: Iterable[Record]) -> None:
        self._store, self._records = store, records
        self._seen: set[str] = set()
        self.pending: list[Record] = []
        self.problems: list[Problem] = []
        self.unread: list[Record] = []
        self.known = 0
        self.known_ids: list[str] = []

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            key = document_id(record.id, record.data)
            if key in self._seen or self._store.known((key,)):
                self.known += 1
                self.known_ids.append(key)
                self.problems += [p for p in record.problems if p.code in OF_OTHERS]
                self.unread += [record] if is_kept_table(record.problems) else []
                continue
            self._seen.add(key)
            self.pending.append(record)
            yield record
