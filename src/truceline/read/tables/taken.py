"""Tables kept as one text for want of a mapping that fits, whose rows were read later: their problem is settled."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from truceline.model.entry import Entry
from truceline.model.problem import Problem

_CODES = frozenset({"table_unmapped", "mapping_invalid"})

Row = tuple[str, ...]


def without_read_tables(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, the problem taken off a kept table every row of which is now a document of its own."""
    if not any(_is_kept(e) for e in entries):
        return tuple(entries)
    rows = {row for e in entries if not _is_kept(e) and (row := _row_of(e.reading.prose))}
    return tuple(_settled(e) if _is_kept(e) and _is_read(e, rows) else e for e in entries)


def is_kept_table(problems: Iterable[Problem]) -> bool:
    """Whether a document with these problems is a table whose text is kept and whose rows are not read."""
    return any(p.code in _CODES for p in problems)


def _is_kept(entry: Entry) -> bool:
    return is_kept_table(entry.reading.problems)


def _settled(entry: Entry) -> Entry:
    left = tuple(p for p in entry.reading.problems if p.code not in _CODES)
    return replace(entry, reading=replace(entry.reading, problems=left))


def _is_read(entry: Entry, rows: set[Row]) -> bool:
    """Whether all lines under the heading are among the rows; by their cells, since rows may have ids of their own."""
    lines = [_cells(line.split(" | ")) for line in entry.reading.prose.splitlines()[1:]]
    return bool(lines) and all(line in rows for line in lines)


def _row_of(text: str) -> Row:
    """The cells of a row's document ("column: value" a line); none of any other text."""
    named = [line.partition(": ") for line in text.splitlines()]
    return _cells([value for _, _, value in named]) if all(sep for _, sep, _ in named) else ()


def _cells(values: Sequence[str]) -> Row:
    return tuple(c for v in values if (c := " ".join(v.split())))
