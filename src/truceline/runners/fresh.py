"""Which records a ledger does not have yet."""

from collections.abc import Iterable, Iterator

from truceline.model.record import Record
from truceline.store.base import View
from truceline.store.ids import document_id


class Fresh:
    """The records a ledger does not have yet, each once; `pending` holds those handed out and not yet stored."""

    def __init__(self, store: View, records: Iterable[Record]) -> None:
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
