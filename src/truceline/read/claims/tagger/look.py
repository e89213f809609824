"""A second look at each mention of a happening: with it marked, which words of the text are the happening's facets."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from truceline.read.claims.tagger import closer
from truceline.read.claims.tagger.marks import Marked
from truceline.read.claims.tagger.network import Array, Network
from truceline.read.claims.tagger.tags import log_softmax
from truceline.read.claims.tagger.windows import Pieces, Window, marks_of, pack

_THREADS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What one look says.

    `facets` (words, channels, 3) are chances of being outside, the beginning or inside; `polarity` (words,) numbers of
    `heads.POLARITIES`; `same` (mentions,) chances of being of the happening looked at; `types` of its being each of
    `heads.TYPES`.
    """

    facets: Array
    polarity: NDArray[np.int64]
    same: Array
    types: Array


class Closer:
    """The closer's weights over one text that fits into a window."""

    def __init__(self, network: Network, pieces: Pieces) -> None:
        count = len(pieces.ids)
        self._network, self._window = network, Window(0, count, 0, count)
        self._packed = pack(pieces, self._window)

    @property
    def least(self) -> float:
        """How sure the beginning of a facet must be."""
        return float(self._network.card["least"]["facet"])

    def looks(self, mentions: Sequence[Marked]) -> list[Look]:
        """One look at each mention, on two threads."""
        one = partial(self._look, mentions)
        if len(mentions) == 1:
            return [one(mentions[0])]
        with ThreadPoolExecutor(_THREADS) as threads:
            return list(threads.map(one, mentions))

    def _look(self, mentions: Sequence[Marked], this: Marked) -> Look:
        runs = [*((closer.OTHER, (m.first, m.last)) for m in mentions), (closer.THIS, (this.first, this.last))]
        marks = marks_of(self._packed, self._window, runs)
        features = np.concatenate([self._packed.features, marks[:, None]], 1)
        more = self._network.run(self._packed.ids, features)["more"][self._packed.first_piece]
        facets = more[:, closer.columns("facets")].reshape(len(more), -1, 3)
        same = more[[m.first for m in mentions]][:, closer.columns("same")][:, 0]
        return Look(
            facets=_chances(facets),
            polarity=more[:, closer.columns("polarity")].argmax(1),
            same=np.asarray(1 / (1 + np.exp(-same)), np.float32),
            types=_chances(more[this.first, closer.columns("types")]),
        )


def _chances(scores: Array) -> Array:
    return np.asarray(np.exp(log_softmax(scores)), np.float32)
