"""Commands that take a ledger's contents out."""

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.common import (
    DEFAULT_LEDGER,
    Exit,
    JsonOption,
    LedgerOption,
    counted,
    err,
    fail,
    opened,
    out,
    put_line,
    save,
)
from truceline.model.snapshot import Snapshot
from truceline.publish.layouts import load_codes
from truceline.publish.names import registry_names
from truceline.runners.local import data_folder

_UNDISCLOSED = "it holds everything, undisclosed: keep it as you keep the ledger"

_NO_FORM = (
    "which? --format csv, xlsx, geojson or jsonld writes what the disclosure policy lets leave; "
    "--json the full copy, undisclosed, for you alone"
)


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


def _one_of(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    """Reads an option's value as one of a kind; a mistake of use names those there are."""

    def read(given: str) -> StrEnum:
        if given not in set(kind):
            raise typer.BadParameter(f"{given!r} is none of {', '.join(kind)}")
        return kind(given)

    return read


def export(
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    as_json: JsonOption = False,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="What to write; else by the ending of --out.",
            parser=_one_of(Form),
            metavar="|".join(Form),
            show_default=False,
        ),
    ] = None,
    layout: Annotated[
        LayoutName,
        typer.Option(
            help="Columns of csv and xlsx; claims: a row a claim.",
            parser=_one_of(LayoutName),
            metavar="|".join(LayoutName),
        ),
    ] = LayoutName.LEDGER,
    review: Annotated[bool, typer.Option("--review", help="A workbook to review in, undisclosed: for you.")] = False,
    target: Annotated[
        Path | None, typer.Option("--out", "--output", "-o", help="File to write; else standard output.")
    ] = None,
) -> None:
    """Write the ledger out: all of it for its analyst (--json, --format json), or what the disclosure lets leave.

    With --review a workbook for its analyst, whose rulings `truceline decide import` takes back.
    """
    if review:
        _write_review(ledger, form, as_json, target)
        return
    form = form or _meant(as_json, target)
    if layout is not LayoutName.LEDGER and (as_json or form not in {Form.CSV, Form.XLSX}):
        fail(f"--layout {layout} is for tables: give --format csv or --format xlsx", Exit.USAGE)
    with opened(ledger) as book:
        if as_json or form is Form.JSON:
            _write_json(book.snapshot_json(), target)
            if not as_json or target is not None:
                err.print(_UNDISCLOSED, markup=False)
            return
        snapshot = book.public_snapshot()
    from truceline.publish.export import EXPORTS  # noqa: PLC0415  (openpyxl is slow to load)
    from truceline.publish.tables import SINGLE  # noqa: PLC0415

    data = EXPORTS[form](snapshot, layout, load_codes(data_folder(), registry_names(snapshot)))
    _put(data, form, target)
    if layout in SINGLE and form in {Form.CSV, Form.XLSX}:
        _say_left_out(snapshot, layout)
    _say_dated_ahead(snapshot, ledger)


def _meant(as_json: bool, target: Path | None) -> Form:
    """The format by the file's ending; the full copy is written only where it is asked for by name."""
    if as_json:
        return Form.JSON
    ending = target.suffix.casefold().removeprefix(".") if target else ""
    if ending not in set(Form) - {Form.JSON}:
        fail(_NO_FORM, Exit.USAGE)
    return Form(ending)


def _say_left_out(snapshot: Snapshot, layout: LayoutName) -> None:
    """How many stated totals have no row, if any."""
    left_out = sum(i.aggregate for i in snapshot.incidents)
    if left_out:
        err.print(f"{counted(left_out, 'stated total')} left out: each row of {layout} is a single event", markup=False)


def _say_dated_ahead(snapshot: Snapshot, ledger: Path) -> None:
    """How many incidents were still to come when they were taken in, if any."""
    ahead = len({p.message for p in snapshot.problems if p.code == "dated_ahead"})
    if ahead:
        said = f"{counted(ahead, 'incident')} dated after the day of taking in: announced, or a wrong day"
        err.print(f"{said}; truceline problems --ledger {ledger} names them", markup=False)


def _write_review(ledger: Path, form: Form | None, as_json: bool, target: Path | None) -> None:
    if as_json or form not in {Form.XLSX, None}:
        fail("--review writes a workbook: leave out --json, and give no --format but xlsx", Exit.USAGE)
    with opened(ledger) as book:
        sheets, snapshot = book.review_sheets(), book.snapshot()
    from truceline.publish.tables import incident_rows, sheet_of, write_sheets  # noqa: PLC0415  (openpyxl is slow)

    rows = incident_rows(snapshot, LayoutName.LEDGER, load_codes(data_folder(), registry_names(snapshot)))
    _put(write_sheets((*sheets, sheet_of(rows, "incidents"))), Form.XLSX, target)
    if target is not None:
        out.print(_UNDISCLOSED, markup=False)
        out.print(f"next: rule in it, then truceline decide import {target} --ledger {ledger}", markup=False)


def _put(data: bytes, form: Form, target: Path | None) -> None:
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
    save(target, data, "--out")
    out.print(f"{target} written", markup=False)
