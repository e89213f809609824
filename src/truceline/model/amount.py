"""Ranges and quantities: numbers with their bounds, in the text's own words."""

from dataclasses import dataclass
from typing import Literal

Comparator = Literal["=", ">=", ">", "<=", "<", "~", "between"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A stated number with its bounds: "over 100" is low 101, high None; "no casualties" is 0, 0."""

    low: int | None
    high: int | None
    text: str
    comparator: Comparator


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Range):
    """A number in the text: its unit ("trucks", "people", "km", "violations") and what it is of, where stated."""

    start: int
    end: int
    unit: str | None = None
    of: str | None = None
