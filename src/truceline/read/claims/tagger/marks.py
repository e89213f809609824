"""What the seer marks of a text's words: runs of words on each channel."""

from dataclasses import dataclass

import numpy as np

from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.network import Array, EventOutputs
from truceline.read.claims.tagger.tags import log_softmax

_OUTSIDE, _BEGIN, _INSIDE = range(3)
_GOES_ON = 0.4
"""How likely a word must be inside to go on with what was begun."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words [first, last) of one channel and how sure their beginning is."""

    first: int
    last: int
    score: float


def chances_of(outputs: EventOutputs) -> Array:
    """How likely each word is outside, the beginning or inside on each channel: (words, channels, 3)."""
    scores = outputs.more[:, heads.columns("channels")].reshape(len(outputs.more), -1, 3)
    return np.asarray(np.exp(log_softmax(scores)), np.float32)


def runs(chances: Array, least: float) -> list[Marked]:
    """Runs of a channel whose beginning is at least so sure, in order."""
    found: list[Marked] = []
    begins = np.flatnonzero(chances[:, _BEGIN] >= least)
    for first in begins.tolist():
        last = first + 1
        while last < len(chances) and chances[last, _INSIDE] >= _GOES_ON:
            last += 1
        found.append(Marked(first, last, float(chances[first, _BEGIN])))
    return [m for at, m in enumerate(found) if at == 0 or m.first >= found[at - 1].last]
