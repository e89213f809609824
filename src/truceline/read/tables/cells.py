"""Cells of a row by what their columns are: text, span, number."""

from dataclasses import dataclass

from truceline.model.amount import Range
from truceline.model.layout import Layout
from truceline.model.record import Row
from truceline.model.span import Span
from truceline.text.counts import read_count
from truceline.text.numbers import NumberTable

_UNKNOWN = frozenset(
    {"unknown", "unk", "n/a", "na", "n/k", "nk", "not known", "none", "nil", "-", "–", "—", "?", "x", "null", "nan"}
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell: its text, where it stands in the record's text, and its column's name as the table has it."""

    text: str
    span: Span
    column: str


class Cells:
    """A row's filled cells, found by column name (any letter case) or by the role its layout gives a column."""

    def __init__(self, row: Row, layout: Layout) -> None:
        self.layout = layout
        self._cells = {name.strip().casefold(): Cell(text, row.spans[name], name) for name, text in row.cells.items()}

    def column(self, name: str | None) -> Cell | None:
        """The cell of a column; None where it is empty or not there."""
        return self._cells.get(name.casefold()) if name else None

    def role(self, role: str) -> Cell | None:
        """The cell of the column that plays a role."""
        return self.column(self.layout.columns.get(role))

    def all(self) -> tuple[Cell, ...]:
        """Every filled cell, in the order of its columns."""
        return tuple(self._cells.values())


def says_something(cell: Cell) -> bool:
    """Whether a cell holds more than a word for not knowing."""
    return bool(cell.text.strip()) and cell.text.strip().casefold() not in _UNKNOWN


def cell_count(cell: Cell | None, numbers: NumberTable) -> Range | None:
    """A cell's count with its bounds ("10+", "3-5", "two"); None where it holds none."""
    return read_count(cell.text, numbers) if cell and says_something(cell) else None


def decimal(cell: Cell | None) -> float | None:
    """A cell's decimal number, point or comma; None where it holds none."""
    try:
        return float(cell.text.replace(",", ".")) if cell else None
    except ValueError:
        return None
