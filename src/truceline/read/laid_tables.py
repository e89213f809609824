"""Tables laid out in a text: rows whose cells stand side by side, which tell nothing as sentences."""

import re

from truceline.model.problem import Problem
from truceline.model.span import Span

_ROW = re.compile(r"(?:[^|\n]*\|){2,}[^|\n]*")
_LEAST_ROWS = 3


def find_tables(text: str) -> tuple[Span, ...]:
    """Runs of at least three lines of three or more cells each, parted by "|"."""
    found: list[tuple[int, int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if _ROW.fullmatch(line.rstrip("\r\n")):
            if found and found[-1][1] == at:
                start, _, rows = found.pop()
                found.append((start, at + len(line), rows + 1))
            else:
                found.append((at, at + len(line), 1))
        at += len(line)
    return tuple((a, a + len(text[a:b].rstrip())) for a, b, rows in found if rows >= _LEAST_ROWS)


def tables_unread(where: str, text: str, tables: tuple[Span, ...]) -> tuple[Problem, ...]:
    """One Problem for the tables of a text, none without any."""
    if not tables:
        return ()
    rows = sum(len(text[a:b].splitlines()) for a, b in tables)
    holds = "a table" if len(tables) == 1 else f"{len(tables)} tables"
    return (
        Problem(
            stage="read",
            where=where,
            code="table_not_read",
            message=f"It holds {holds} of {rows} rows, kept in its text but not read: cells are no sentences.",
            mend="Add the table by itself as .xlsx or .csv to have its rows read (docs/guide/tables.md).",
        ),
    )
