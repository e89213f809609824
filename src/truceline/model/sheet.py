"""Sheets of a workbook: what is written into one, and what comes back from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Cell = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; of those we write the first row is the heading.

    `choices`: by column, what may be chosen there. `fill`: columns that are for whoever has the workbook.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fill: tuple[str, ...] = ()
