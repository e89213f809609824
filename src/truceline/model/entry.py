"""A ledger entry: one document as stored, with its reading."""

from dataclasses import dataclass

from truceline.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document of a ledger; `id` is unique in it and made from content, so that no order of adding changes it.

    `sha256` is of the record's original bytes; `received_at` a date-time with offset; `source` a source registry id;
    `supersedes` the document whose place it takes, by the rulings that stand.
    """

    id: str
    given_id: str
    sha256: str
    received_at: str
    reading: Reading
    supersedes: str | None = None
    source: str | None = None
