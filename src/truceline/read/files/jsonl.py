"""JSON Lines: one record a line; a bad line is a Problem of its own, the others go on."""

import codecs
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from truceline.model.record import File, Record
from truceline.model.span import Span
from truceline.read.files.dates import full_date
from truceline.read.files.decode import decode_text
from truceline.read.files.unreadable import UnreadableError, problem

_NO_LINES = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")


def extract_jsonl(file: File) -> tuple[Record, ...]:
    """One record a line that holds anything, in order; each is decoded on its own, so that none spoils another."""
    data = file.data
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = decode_text(data).text.encode()
    if data.startswith(_NO_LINES):
        raise UnreadableError("binary")
    return tuple(_records(file.name, data.removeprefix(codecs.BOM_UTF8)))


def _records(name: str, data: bytes) -> Iterator[Record]:
    seen: Counter[str] = Counter()
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            yield _record(where, line, seen)
        except UnreadableError as error:
            wrong = problem(where, error.code, error.detail)
            yield Record(id=where, where=where, data=line, text=None, problems=(wrong,))


def _record(where: str, line: bytes, seen: Counter[str]) -> Record:
    decoded = decode_text(line)
    fields = _object(decoded.text)
    given_id, text = _identity(fields), _text(fields)
    problems = [] if decoded.guessed is None else [problem(where, "encoding_guessed", decoded.guessed)]
    seen[given_id] += 1
    record_id = given_id if seen[given_id] == 1 else f"{given_id}#{seen[given_id]}"
    if record_id != given_id:
        problems.append(problem(where, "id_duplicate", record_id))
    dct = full_date(fields.get("dct"))
    if dct is None and fields.get("dct") is not None:
        problems.append(problem(where, "dct_invalid", json.dumps(fields["dct"], ensure_ascii=False)))
    places = _places(fields.get("places"), len(text))
    if isinstance(places, str):
        problems.append(problem(where, "places_invalid", places))
    return Record(
        id=record_id,
        where=where,
        data=line.rstrip(b"\r"),
        text=text,
        dct=dct,
        given_places=None if isinstance(places, str) else places,
        problems=tuple(problems),
        title=_string(fields, "title"),
        url=_string(fields, "url"),
        publisher=_string(fields, "publisher"),
        author=_string(fields, "author"),
    )


def _string(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _object(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableError("record_invalid", f"it is no JSON ({error})") from error
    if not isinstance(fields, dict):
        raise UnreadableError("record_invalid", "it is no JSON object")
    return fields


def _identity(fields: dict[str, Any]) -> str:
    given = fields.get("id")
    if isinstance(given, bool) or not isinstance(given, str | int) or given == "":
        raise UnreadableError("record_invalid", 'it has no "id"')
    return str(given)


def _text(fields: dict[str, Any]) -> str:
    text = fields.get("text")
    if not isinstance(text, str):
        raise UnreadableError("record_invalid", 'it has no "text"')
    if not text.strip():
        raise UnreadableError("empty")
    try:
        text.encode()
    except UnicodeEncodeError as error:  # a lone surrogate: no such text can be stored or sent
        raise UnreadableError("record_invalid", "its text holds half a character (a lone surrogate)") from error
    return text


def _places(given: object, length: int) -> tuple[Span, ...] | str | None:
    """The spans given, None where none are, or what is wrong with them."""
    if given is None:
        return None
    if not isinstance(given, list):
        return "it is no list"
    spans = []
    for place in given:
        start, end = (place.get("start"), place.get("end")) if isinstance(place, dict) else (None, None)
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length):
            return f"no span of the text: {json.dumps(place, ensure_ascii=False)[:80]}"
        spans.append((start, end))
    return tuple(spans)
