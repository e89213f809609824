"""Two readers as one network: both read, and what is given is the mean of their answers; for joint_export.py.

They share word vectors, at four bits, so that the pair stays under 30 MB. Scores are the mean of both networks' log
chances (heads of classes) and of their links: link vectors stand side by side, so their product is the sum of both.
Needs torch.
"""

import math
from collections.abc import Sequence

import torch
from joint_model import Reader
from torch import Tensor, nn

from truceline.read.claims.tagger import heads


class Pair(nn.Module):
    """Readers whose answers about events are averaged; outputs as the last three of `Reader`."""

    def __init__(self, readers: Sequence[Reader]) -> None:
        super().__init__()
        self.readers = nn.ModuleList(readers)

    def forward(self, ids: Tensor, features: Tensor, *, masked: bool = True) -> tuple[Tensor, ...]:
        """Scores, event keys and event queries of every piece."""
        told = [reader(ids, features, masked=masked)[4:] for reader in self.readers]
        more = torch.stack([more for more, _, _ in told]).mean(0)
        return more, _side_by_side([key for _, key, _ in told]), _side_by_side([query for _, _, query in told])

    @property
    def event_dist(self) -> Tensor:
        """The mean table of distances."""
        return torch.stack([reader.event_dist for reader in self.readers]).mean(0)


def _side_by_side(vectors: Sequence[Tensor]) -> Tensor:
    """Vectors of each kind of link joined, so scaled that a product over its new width is the mean product."""
    parts = [v.unflatten(-1, (heads.EVENT_LINKS, heads.EVENT_LINK_WIDTH)) for v in vectors]
    return (torch.cat(parts, -1) * math.sqrt(1 / math.sqrt(len(vectors)))).flatten(-2)
