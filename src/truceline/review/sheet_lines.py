"""A sheet that came back: its lines under their headings, however columns and rows were moved about."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.problem import Problem
from truceline.model.sheet import Sheet

STALE = "export again and rule on what is there now"
_HEADING_WITHIN = 20
"""Rows from the top within which the heading may stand: a note may have been put above it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number as the spreadsheet shows it, its cells by heading, and where it stands in words."""

    number: int
    cells: Mapping[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """Who rules, by which file; `reason` serves rulings without a note."""

    file: str
    analyst: str
    reason: str = ""


class LineError(Exception):
    """Lines that cannot be ruled by, each with its Problem; `column` is the one to look at."""

    def __init__(self, line: Line, column: str, code: str, message: str, mend: str) -> None:
        super().__init__(message)
        self.problems = [sheet_problem(f"{line.where}, column {column}", code, message, mend)]


def check_each(lines: Iterable[Line], check: Callable[[Line], object]) -> None:
    """Every line checked. Raises LineError with the Problems of all that fail."""
    failed: list[LineError] = []
    for line in lines:
        try:
            check(line)
        except LineError as error:
            failed.append(error)
    if failed:
        failed[0].problems = [p for error in failed for p in error.problems]
        raise failed[0]


def sheet_problem(where: str, code: str, message: str, mend: str) -> Problem:
    """A Problem with a workbook that came back."""
    return Problem(stage="review", where=where, code=code, message=message, mend=mend)


def lines_of(sheet: Sheet, needed: Sequence[str], file: str) -> tuple[list[Line], list[Problem]]:
    """The lines that hold anything; none, and a Problem, where a needed column is not there."""
    where = f"{file}, sheet {sheet.name}"
    texts = [[str("" if c is None else c).strip() for c in row] for row in sheet.rows]
    headings = [[c.casefold() for c in row] for row in texts[:_HEADING_WITHIN]]
    best = max(range(len(headings)), key=lambda i: len(set(needed) & set(headings[i])), default=-1)
    missing = [n for n in needed if best < 0 or n not in headings[best]]
    if best < 0 or missing:
        mend = "give the columns the names they were exported with; their order does not matter"
        return [], [sheet_problem(where, "columns_missing", f"it has no column {', '.join(missing)}", mend)]
    rows = enumerate(texts[best + 1 :], best + 2)
    return [Line(n, _under(headings[best], row), f"{where}, row {n}") for n, row in rows if any(row)], []


def _under(heading: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Cells by heading; of two columns of one name the first."""
    cells: dict[str, str] = {}
    for name, cell in zip(heading, row, strict=False):
        cells.setdefault(name, cell)
    return cells


def ruling_of(line: Line, known: Sequence[str]) -> str:
    """The line's ruling, checked. Raises LineError."""
    ruling = line["ruling"]
    if ruling not in known:
        mend = f"write one of {', '.join(known)}"
        raise LineError(line, "ruling", "ruling_unknown", f"{ruling}: no such ruling", mend)
    return ruling


def reason_of(lines: Sequence[Line], ruler: Ruler) -> str:
    """Why it is ruled so: the lines' notes, else the reason given for all."""
    return "; ".join(dict.fromkeys(line["note"] for line in lines if line["note"])) or ruler.reason
