"""Who a row counts as killed and injured: its ranges, by group."""

from dataclasses import dataclass
from typing import cast

from truceline.model.account import Casualties, CasualtyGroup, Facet, FacetName
from truceline.model.amount import Quantity, Range
from truceline.model.layout import CasualtyColumns
from truceline.model.plain import to_plain
from truceline.model.span import Span
from truceline.read.tables.cells import Cell, Cells, cell_count, says_something
from truceline.text.counts import bounds_sign
from truceline.text.numbers import NumberTable

_PARTS = ("children", "women")
"""Groups that are part of another group and never a total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """One range of one group, and the cells it stands in."""

    facet: str
    group: str
    range: Range
    spans: tuple[Span, ...]


def harm_not_read(cells: Cells, numbers: NumberTable) -> tuple[Cell, ...]:
    """Cells of casualties and counts that hold something that is no count, nor says that it is unknown."""
    columns = (c for one in cells.layout.casualties for c in (one.low, one.best, one.high) if c)
    held = [cells.column(name) for name in dict.fromkeys(columns)]
    return tuple(c for c in (*held, cells.role("count")) if c and cell_count(c, numbers) is None and says_something(c))


def row_harm(cells: Cells, numbers: NumberTable) -> tuple[Harm, ...]:
    """The row's ranges in the order of its layout; a part counted as 0 is left out, since it may only be unknown."""
    harms = (_harm(columns, cells, numbers) for columns in cells.layout.casualties)
    found = [h for h in harms if h is not None]
    return tuple(h for i, h in enumerate(found) if h.range.high != 0 or h.facet not in {f.facet for f in found[:i]})


def _harm(columns: CasualtyColumns, cells: Cells, numbers: NumberTable) -> Harm | None:
    names = dict.fromkeys(c for c in (columns.low, columns.best, columns.high) if c)
    read = {name: (cell, n) for name in names if (n := cell_count(cell := cells.column(name), numbers)) and cell}
    if not read:
        return None
    told = {name: count for name, (_, count) in read.items()}
    best = told.get(columns.best or "")
    low, high = told.get(columns.low or "", best), told.get(columns.high or "", best)
    shown = read.get(columns.best or "") or next(iter(read.values()))
    is_open = any(count.high is None for count in told.values())
    ends = (low.low if low else None, None if is_open or high is None else high.high)
    sign = best.comparator if best and ends == (best.low, best.high) else bounds_sign(*ends)
    return Harm(
        facet=columns.facet,
        group=columns.group,
        range=Range(low=ends[0], high=ends[1], text=shown[0].text, comparator=sign),
        spans=tuple(cell.span for cell, _ in read.values()),
    )


def harm_facets(text: str, harms: tuple[Harm, ...]) -> tuple[Facet, ...]:
    """Casualty facets: the plain range with its group."""
    return tuple(
        Facet(
            facet=cast("FacetName", h.facet),
            value={**to_plain(h.range), "group": h.group},
            text=text[h.spans[0][0] : h.spans[0][1]],
            spans=h.spans,
        )
        for h in harms
    )


def harm_total(harms: tuple[Harm, ...], facet: str) -> Range | None:
    """The total killed or injured: the first range that is no part of another."""
    return next((h.range for h in harms if h.facet == facet and h.group not in _PARTS), None)


def harm_groups(harms: tuple[Harm, ...]) -> tuple[Casualties, ...]:
    """Killed and injured by group, totals of nobody in particular left out."""
    groups = dict.fromkeys(h.group for h in harms if h.group != "unknown")
    return tuple(
        Casualties(
            group=cast("CasualtyGroup", group),
            killed=next((h.range for h in harms if h.group == group and h.facet == "killed"), None),
            injured=next((h.range for h in harms if h.group == group and h.facet == "injured"), None),
        )
        for group in groups
    )


def row_count(cells: Cells, numbers: NumberTable) -> tuple[Quantity, ...]:
    """A tally row's number, in the unit its column is named for: never that many incidents."""
    cell = cells.role("count")
    count = cell_count(cell, numbers)
    if cell is None or count is None:
        return ()
    return (
        Quantity(
            start=cell.span[0],
            end=cell.span[1],
            low=count.low,
            high=count.high,
            text=cell.text,
            comparator=count.comparator,
            unit=cells.layout.columns["count"].casefold(),
        ),
    )
