"""Commands that take a ledger's contents out."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.common import DEFAULT_LEDGER, Exit, JsonOption, LedgerOption, fail, opened, out, put_line
from truceline.publish.layouts import load_codes
from truceline.runners.local import actor_names, data_folder


class Form(StrEnum):
    """Formats an export can have."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    GEOJSON = "geojson"
    JSONLD = "jsonld"


class LayoutName(StrEnum):
    """Columns a table can have."""

    LEDGER = "ledger"
    CLAIMS = "claims"
    AIRWARS = "airwars"
    UCDP = "ucdp"
    ACLED = "acled"


def export(
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    as_json: JsonOption = False,
    form: Annotated[Form, typer.Option("--format", help="What to write.")] = Form.JSON,
    layout: Annotated[
        LayoutName, typer.Option(help="Columns of csv and xlsx; claims: a row a claim.")
    ] = LayoutName.LEDGER,
    target: Annotated[Path | None, typer.Option("--out", help="File to write; else standard output.")] = None,
) -> None:
    """Write the ledger out: all of it for its analyst (--json), or what the disclosure policy lets leave (--format)."""
    with opened(ledger) as book:
        if as_json or form is Form.JSON:
            _write_json(book.snapshot_json(), target)
            return
        snapshot = book.public_snapshot()
    from truceline.publish.export import EXPORTS  # noqa: PLC0415  (openpyxl is slow to load)

    data = EXPORTS[form](snapshot, layout, load_codes(data_folder(), actor_names()))
    if target is not None:
        _save(target, data)
    elif form is Form.XLSX and sys.stdout.isatty():
        fail("a workbook is no text: give --out FILE.xlsx", Exit.USAGE)
    else:
        sys.stdout.buffer.write(data)


def _write_json(text: str, target: Path | None) -> None:
    if target is None:
        put_line(text)
    else:
        _save(target, (text + "\n").encode("utf-8", "backslashreplace"))


def _save(target: Path, data: bytes) -> None:
    try:
        target.write_bytes(data)
    except OSError as error:
        fail(f"{target}: cannot be written ({error.strerror}): give another --out")
    out.print(f"{target} written", markup=False)
