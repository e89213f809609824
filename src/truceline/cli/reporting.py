"""The command that prints the monitor's report."""

from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.asked_for import check_position, known_agreements
from truceline.cli.common import DEFAULT_LEDGER, Exit, LedgerOption, counted, fail, opened, out, save
from truceline.cli.days import full_day
from truceline.publish.names import names_of
from truceline.publish.report import ReportOptions, make_report, period_mistake
from truceline.publish.words import parsed_day

SinceOption = Annotated[
    str | None,
    typer.Option(help="First day reported on (YYYY-MM-DD); else the window's.", show_default=False, callback=full_day),
]
UntilOption = Annotated[
    str | None,
    typer.Option(help="Last day reported on (YYYY-MM-DD); else the window's.", show_default=False, callback=full_day),
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
        first=parsed_day(since),
        last=parsed_day(until),
        names=names_of(snapshot),
    )
    check_position(position, known_agreements(agreement, snapshot.agreements)[:1], options.names or {})
    if (mistake := period_mistake(snapshot, options)) is not None:
        fail(mistake, Exit.USAGE)
    save(output, make_report(snapshot, options).encode("utf-8", "xmlcharrefreplace"), "--output")
    totals = sum(i.aggregate for i in snapshot.incidents)
    known = counted(len(snapshot.incidents) - totals, "incident")
    known += f" and {counted(totals, 'stated total')}" if totals else ""
    out.print(f"{output}: {known} known, chain head {snapshot.chain_head[:16]}", markup=False)
