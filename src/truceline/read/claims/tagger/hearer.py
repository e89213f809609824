"""What the hearer answers of one claim whose words are marked for it, and how a claim is put before it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.windows import Packed, Pieces, Window, Words, fitting, marks_of, pack

NOTHING, CONTENT, SOURCE, CUE = range(4)
MARKS = 4
"""What a word is to the claim: nothing, of its content, its source, its cue; the later stands where both hold."""
WIDTHS = {"act": len(heads.ACTS), "reach": len(heads.REACHES)}
"""Columns by name, in order, all answered at the start of the window."""
BEFORE, LENGTH = 64, 160
"""Word pieces seen before a claim's first word, and in all: an answer is understood by what it answers."""


@dataclass(frozen=True, slots=True)
class Put:
    """A claim in words [first, last) of the text."""

    source: Sequence[Words]
    cue: Sequence[Words]
    content: Sequence[Words]


def columns(name: str) -> slice:
    """Where a head's scores stand."""
    return heads.place_of(name, WIDTHS)


WIDTH = sum(WIDTHS.values())


def put(pieces: Pieces, claim: Put) -> tuple[Packed, NDArray[np.int64]]:
    """The window about a claim, and what each piece of it is to the claim (pieces,); it must have words."""
    window = _about(pieces, min(first for first, _ in (*claim.source, *claim.cue, *claim.content)))
    packed = pack(pieces, window)
    parts = ((CONTENT, claim.content), (SOURCE, claim.source), (CUE, claim.cue))
    return packed, marks_of(packed, window, [(kind, words) for kind, some in parts for words in some])


def _about(pieces: Pieces, at: int) -> Window:
    """The words seen with a claim that begins at one."""
    first, used = at, 0
    while first > 0 and used + len(pieces.ids[first - 1]) <= BEFORE:
        first -= 1
        used += len(pieces.ids[first])
    last = fitting(pieces, first, LENGTH)
    return Window(first, last, first, last)
