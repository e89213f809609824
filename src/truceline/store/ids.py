"""Ids made from content, so that no order of adding changes them."""

import base64
import hashlib

EMPTY_HEAD = "0" * 64


def sha256_hex(data: bytes | str) -> str:
    """SHA-256 as 64 hexadecimal digits; a text (as a tampered column may hold) as its UTF-8."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def short_id(prefix: str, *parts: bytes) -> str:
    """A prefix and 10 base32 characters (50 bits) of the parts' hash, each part with its length."""
    digest = hashlib.sha256(b"".join(len(p).to_bytes(8, "big") + p for p in parts)).digest()
    return prefix + base64.b32encode(digest)[:10].decode("ascii")


def document_id(given_id: str, data: bytes) -> str:
    """Ledger id of a record: the same given id and bytes give the same id."""
    return short_id("D", given_id.encode("utf-8", "surrogatepass"), data)
