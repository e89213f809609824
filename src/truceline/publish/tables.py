"""Incidents and claims as CSV and XLSX, and any sheets as a workbook."""

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from truceline.model.sheet import Cell, Sheet
from truceline.model.snapshot import Snapshot
from truceline.publish.layout_acled import acled_row
from truceline.publish.layout_airwars import airwars_row
from truceline.publish.layout_claims import claim_row
from truceline.publish.layout_ledger import ledger_row
from truceline.publish.layout_ucdp import ucdp_row
from truceline.publish.layouts import Codes, Row, RowMaker, context_of

LAYOUTS: Mapping[str, RowMaker] = {
    "ledger": ledger_row,
    "airwars": airwars_row,
    "ucdp": ucdp_row,
    "acled": acled_row,
}
"""Every layout of incidents by its name."""
SINGLE = frozenset({"airwars", "acled"})
"""Layouts of single events, without a code for a stated total: none of their rows is one."""
CLAIMS = "claims"
"""The layout that has a row a claim."""
_SAVED_AT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_WIDEST = 60
_LONGEST = 32_767
"""Characters a cell holds at most."""
_TINT = PatternFill(fill_type="solid", start_color="FFF7E0")
_AS_TYPED = "@"
"""A spreadsheet's own format for text."""
_FILL_WIDTH = 24
_MORE_ROWS = 1_000
"""Rows below the last one that offer choices too: lines may be put in by hand."""


def incident_rows(snapshot: Snapshot, layout: str, codes: Codes) -> list[Row]:
    """One row an incident in a layout, in the snapshot's order; stated totals only where it has a place for them."""
    context, left_out = context_of(snapshot, codes), layout in SINGLE
    return [LAYOUTS[layout](i, context) for i in snapshot.incidents if not (left_out and i.aggregate)]


def table_rows(snapshot: Snapshot, layout: str, codes: Codes) -> list[Row]:
    """Rows of a layout: of claims where it is theirs, else of incidents."""
    if layout != CLAIMS:
        return incident_rows(snapshot, layout, codes)
    context = context_of(snapshot, codes)
    return [claim_row(claim, context) for claim in snapshot.claims]


def write_csv(rows: Sequence[Row]) -> str:
    """Rows with a heading, comma-separated, lines ended by CR LF (RFC 4180)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows([_harmless(v) for v in row.values()] for row in rows)
    return buffer.getvalue()


def write_xlsx(rows: Sequence[Row], title: str) -> bytes:
    """Rows as a workbook of one sheet."""
    return write_sheets((sheet_of(rows, title),))


def sheet_of(rows: Sequence[Row], title: str) -> Sheet:
    """Rows under their heading, as a sheet."""
    heading = (tuple(rows[0]),) if rows else ()
    return Sheet(name=title, rows=(*heading, *(tuple(row.values()) for row in rows)))


def write_sheets(sheets: Sequence[Sheet]) -> bytes:
    """Sheets as a workbook: headings in bold and frozen; the same sheets give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.name), sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return _timeless(buffer.getvalue())


def _write_sheet(made: Any, sheet: Sheet) -> None:
    for number, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row, 1):
            _put(made.cell(number, column), value)
    for cell in made[1]:
        cell.font = Font(bold=True)
    made.freeze_panes = "B2"
    for column in made.columns:
        widest = max((len(str(c.value)) for c in column if c.value is not None), default=8)
        made.column_dimensions[column[0].column_letter].width = min(widest + 2, _WIDEST)
    _prepare(made, sheet)


def _put(cell: Any, value: Cell) -> None:
    """A value; text as text, whatever it begins with."""
    safe = _harmless(value)
    cell.value = _storable(safe) if isinstance(safe, str) else safe
    if isinstance(safe, str):
        cell.data_type = "s"


def _prepare(made: Any, sheet: Sheet) -> None:
    """Columns to be filled in are tinted, keep what is typed (no "3-5" made a date), and offer what may be chosen."""
    for cell in made[1]:
        letter, last = cell.column_letter, max(2, made.max_row)
        if cell.value in sheet.fill:
            for filled in made[f"{letter}1:{letter}{last}"]:
                filled[0].fill, filled[0].number_format = _TINT, _AS_TYPED
            made.column_dimensions[letter].width = _FILL_WIDTH
            made.column_dimensions[letter].number_format = _AS_TYPED
        if cell.value in sheet.choices:
            rule = DataValidation(type="list", formula1=f'"{",".join(sheet.choices[cell.value])}"', allow_blank=True)
            made.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{last + _MORE_ROWS}")


def _storable(text: str) -> str:
    """The text as a cell can hold it: without control characters and lone surrogates, and not too long."""
    plain = ILLEGAL_CHARACTERS_RE.sub(" ", text).encode("utf-8", "replace").decode("utf-8")
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def _harmless(value: Cell) -> Cell:
    """Text that a spreadsheet would take for a formula is led by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _timeless(data: bytes) -> bytes:
    """The same zip without the times at which its parts were written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, _SAVED_AT.sub(b"", source.read(name)))
    return buffer.getvalue()
