"""Bytes to text: declared encodings first, then UTF-8, then a guess that is said aloud."""

import codecs
from dataclasses import dataclass

from truceline.read.files.unreadable import UnreadableError

_BOMS = (  # UTF-32 before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office file"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_GUESSES = ("cp1252", "cp1256", "cp1251")
"""Western European, Arabic and Cyrillic Windows code pages: what reports without UTF-8 come in."""
_CONTROL = frozenset(set(range(32)) - {9, 10, 11, 12, 13, 27}) | {127}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text of a file, unchanged but for a leading byte-order mark; `guessed` names an encoding nobody declared."""

    text: str
    guessed: str | None = None


def decode_text(data: bytes, declared: str | None = None) -> Decoded:
    """Text of the bytes.

    Raises UnreadableError `empty`, `binary`, `damaged` (a declared UTF-16 or UTF-32 cut short) or `encoding_unknown`.
    """
    if not data.strip():
        raise UnreadableError("empty")
    marked = _by_mark(data)
    if marked is None:
        _refuse_binary(data)
    text = marked if marked is not None else _declared(data, declared)
    if text is None:
        return _guess(data)
    if not text.strip():
        raise UnreadableError("empty")
    if "\x00" in text:
        raise UnreadableError("binary")
    return Decoded(text=text)


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8":
                    return None  # the mark lies, or the file is mixed: a guess will say so
                raise UnreadableError("damaged", f"{encoding} text with broken characters") from error
    return None


def _declared(data: bytes, declared: str | None) -> str | None:
    for encoding in ("utf-8", declared):
        try:
            if encoding is not None:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError("binary", kind)
    sample = data[:65536]
    if b"\x00" in data or sum(b in _CONTROL for b in sample) > len(sample) * 0.02:
        raise UnreadableError("binary")


def _guess(data: bytes) -> Decoded:
    readings = [d for encoding in _GUESSES if (d := _try(data, encoding)) is not None]
    if not readings:
        raise UnreadableError("encoding_unknown")
    return max(readings, key=lambda d: (_plausible(d.text), -_GUESSES.index(str(d.guessed))))


def _try(data: bytes, encoding: str) -> Decoded | None:
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(text=body.decode(encoding), guessed=encoding)
    except UnicodeDecodeError:
        return None


def _plausible(text: str) -> float:
    """Share of non-ASCII letters in a word of their own script: "Москва" does, "Ìîñêâà" and "cafй" do not."""
    high = [i for i, c in enumerate(text) if c > "\x7f"]
    return sum(_fits(text, i) for i in high) / max(1, len(high))


def _fits(text: str, i: int) -> float:
    c = text[i]
    if not c.isalpha():
        return 0.75 if c in "’‘“”–—…«»°€£  ،؛؟" else 0.0
    near = [n for n in text[max(0, i - 1) : i] + text[i + 1 : i + 2] if n.isalpha()]
    latin = c < "ɐ"
    if latin:  # accents are rare: a run of them is another script read wrongly
        return 1.0 if any(n < "\x80" for n in near) or not near else 0.0
    if any(n < "ɐ" for n in near):
        return 0.0
    odd_case = c.isupper() and any(n.islower() for n in text[max(0, i - 1) : i])
    return 0.2 if odd_case else (0.9 if near else 0.3)
