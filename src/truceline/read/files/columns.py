"""Columns of a page: found by the gap that runs down between them, each read to its end before the next."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from truceline.read.files.paragraphs import Line

_FEWEST = 4
"""Lines that each side of a gap has at least."""
_WORDY = 20
"""Letters that a column's long lines have at least: those of a table without rules, read row by row, have fewer."""
_RUNNING = 0.4
"""Share of a column's lines that are long."""
_MOST = 1_000
"""Of a page with more pieces of lines, a drawing or a listing, no columns are looked for."""


def whole_rows(pieces: Sequence[Line]) -> list[Line]:
    """Lines as they stand across the page: pieces of one row joined again, each keeping its pieces."""
    return [_whole(list(row)) for _, row in groupby(pieces, key=lambda piece: piece.row)]


def _whole(pieces: list[Line]) -> Line:
    first, last = pieces[0], pieces[-1]
    if first is last:
        return first
    text = first.text
    for before, piece in pairwise(pieces):
        bare = not text[-1:].isspace() and not piece.text[:1].isspace()
        text += " " * (bare and piece.left - before.right > 0.1 * before.height) + piece.text
    return Line(text, first.top, first.height, first.left, last.right, first.row, tuple(pieces))


def in_columns(rows: Sequence[Line]) -> list[list[Line]]:
    """Blocks of a page in the order in which they are read; a page without columns is one block."""
    return _ordered([piece for row in rows for piece in row.pieces or (row,)])


def _ordered(pieces: list[Line]) -> list[list[Line]]:
    many = len(pieces) > _MOST
    most, at = (
        max(((_lines_parted(pieces, x), -x) for x in _starts(pieces)), default=(0, 0.0)) if not many else (0, 0.0)
    )
    if not most:
        return [whole_rows(pieces)] if pieces else []
    blocks: list[list[Line]] = []
    for parted, run in _runs(pieces, -at):
        if not parted:
            blocks.append(whole_rows(run))
            continue
        for part in _parts_by_white(run):
            left, right = _sides(part, -at)
            blocks += [*_ordered(left), *_ordered(right)]
    return blocks


def _starts(pieces: Sequence[Line]) -> list[float]:
    """Where enough lines begin for a column to begin there."""
    lefts = sorted(piece.left for piece in pieces)
    starts: list[float] = []
    for n, left in enumerate(lefts[: 1 - _FEWEST]):
        if left > lefts[0] + 3 and lefts[n + _FEWEST - 1] - left < 3 and (not starts or left - starts[-1] > 3):
            starts.append(left - 0.5)
    return starts


def _lines_parted(pieces: Sequence[Line], x: float) -> int:
    return sum(len(part) for parted, part in _runs(pieces, x) if parted)


def _runs(pieces: Sequence[Line], x: float) -> Iterator[tuple[bool, list[Line]]]:
    """A page's pieces in order, cut where some lie across `x`; whether `x` parts the others into two columns."""
    for across, group in groupby(pieces, key=lambda piece: piece.left < x < piece.right):
        run = list(group)
        yield not across and _are_columns(run, x), run


def _parts_by_white(run: Sequence[Line]) -> Iterator[list[Line]]:
    """Columns cut where white runs across both: a foot, or the next row of a table with long cells."""
    falls = [b.top - a.top for a, b in pairwise(run) if b.top > a.top]
    white = 1.8 * median(falls) if falls else 0.0
    part: list[Line] = []
    for piece in run:
        if part and piece.top - max(line.top + line.height for line in part[-2:]) > white:
            yield part
            part = []
        part.append(piece)
    yield part


def _sides(run: Sequence[Line], x: float) -> tuple[list[Line], list[Line]]:
    return [piece for piece in run if piece.left < x], [piece for piece in run if piece.left >= x]


def _are_columns(run: Sequence[Line], x: float) -> bool:
    """Whether both sides hold running text, side by side."""
    left, right = _sides(run, x)
    if min(len(left), len(right)) < _FEWEST or not (_is_running(left) and _is_running(right)):
        return False
    (high, low), (top, bottom) = _reach(left), _reach(right)
    return min(low, bottom) - max(high, top) > 0.5 * min(low - high, bottom - top)


def _is_running(side: Sequence[Line]) -> bool:
    """Whether many lines are about as long as the longest, and long enough for sentences."""
    longest = max(piece.right - piece.left for piece in side)
    long = [p for p in side if len(p.text.strip()) >= _WORDY and p.right - p.left > 0.6 * longest]
    return len(long) >= _RUNNING * len(side)


def _reach(side: Sequence[Line]) -> tuple[float, float]:
    return min(piece.top for piece in side), max(piece.top + piece.height for piece in side)
