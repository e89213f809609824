"""The chain recomputed from what is stored, record by record, up to the first that no longer fits."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from truceline.store import contents, tables
from truceline.store.base import Broken, Verified
from truceline.store.chain import next_head
from truceline.store.ids import EMPTY_HEAD, sha256_hex
from truceline.store.rows import Row

_Digest = Callable[[Connection, str], str | None]


def verify_chain(connection: Connection) -> Verified:
    """Every record against its digest, every head against the one before; then nothing may stand outside the chain."""
    head, count = EMPTY_HEAD, 0
    for row in connection.execute(select(tables.chain).order_by(tables.chain.c.number)).mappings().all():
        count += 1
        fault = _fault(connection, row, head, count)
        if fault:
            broken = Broken(number=row["number"], kind=row["kind"], subject=row["subject"], message=fault)
            return Verified(records=count - 1, head=head, broken=broken)
        head = row["head"]
    return Verified(records=count, head=head, broken=next(_outsiders(connection, count), None))


def _fault(connection: Connection, row: Row, previous: str, expected: int) -> str | None:
    if row["number"] != expected:
        return f"record {expected} is missing before it"
    digest = _DIGESTS[row["kind"]](connection, row["subject"]) if row["kind"] in _DIGESTS else None
    if digest is None:
        return "its content is gone"
    if digest != row["digest"]:
        return "its content is not what was recorded"
    if next_head(previous, row["kind"], row["subject"], digest) != row["head"]:
        return "its hash does not follow from the record before it"
    return None


def _document(connection: Connection, subject: str) -> str | None:
    doc, blob = tables.document, tables.blob
    query = select(doc, blob.c.data).join(blob).where(doc.c.id == subject)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    sha256 = sha256_hex(row["data"])
    if sha256 != row["sha256"]:
        return ""
    return contents.document_digest(row, sha256)


def _row_digest(table: Any, key: Any, digest: Callable[[Row], str]) -> _Digest:
    def recompute(connection: Connection, subject: str) -> str | None:
        row = connection.execute(select(table).where(key == subject)).mappings().one_or_none()
        return None if row is None else digest(row)

    return recompute


_DIGESTS: dict[str, _Digest] = {
    "document": _document,
    "reading": _row_digest(tables.reading, tables.reading.c.number, contents.reading_digest),
    "decision": _row_digest(tables.decision, tables.decision.c.id, contents.decision_digest),
    "setting": _row_digest(tables.setting, tables.setting.c.number, contents.setting_digest),
}


def _outsiders(connection: Connection, last: int) -> Iterator[Broken]:
    for kind, table in (
        ("document", tables.document),
        ("reading", tables.reading),
        ("decision", tables.decision),
        ("setting", tables.setting),
    ):
        stored = connection.execute(select(func.count()).select_from(table)).scalar_one()
        bound = connection.execute(
            select(func.count()).select_from(tables.chain).where(tables.chain.c.kind == kind)
        ).scalar_one()
        if stored != bound:
            message = f"{stored} stand in the file, {bound} in the chain"
            yield Broken(number=last + 1, kind=kind, subject="", message=message)
