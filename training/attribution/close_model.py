"""The closer: one happening's mentions marked, it answers which words are its facets; it first began as the seer.

Run: python training/attribution/close_model.py SEER.npz CLOSER.npz WORDS.npz
What the shipped networks know, rounded for the way: what close.py, hear.py and joint.py go on from.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from joint_model import WORDS, reader_from_shipped, shipped_weights
from rounded import load_rounded, save_rounded
from torch import Tensor, nn

from model import WIDTH, Encoder, eight_bits
from truceline.read.claims.tagger import closer


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


def shipped_closer(data: Path) -> Closer:
    """The shipped closer (folder src/truceline/data)."""
    made = Closer()
    fit(made, shipped_weights(data / "closer", ["more"]))
    return made


def fit(made: Closer, state: dict[str, Tensor]) -> None:
    """Weights into one that looks; its heads and marks alone may stay new. Raises ValueError where others lack."""
    missing, unknown = made.load_state_dict(state, strict=False)
    if unknown or any(not m.startswith(("more", "enc.look")) for m in missing):
        raise ValueError(f"weights do not fit: {missing} {unknown}")


def save_closer(made: Closer, file: Path) -> None:
    """Weights in eight bits a row, without the word vectors, which no course changes."""
    save_rounded({k: v for k, v in made.state_dict().items() if k != WORDS}, file)


def load_closer(file: Path, words: Tensor) -> Closer:
    """What `save_closer` wrote, or the encoder of a seer that was saved so, with the word vectors of the networks."""
    made = Closer()
    shapes = {k: v.shape for k, v in made.state_dict().items()}
    fit(made, {k: v for k, v in load_rounded([file]).items() if shapes.get(k) == v.shape} | {WORDS: words})
    return made


def taught(made: Closer, files: Sequence[Path], words: Tensor) -> Closer:
    """What `save_closer` wrote, into one of the same kind, with its heads; of several files the mean of the weights."""
    states = [load_rounded([file]) for file in files]
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    made.load_state_dict(mean | {WORDS: words})
    return made.eval()


def main(seer: Path, begun: Path, words: Path) -> None:
    """The shipped seer, the shipped closer, and the word vectors that all networks share."""
    data = Path(__file__).parents[2] / "src/truceline/data"
    save_rounded({k: v for k, v in reader_from_shipped(data).state_dict().items() if k != WORDS}, seer)
    save_closer(shipped_closer(data), begun)
    rows, scale = eight_bits(shipped_weights(data / "tagger")[WORDS])
    np.savez_compressed(words, rows=rows.numpy(), scale=scale.numpy())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
