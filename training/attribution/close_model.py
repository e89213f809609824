"""The closer: one happening's mentions marked, it answers which words are its facets; it begins as the shipped seer.

Run: python training/attribution/close_model.py CLOSER.npz WORDS.npz    what close.py begins with, rounded for the way
"""

import sys
from pathlib import Path

import numpy as np
import torch
from joint_model import SEER_HEADS, WORDS, shipped_weights
from rounded import load_rounded, save_rounded
from torch import Tensor, nn

from model import WIDTH, Encoder, eight_bits
from truceline.read.claims.tagger import closer

KEPT = ("enc.",)
"""How parameters are named that the seer has too."""


class Closer(nn.Module):
    """For each piece the scores of `closer.WIDTH` columns, of the happening whose mentions are marked in `look`."""

    def __init__(self, encoder: nn.Module | None = None, width: int = WIDTH) -> None:
        super().__init__()
        self.enc, self.p = encoder or Encoder(), nn.Dropout(0.2)
        self.enc.look = nn.Embedding(closer.LOOKS, width)
        nn.init.normal_(self.enc.look.weight, std=0.02)
        self.more = nn.Linear(width, closer.WIDTH)

    def forward(self, ids: Tensor, features: Tensor, *, masked: bool = True) -> Tensor:
        """Ids (batch, pieces), features (batch, pieces, 4; the last what is marked) to (batch, pieces, columns)."""
        enc = self.enc
        mask = (ids != 0)[:, None, None, :] if masked else None
        x = enc.words(ids) + enc.pos.weight[: ids.shape[1]] + enc.typ.weight[0]
        x = x + enc.case(features[..., 0]) + enc.quote(features[..., 1]) + enc.brk(features[..., 2])
        x = enc.p(enc.n(x + enc.look(features[..., 3])))
        for layer in enc.layers:
            x = layer(x, mask)
        return self.more(self.p(x))  # type: ignore[no-any-return]


def begin_closer(data: Path, seed: int) -> Closer:
    """A closer that begins with the shipped seer's encoder (folder src/truceline/data)."""
    torch.manual_seed(seed)
    made = Closer()
    seer = shipped_weights(data / "seer", SEER_HEADS)
    _load(made, {k: v for k, v in seer.items() if k.startswith(KEPT)})
    return made


def _load(made: Closer, state: dict[str, Tensor]) -> None:
    missing, unknown = made.load_state_dict(state, strict=False)
    if unknown or any(not m.startswith(("more", "enc.look")) for m in missing):
        raise ValueError(f"weights do not fit: {missing} {unknown}")


def save_closer(made: Closer, file: Path) -> None:
    """Weights in eight bits a row, without the word vectors, which no course changes."""
    save_rounded({k: v for k, v in made.state_dict().items() if k != WORDS}, file)


def load_closer(file: Path, words: Tensor) -> Closer:
    """What `save_closer` wrote, with the word vectors of the shipped networks; heads of another width stay new."""
    made = Closer()
    state = {k: v for k, v in load_rounded([file]).items() if not k.startswith("more")}
    _load(made, state | {WORDS: words})
    return made


def taught_closer(file: Path, words: Tensor) -> Closer:
    """The same with its heads."""
    made = Closer()
    made.load_state_dict(load_rounded([file]) | {WORDS: words})
    return made.eval()


def main(begun: Path, words: Path) -> None:
    """The shipped seer's encoder as a closer, and the word vectors that all networks share."""
    data = Path(__file__).parents[2] / "src/truceline/data"
    save_closer(begin_closer(data, 1), begun)
    rows, scale = eight_bits(shipped_weights(data / "tagger")[WORDS])
    np.savez_compressed(words, rows=rows.numpy(), scale=scale.numpy())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
