"""What the network marks of a text's words: runs of words on each channel, and which of them hang together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.network import EventOutputs
from truceline.read.claims.tagger.tags import log_softmax

_OUTSIDE, _BEGIN, _INSIDE = range(3)
_GOES_ON = 0.4
"""How likely a word must be inside to go on with what was begun."""

Array = NDArray[np.float32]


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


def links(outputs: EventOutputs, distance: Array, kind: int, rows: Sequence[int], to: Sequence[int]) -> Array:
    """Scores (rows, to): product of vectors, and a word for the distance."""
    here, there = np.array(rows, np.int64), np.array(to, np.int64)
    apart = there[None] - here[:, None]
    reach = (distance.shape[1] - 1) // 2
    scores = outputs.queries[here, kind] @ outputs.keys[there, kind].T / math.sqrt(outputs.keys.shape[2])
    return np.asarray(scores + distance[kind][np.clip(apart, -reach, reach) + reach], np.float32)
