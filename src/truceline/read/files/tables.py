"""Tables: event tables row by row as their publisher's accounts; any other table as one document."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.layout import Layout
from truceline.model.problem import Problem
from truceline.model.record import File, Record, Row
from truceline.model.span import Span
from truceline.read.files.decode import decode_text
from truceline.read.files.unreadable import UnreadableError, failed, problem
from truceline.read.files.workbooks import read_sheets
from truceline.read.tables.layouts import find_layout

Cells = Sequence[str]
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
    filled = [(name, rows) for name, rows in read_sheets(file.data) if any(any(row) for row in rows)]
    records: list[Record] = []
    for name, rows in filled:
        where = file.name if len(filled) == 1 else f"{file.name}/{name}"
        records.extend(_in_sheet(r, name) for r in _records(file, where, rows, layouts, ()))
    return tuple(records)


def not_mapped(file: File, records: Sequence[Record], why: str) -> tuple[Record, ...]:
    """The records of a table kept as text, each with what is wrong with the mapping in place of "no mapping"."""
    return tuple(
        replace(
            r,
            problems=(
                *(p for p in r.problems if p.code != "table_unmapped"),
                problem(r.where, "mapping_invalid", why),
            ),
        )
        for r in records
    ) or (failed(file, "mapping_invalid", why),)


def _in_sheet(record: Record, sheet: str) -> Record:
    row = record.row
    return record if row is None else replace(record, row=replace(row, at=f"Sheet {sheet}, {row.at.lower()}"))


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
        record = _event_row(at, dict(zip(header, row, strict=False)), layout, seen, problems)
        yield replace(record, row=replace(record.row, at=f"Row {number}")) if record.row else record


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
