"""Problems as aligned lines: where, code, and what to do; and the command that lists a ledger's."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.table import Table

from truceline.cli.common import DEFAULT_LEDGER, Exit, JsonOption, LedgerOption, counted, err, opened, out, put_json
from truceline.model.problem import Problem

_SHOWN = 20


def problems(ledger: LedgerOption = Path(DEFAULT_LEDGER), as_json: JsonOption = False) -> None:
    """List again what is wrong with the ledger's documents and rulings, and the way out of each."""
    with opened(ledger) as book:
        found = sorted(book.snapshot().problems, key=lambda p: (p.where, p.code))
    if as_json:
        put_json(found)
    else:
        out.print(counted(len(found), "problem"))
        out.print(_table(found), markup=False)
    raise typer.Exit(Exit.PROBLEMS if found else Exit.ALL)


def print_problems(found: Sequence[Problem], rest: str = "--json") -> None:
    """The first problems, one a line, on standard error; and how many more there are, with what lists the rest."""
    if not found:
        return
    err.print(counted(len(found), "problem"))
    err.print(_table(found[:_SHOWN]), markup=False)
    if len(found) > _SHOWN:
        err.print(f"  and {len(found) - _SHOWN} more: {rest} lists them all", markup=False)


def _table(found: Sequence[Problem]) -> Table:
    table = Table.grid(padding=(0, 2))
    for problem in found:
        table.add_row(f"  {problem.where}", problem.code, f"{problem.message.rstrip('.')}: {problem.mend}")
    return table
