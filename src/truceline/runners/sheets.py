"""A workbook on disk to its sheets."""

from pathlib import Path

from truceline.model.problem import Problem
from truceline.model.sheet import Sheet
from truceline.read.files.unreadable import UnreadableError, problem
from truceline.read.files.workbooks import read_sheets

_MOST_BYTES = 100_000_000


def open_sheets(path: Path) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Every sheet of a workbook, formulas as they are written; none, and a Problem, where it cannot be read."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableError("too_large", f"over {_MOST_BYTES // 1_000_000} MB")  # noqa: TRY301  # one way out
        found = read_sheets(path.read_bytes(), formulas=True)
    except UnreadableError as error:
        return (), (problem(str(path), error.code, error.detail),)
    except OSError as error:
        return (), (problem(str(path), "not_opened", error.strerror or type(error).__name__),)
    return tuple(Sheet(name=name, rows=tuple(map(tuple, rows))) for name, rows in found), ()
