"""Problems as aligned lines: where, code, and what to do."""

from collections.abc import Sequence

from rich.table import Table

from truceline.cli.common import counted, err
from truceline.model.problem import Problem

_SHOWN = 20


def print_problems(problems: Sequence[Problem]) -> None:
    """The first problems, one a line, on standard error; and how many more there are."""
    if not problems:
        return
    err.print(counted(len(problems), "problem"))
    table = Table.grid(padding=(0, 2))
    for problem in problems[:_SHOWN]:
        table.add_row("  " + problem.where, problem.code, f"{problem.message.rstrip('.')}: {problem.mend}")
    err.print(table, markup=False)
    if len(problems) > _SHOWN:
        err.print(f"  and {len(problems) - _SHOWN} more: truceline export --json lists them")
