"""Model values to table rows and back.

Texts are kept as bytes: a report may hold what SQLite's TEXT cannot (NUL, lone surrogates).
"""

import json
import re
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping

from truceline.model.decision import Decision
from truceline.model.plain import from_plain, to_plain
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.store.base import Stored

Row = Mapping[str, Any] | RowMapping
_LINE = re.compile(r":\d+$")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<own>[^#]+?)/?(?:#.*)?")


def text_bytes(text: str | None) -> bytes | None:
    """A text as bytes, lone surrogates kept."""
    return None if text is None else text.encode("utf-8", "surrogatepass")


def text_of(data: bytes | None) -> str | None:
    """The text of such bytes."""
    return None if data is None else data.decode("utf-8", "surrogatepass")


def searchable(text: str | None) -> str:
    """The text as the full-text index takes it."""
    return (text or "").replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def envelope_of(record: Record) -> str:
    """All of a record but its text and bytes, as JSON."""
    plain = to_plain(record)
    del plain["data"], plain["text"]
    return json.dumps(plain, sort_keys=True)


def own_names(envelope: str) -> tuple[str, ...]:
    """What a record is called, by its envelope: its given id and its web address, without what addresses vary in.

    A row or line that has no id of its own has no name, and a row's address is that of what it cites.
    """
    plain = json.loads(envelope)
    is_file = plain["row"] is None and not _LINE.search(plain["id"])
    named = plain["id"] if is_file or plain["id"] != plain["where"] else None
    address = _ADDRESS.fullmatch(plain["url"]) if plain["url"] and plain["row"] is None else None
    return tuple(name for name in (named, address and f"//{address['own']}") if name)


def record_of(row: Row, data: bytes) -> Record:
    """The record of a document row and its original bytes."""
    return from_plain(Record, {**json.loads(row["envelope"]), "data": data, "text": text_of(row["text"])})


def pack_reading(reading: Reading) -> bytes:
    """A reading without its text (the document has it), as compressed JSON."""
    plain = to_plain(reading)
    plain["text"] = None
    return zlib.compress(json.dumps(plain, separators=(",", ":")).encode("ascii"), 6)


@lru_cache(maxsize=1_000)
def unpack_reading(body: bytes, text: str | None) -> Reading:
    """A reading with its document's text; the last thousand are kept, since every decision goes through them all."""
    return from_plain(Reading, {**json.loads(zlib.decompress(body)), "text": text})


def stored_of(row: Row) -> Stored:
    """One document of a row that joins document and reading."""
    return Stored(
        id=row["id"],
        given_id=row["given_id"],
        sha256=row["sha256"],
        received_at=row["received_at"],
        reading=unpack_reading(row["body"], text_of(row["text"])),
    )


def decision_body(decision: Decision) -> str:
    """A decision as JSON."""
    return json.dumps(to_plain(decision), sort_keys=True)


def decision_of(body: str) -> Decision:
    """The decision of such JSON."""
    return from_plain(Decision, json.loads(body))
