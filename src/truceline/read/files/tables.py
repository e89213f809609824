"""Tables: event tables row by row as their publisher's accounts; any other table as one document."""

import csv
import io
import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from truceline.model.layout import Layout
from truceline.model.problem import Problem
from truceline.model.record import File, Record, Row
from truceline.model.span import Span
from truceline.read.files.decode import decode_text
from truceline.read.files.unreadable import UnreadableError, problem
from truceline.read.files.zips import check_office_zip
from truceline.read.tables.layouts import find_layout

Cells = Sequence[str]
_MOST_ROWS = 500_000
_HEADER_WITHIN = 20
"""Rows from the top within which a header may stand: titles and notes often come first."""
_SEPARATORS = ",;\t|"
_SPACE = re.compile(r"\s+")


def extract_csv(file: File, layouts: Sequence[Layout]) -> tuple[Record, ...]:
    """Records of a comma-, semicolon-, tab- or bar-separated table."""
    decoded = decode_text(file.data)
    problems = () if decoded.guessed is None else (problem(file.name, "encoding_guessed", decoded.guessed),)
    first = decoded.text.lstrip().split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=separator)
    try:
        rows = [[cell.strip() for cell in row] for row in reader]
    except csv.Error as error:
        raise UnreadableError("damaged", str(error)) from error
    return _records(file, file.name, rows, layouts, problems)


def extract_xlsx(file: File, layouts: Sequence[Layout]) -> tuple[Record, ...]:
    """Records of every sheet that holds anything."""
    check_office_zip(file.data, "xl/workbook.xml")
    sheets = _sheets(file.data)
    filled = [(name, rows) for name, rows in sheets if any(any(row) for row in rows)]
    records: list[Record] = []
    for name, rows in filled:
        where = file.name if len(filled) == 1 else f"{file.name}/{name}"
        records.extend(_records(file, where, rows, layouts, ()))
    return tuple(records)


def _sheets(data: bytes) -> list[tuple[str, list[list[str]]]]:
    from openpyxl import load_workbook  # noqa: PLC0415  # only workbooks need it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [(sheet.title, list(_rows(sheet))) for sheet in book.worksheets]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, OSError) as error:
        raise UnreadableError("damaged", "its parts do not fit together") from error
    if any("invalid" in str(w.message) for w in said):  # openpyxl leaves such parts out and only warns
        raise UnreadableError("damaged", "some of its parts are invalid")
    return sheets


def _rows(sheet: Any) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number > _MOST_ROWS:
            raise UnreadableError("too_large", f"over {_MOST_ROWS} rows")
        yield [_shown(value) for value in row]


def _shown(value: object) -> str:
    """A cell as text: dates in ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _records(
    file: File, where: str, rows: Sequence[Cells], layouts: Sequence[Layout], problems: tuple[Problem, ...]
) -> tuple[Record, ...]:
    """Rows under a known header; or the whole table as one document with a Problem that names its columns."""
    for number, header in enumerate(rows[:_HEADER_WITHIN]):
        layout = find_layout(header, layouts)
        if layout is not None:
            return tuple(_event_rows(where, rows, number, layout, problems))
    text = "\n".join(" | ".join(_SPACE.sub(" ", c) for c in row).strip(" |") for row in rows if any(row))
    if not text:
        raise UnreadableError("empty")
    header = next(row for row in rows if any(row))
    unmapped = problem(where, "table_unmapped", ", ".join(c for c in header if c)[:300])
    return (Record(id=where, where=where, data=file.data, text=text, problems=(*problems, unmapped)),)


def _event_rows(
    where: str, rows: Sequence[Cells], header_at: int, layout: Layout, problems: tuple[Problem, ...]
) -> Iterator[Record]:
    header = rows[header_at]
    seen: Counter[str] = Counter()
    for number, row in enumerate(rows[header_at + 1 :], header_at + 2):
        if not any(row) or row[0].startswith("#"):  # an empty line, or HXL tags under the header
            continue
        at = f"{where}:{number}"
        if len(row) > len(header) and any(row[len(header) :]):
            wrong = problem(at, "row_invalid", f"it has {len(row)} cells under {len(header)} columns")
            yield Record(id=at, where=at, data=_joined(row), text=None, problems=(*problems, wrong))
            continue
        yield _event_row(at, dict(zip(header, row, strict=False)), layout, seen, problems)


def _event_row(
    at: str, cells: dict[str, str], layout: Layout, seen: Counter[str], problems: tuple[Problem, ...]
) -> Record:
    filled = {name: value for name, value in cells.items() if name and value}
    text, spans = lay_cells(filled)
    folded = {name.casefold(): value for name, value in filled.items()}
    own_id = folded.get(layout.columns.get("id", "").casefold(), "")
    seen[own_id] += 1
    return Record(
        id=own_id if own_id and seen[own_id] == 1 else at,
        where=at,
        data=text.encode(),
        text=text,
        publisher=layout.publisher or None,
        url=folded.get(layout.columns.get("url", "").casefold()),
        row=Row(mapping=layout.name, cells=filled, spans=spans, layout=layout),
        problems=problems,
    )


def lay_cells(cells: dict[str, str]) -> tuple[str, dict[str, Span]]:
    """One "column: value" line a cell, and where each value stands."""
    text, spans = "", {}
    for name, value in cells.items():
        text += f"{name}: "
        spans[name] = (len(text), len(text) + len(value))
        text += value + "\n"
    return text.rstrip("\n"), spans


def _joined(row: Cells) -> bytes:
    return "\t".join(row).encode()
