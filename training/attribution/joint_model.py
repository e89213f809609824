"""The tagger with heads for events, facets, acts and reaches on the same encoder; it begins as the shipped tagger."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from rounded import load_rounded, save_rounded
from torch import Tensor, nn

from model import LAYERS, VOCABULARY, WIDTH, Tagger
from truceline.read.claims.tagger import heads

OWN_HEADS = ("more", "event_")
"""How parameters are named that the tagger has not."""
TAGGER_HEADS, SEER_HEADS = ("tag", "key", "query", "none"), ("more", "event_key", "event_query")
"""Heads each of the two is shipped with, in the order in which their networks hold them."""
WORDS = "enc.word.weight"


class Reader(Tagger):
    """Tagger, and for each piece the scores of `heads` and vectors for linking events."""

    def __init__(self, encoder: nn.Module | None = None, width: int = WIDTH) -> None:
        super().__init__(encoder, width)
        self.more = nn.Linear(width, heads.WIDTH)
        links = heads.EVENT_LINKS * heads.EVENT_LINK_WIDTH
        self.event_key, self.event_query = nn.Linear(width, links), nn.Linear(width, links)
        self.event_dist = nn.Parameter(torch.zeros(heads.EVENT_LINKS, 2 * heads.EVENT_REACH + 1))

    def forward(self, ids: Tensor, features: Tensor, *, masked: bool = True) -> tuple[Tensor, ...]:  # type: ignore[override]
        """Outputs of every piece: the tagger's four, then scores, event keys and event queries."""
        x = self.p(self.enc(ids, features, masked=masked))
        mine = self.tag(x), self.key(x), self.query(x), self.none(x)
        return (*mine, self.more(x), self.event_key(x), self.event_query(x))


def shipped_weights(folder: Path, heads_there: Sequence[str] = TAGGER_HEADS) -> dict[str, Tensor]:
    """The eight-bit weights of a folder (model.onnx, model.json) as real numbers again, under the reader's names."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    tables = {t.name: torch.tensor(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    for node in graph.node:
        for a in node.attribute:
            if node.op_type == "Constant" and a.HasField("t"):
                tables[node.output[0]] = torch.tensor(numpy_helper.to_array(a.t).copy())
    state = {n.split(".", 1)[1]: v for n, v in tables.items() if n.startswith(("m.", "tagger."))}
    state = {n: v for n, v in state.items() if n.endswith(("weight", "bias"))}
    rows, scale = (next(v for v in tables.values() if v.shape == (VOCABULARY, width)) for width in (WIDTH, 1))
    state[WORDS] = rows.float() * scale
    types = next(v for n, v in tables.items() if n.startswith("onnx::Add_"))
    state["enc.typ.weight"] = torch.stack([types, torch.zeros_like(types)])
    products = sorted({n.split("_quantized")[0] for n in tables if n.endswith("_quantized")}, key=_number)
    names = [f"enc.layers.{k}.{part}" for k in range(LAYERS) for part in "qkvoid"] + list(heads_there)
    for name, product in zip(names, products, strict=True):
        scale, zero = tables[f"{product}_scale"], tables[f"{product}_zero_point"]
        rows = tables[f"{product}_quantized"].float()
        rows = rows[: len(rows) // WIDTH * WIDTH]  # `even.py` repeats some behind the last
        state[f"{name}.weight"] = ((rows - zero.float()) * scale).T.contiguous()
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    if "distance" in card:
        state["dist" if "tag" in heads_there else "event_dist"] = torch.tensor(card["distance"])
    return state


def start_from_shipped(model: Tagger, folder: Path) -> None:
    """The shipped tagger's weights into a model; heads that it has not stay as they are."""
    missing, unknown = model.load_state_dict(shipped_weights(folder), strict=False)
    if unknown or any(not m.startswith(OWN_HEADS) for m in missing):
        raise ValueError(f"weights do not fit: {missing} {unknown}")


def reader_from_shipped(data: Path) -> Reader:
    """The shipped seer with the shipped tagger's heads, which it is shipped without (folder src/truceline/data)."""
    reader = Reader()
    start_from_shipped(reader, data / "tagger")
    reader.load_state_dict(shipped_weights(data / "seer", SEER_HEADS), strict=False)
    return reader


def begin(folder: Path, seed: int) -> Reader:
    """A reader that begins as the tagger of a folder, its new heads drawn from the seed."""
    torch.manual_seed(seed)
    reader = Reader()
    start_from_shipped(reader, folder)
    return reader


def save_reader(reader: Reader, folder: Path, seed: int) -> None:
    """A taught reader as `readerSEED.npz`, the form in which it is gone on from, blended and exported.

    Beside it `roundedSEED.npz`, a quarter as large: without the word vectors, which no course changes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    state = {k: v.cpu().numpy().astype(np.float32) for k, v in reader.state_dict().items()}
    np.savez(folder / f"reader{seed}.npz", **state)
    save_rounded({k: v for k, v in reader.state_dict().items() if k != WORDS}, folder / f"rounded{seed}.npz")


def load_words(file: Path) -> Tensor:
    """The word vectors that all networks share, as `close_model.py` wrote them."""
    packed = np.load(file)
    return torch.tensor(packed["rows"].astype(np.float32) * packed["scale"])


def reader_from_rounded(file: Path, words: Path) -> Reader:
    """What `save_reader` wrote rounded, with the word vectors of a file."""
    reader = Reader()
    reader.load_state_dict(load_rounded([file]) | {WORDS: load_words(words)})
    return reader


def load_reader(file: Path, other: Path | None = None, share: float = 1.0) -> Reader:
    """What `save_reader` wrote, or a folder's shipped one; with an `other` the mean, `share` parts of the first."""
    if file.is_dir():
        return reader_from_shipped(file)
    reader, state = Reader(), np.load(file)
    rest = state if other is None else np.load(other)
    reader.load_state_dict({k: torch.tensor(share * state[k] + (1 - share) * rest[k]) for k in state})
    return reader


def _number(name: str) -> int:
    return int(name.rsplit("_", 1)[1])
