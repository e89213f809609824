"""The command that prints the monitor's report."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.asked_for import check_position, known_agreements
from truceline.cli.common import DEFAULT_LEDGER, Exit, LedgerOption, counted, fail, opened, out, save
from truceline.publish.names import names_of
from truceline.publish.report import ReportOptions, make_report, period_mistake

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
    output: Annotated[Path, typer.Option("--output", "--out", "-o", help="The HTML file to write.")] = Path(
        "report.html"
    ),
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
    check_position(position, known_agreements(agreement, snapshot.agreements)[:1], options.names or {})
    if (mistake := period_mistake(snapshot, options)) is not None:
        fail(mistake, Exit.USAGE)
    save(output, make_report(snapshot, options).encode("utf-8", "xmlcharrefreplace"), "--output")
    totals = sum(i.aggregate for i in snapshot.incidents)
    known = counted(len(snapshot.incidents) - totals, "incident")
    known += f" and {counted(totals, 'report')} of a stated total" if totals else ""
    out.print(f"{output}: {known} known, chain head {snapshot.chain_head[:16]}", markup=False)
