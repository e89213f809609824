"""A text cut into overlapping windows of word pieces, at sentence starts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from truceline.read.claims.tagger.features import FRAME, NO_BREAK, PARAGRAPH, Features

START, END, PAD = 101, 102, 0
"""The word-piece vocabulary's own marks; the end mark also stands between paragraphs."""


_LATTER = 0.6
"""Share of a window before which no paragraph's end cuts it off: shorter windows are read for less of their own."""


Words = tuple[int, int]
"""Words [first, last) of a text."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as word pieces: `ids` of each word, and its surface features."""

    ids: Sequence[Sequence[int]]
    features: Features


@dataclass(frozen=True, slots=True)
class Window:
    """Words [first, last) seen together, of which [core_first, core_last) are answered from this window."""

    first: int
    last: int
    core_first: int
    core_last: int


@dataclass(frozen=True, slots=True)
class Packed:
    """One window as the network takes it: ids (pieces,), features (pieces, 3), place of each word's first piece."""

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    first_piece: NDArray[np.int64]


def fitting(pieces: Pieces, first: int, length: int) -> int:
    """The word after the last that fits into a window of `length` pieces."""
    used, word = 2, first
    breaks = (pieces.features[first : first + length, 2] == PARAGRAPH).tolist()
    while word < len(pieces.ids):
        used += len(pieces.ids[word]) + (word > first and breaks[word - first])
        if used > length:
            break
        word += 1
    return max(word, first + 1)


def plan_windows(pieces: Pieces, length: int, overlap: int, *, by_paragraph: bool = False) -> tuple[Window, ...]:
    """Windows that cover every word once with their cores; cores end at sentence starts where there is one near.

    With `by_paragraph` a window ends where a paragraph does, if one ends in its latter part: what follows is then not
    needed to understand it, so its last words are answered too.
    """
    count = len(pieces.ids)
    starts = [int(w) for w in np.flatnonzero(pieces.features[:, 2] != NO_BREAK)]
    paragraphs = [w for w in starts if pieces.features[w, 2] == PARAGRAPH] if by_paragraph else []
    windows: list[Window] = []
    first = core = 0
    while True:
        last = fitting(pieces, first, length)
        if last >= count:
            windows.append(Window(first, last, core, count))
            return tuple(windows)
        whole = max((p for p in paragraphs if core + _LATTER * (last - core) < p <= last), default=None)
        last, end = (last, _sentence_end(starts, core, last - overlap)) if whole is None else (whole, whole)
        windows.append(Window(first, last, core, end))
        core = end
        back = max(first + 1, core - overlap)
        first = min((s for s in starts if back <= s <= core), default=back)


def _sentence_end(starts: Sequence[int], core: int, end: int) -> int:
    """Where a core begun at `core` ends: with the last sentence before `end`, where one ends in its latter half."""
    end = max(core + 1, end)
    return max((s for s in starts if core + (end - core) // 2 < s <= end), default=end)


def pack(pieces: Pieces, window: Window) -> Packed:
    """A window's pieces with start, end and paragraph marks."""
    ids, features, first_piece = [START], [FRAME], []
    rows = pieces.features[window.first : window.last].tolist()
    for word, row in enumerate(rows, window.first):
        if row[2] == PARAGRAPH and word > window.first:
            ids.append(END)
            features.append(FRAME)
        first_piece.append(len(ids))
        ids.extend(pieces.ids[word])
        features.extend([row] * len(pieces.ids[word]))
    ids.append(END)
    features.append(FRAME)
    return Packed(np.array(ids, np.int64), np.array(features, np.int64), np.array(first_piece, np.int64))


def marks_of(packed: Packed, window: Window, runs: Iterable[tuple[int, Words]]) -> NDArray[np.int64]:
    """What each piece of a packed window is (pieces,), by runs of words and what these are; the later over the earlier.

    Pieces of no run are 0; what of a run lies outside the window is left out.
    """
    ends = np.append(packed.first_piece[1:], len(packed.ids) - 1)
    marks = np.zeros(len(packed.ids), np.int64)
    for kind, (first, last) in runs:
        low, high = max(first, window.first) - window.first, min(last, window.last) - window.first
        if low < high:
            marks[packed.first_piece[low] : ends[high - 1]] = kind
    return marks
