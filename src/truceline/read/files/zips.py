"""Office files are zip archives: what can be wrong with one is settled before a library opens it."""

import io
import zipfile
import zlib

from truceline.read.files.unreadable import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_NAME = "EncryptedPackage".encode("utf-16-le")
_MOST_UNPACKED = 200_000_000
"""Bytes; a real report or table unpacks to a few million."""
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, NotImplementedError)
"""Every way in which the standard library says that an archive or a part of it is broken."""
_MOST_PARTS = 20_000


def check_office_zip(data: bytes, part: str) -> None:
    """Whether the bytes are a whole, safe archive that holds `part`.

    Raises UnreadableError `empty`, `encrypted`, `format_unknown`, `damaged` or `too_large`.
    """
    if not data.strip():
        raise UnreadableError("empty")
    if data.startswith(_OLE):
        if _ENCRYPTED_NAME in data:
            raise UnreadableError("encrypted")
        raise UnreadableError("format_unknown", "an office file of before 2007")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive.infolist(), part)
            bad = archive.testzip()
    except _BROKEN as error:
        raise UnreadableError("damaged", "no whole archive") from error
    if bad is not None:
        raise UnreadableError("damaged", f"its part {bad} is broken")


def _check_parts(parts: list[zipfile.ZipInfo], wanted: str) -> None:
    if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_UNPACKED:
        raise UnreadableError("too_large", "it unpacks to hundreds of megabytes")
    if any(p.flag_bits & 1 for p in parts):
        raise UnreadableError("encrypted")
    if wanted not in {p.filename for p in parts}:
        raise UnreadableError("damaged", f"its part {wanted} is missing")
