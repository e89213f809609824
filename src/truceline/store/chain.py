"""The hash chain over a ledger's records: each head binds a record's content to all that came before it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from truceline.store.ids import sha256_hex


def content_digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of a record's content as canonical JSON (sorted keys, no spaces, UTF-8)."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256_hex(text.encode("utf-8", "surrogatepass"))


def next_head(previous: str, kind: str, subject: str, digest: str) -> str:
    """Head after a record: SHA-256 over the previous head and the record's kind, subject and digest, one a line."""
    return hashlib.sha256(f"{previous}\n{kind}\n{subject}\n{digest}".encode("utf-8", "surrogatepass")).hexdigest()
