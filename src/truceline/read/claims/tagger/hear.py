"""A look at one claim of a text: with its words marked, what it does and what a denial reaches."""

import numpy as np

from truceline.read.claims.tagger import hearer
from truceline.read.claims.tagger.network import Array, Network
from truceline.read.claims.tagger.tags import log_softmax
from truceline.read.claims.tagger.windows import Pieces


class Hearer:
    """The hearer's weights over one text; `whole` says whether the text fits into one of the seer's windows."""

    def __init__(self, network: Network, pieces: Pieces, *, whole: bool) -> None:
        self._network, self._pieces, self.whole = network, pieces, whole

    def share(self, head: str) -> float:
        """What its answer counts beside the seer's, of both."""
        return float(self._network.card["share"][head])

    def hears(self, claim: hearer.Put) -> dict[str, Array]:
        """Logarithms of the chances of each answer, by head: `act` in the order of `heads.ACTS`, `reach` likewise."""
        packed, marks = hearer.put(self._pieces, claim)
        scores = self._network.run(packed.ids, np.concatenate([packed.features, marks[:, None]], 1))["more"][0]
        return {head: log_softmax(scores[None, hearer.columns(head)])[0] for head in hearer.WIDTHS}
