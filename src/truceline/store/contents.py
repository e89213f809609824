"""What of each kind of record the chain's digest covers."""

from typing import Any

from truceline.store.chain import content_digest
from truceline.store.ids import sha256_hex
from truceline.store.rows import Row


def document_digest(row: Row, data_sha256: str) -> str:
    """Digest of a document: ids, envelope, when it was received, and the hashes of its original bytes and its text."""
    text = row["text"]
    content = {k: row[k] for k in ("id", "given_id", "received_at", "supersedes")}
    return content_digest(
        {
            **content,
            "envelope": row["envelope"],
            "data": data_sha256,
            "text": None if text is None else sha256_hex(text),
        }
    )


def reading_digest(row: Row) -> str:
    """Digest of a reading: its document, reader and body."""
    content: dict[str, Any] = {k: row[k] for k in ("document", "reader", "version", "weights", "at")}
    return content_digest({**content, "body": sha256_hex(row["body"])})


def decision_digest(row: Row) -> str:
    """Digest of a decision: its whole body."""
    return content_digest({"id": row["id"], "body": row["body"]})


def setting_digest(row: Row) -> str:
    """Digest of a document of settings."""
    return content_digest({k: row[k] for k in ("kind", "name", "text", "at")})
