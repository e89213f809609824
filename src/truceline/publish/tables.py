"""Incidents and claims as CSV and XLSX."""

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from truceline.model.snapshot import Snapshot
from truceline.publish.layout_acled import acled_row
from truceline.publish.layout_airwars import airwars_row
from truceline.publish.layout_claims import claim_row
from truceline.publish.layout_ledger import ledger_row
from truceline.publish.layout_ucdp import ucdp_row
from truceline.publish.layouts import Cell, Codes, Row, RowMaker, context_of

LAYOUTS: Mapping[str, RowMaker] = {
    "ledger": ledger_row,
    "airwars": airwars_row,
    "ucdp": ucdp_row,
    "acled": acled_row,
}
"""Every layout of incidents by its name."""
CLAIMS = "claims"
"""The layout that has a row a claim."""
_SAVED_AT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_WIDEST = 60


def incident_rows(snapshot: Snapshot, layout: str, codes: Codes) -> list[Row]:
    """One row an incident in a layout, in the snapshot's order."""
    context = context_of(snapshot, codes)
    return [LAYOUTS[layout](incident, context) for incident in snapshot.incidents]


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
    """Rows as a workbook of one sheet: heading in bold and frozen; the same rows give the same bytes."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    if rows:
        sheet.append(list(rows[0]))
    for row in rows:
        sheet.append([_harmless(v) for v in row.values()])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    for number, column in enumerate(sheet.columns, 1):
        widest = max((len(str(c.value)) for c in column if c.value is not None), default=8)
        sheet.column_dimensions[get_column_letter(number)].width = min(widest + 2, _WIDEST)
    buffer = io.BytesIO()
    book.save(buffer)
    return _timeless(buffer.getvalue())


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
