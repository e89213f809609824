"""The hearer: one claim's words marked, it answers what the claim does and what a denial reaches.

It begins as the seer; that and its word vectors are what `close_model.py` writes.
"""

from pathlib import Path

from close_model import Closer, fit
from joint_model import WORDS
from rounded import load_rounded
from torch import Tensor, nn

from model import WIDTH
from truceline.read.claims.tagger import hearer


class Hearer(Closer):
    """For a window the scores of `hearer.WIDTH` columns, of the claim whose words are marked in it."""

    def __init__(self) -> None:
        super().__init__()
        self.enc.look = nn.Embedding(hearer.MARKS, WIDTH)
        nn.init.normal_(self.enc.look.weight, std=0.02)
        self.more = nn.Linear(WIDTH, hearer.WIDTH)

    def forward(self, ids: Tensor, features: Tensor, *, masked: bool = True) -> Tensor:
        """Ids (batch, pieces), features (batch, pieces, 4; the last what is marked) to (batch, 1, columns)."""
        return super().forward(ids, features, masked=masked)[:, :1]


def begin_hearer(seer: Path, words: Tensor) -> Hearer:
    """A hearer that begins with a seer's encoder."""
    made = Hearer()
    fit(made, {k: v for k, v in load_rounded([seer]).items() if k.startswith("enc.")} | {WORDS: words})
    return made
