"""The command that prints the monitor's report."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.common import DEFAULT_LEDGER, LedgerOption, opened, out
from truceline.publish.names import names_of
from truceline.publish.report import ReportOptions, make_report

SinceOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="First day reported on; else the window's.", show_default=False),
]
UntilOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Last day reported on; else the window's.", show_default=False),
]
_HERE = Path(DEFAULT_LEDGER)


def report(
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")] = Path("report.html"),
    ledger: LedgerOption = _HERE,
    agreement: Annotated[str | None, typer.Option(help="The agreement's id; else the first.")] = None,
    position: Annotated[str | None, typer.Option(help="Whose position on the window; else the first.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Write the monitor's report as one HTML page that prints on A4, through the disclosure policy."""
    with opened(ledger) as book:
        snapshot = book.public_snapshot()
    options = ReportOptions(
        agreement=agreement,
        position=position,
        first=since.date() if since else None,
        last=until.date() if until else None,
        names=names_of(snapshot),
    )
    output.write_text(make_report(snapshot, options), encoding="utf-8")
    out.print(
        f"{output}: {len(snapshot.incidents)} incidents known, chain head {snapshot.chain_head[:16]}", markup=False
    )
