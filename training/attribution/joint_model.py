"""The tagger with heads for events, facets, acts and reaches on the same encoder; it begins as the shipped tagger."""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from model import LAYERS, WIDTH, Tagger
from truceline.read.claims.tagger import heads

OWN_HEADS = ("more", "event_")
"""How parameters are named that the tagger has not."""


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


def start_from_shipped(model: Tagger, folder: Path) -> None:
    """The shipped eight-bit tagger's weights, as real numbers again (folder with model.onnx and model.json)."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    tables = {t.name: torch.tensor(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    state = {name.removeprefix("m."): value for name, value in tables.items() if name.startswith("m.")}
    state["enc.word.weight"] = tables["wq"].float() * tables["ws"]
    types = next(v for n, v in tables.items() if n.startswith("onnx::Add_"))
    state["enc.typ.weight"] = torch.stack([types, torch.zeros_like(types)])
    products = sorted({n.split("_quantized")[0] for n in tables if n.endswith("_quantized")}, key=_number)
    names = [f"enc.layers.{k}.{part}" for k in range(LAYERS) for part in "qkvoid"] + ["tag", "key", "query", "none"]
    for name, product in zip(names, products, strict=True):
        scale, zero = tables[f"{product}_scale"], tables[f"{product}_zero_point"]
        state[f"{name}.weight"] = ((tables[f"{product}_quantized"].float() - zero.float()) * scale).T.contiguous()
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    state["dist"] = torch.tensor(card["distance"])
    missing, unknown = model.load_state_dict(state, strict=False)
    if unknown or any(not m.startswith(OWN_HEADS) for m in missing):
        raise ValueError(f"weights do not fit: {missing} {unknown}")


def begin(folder: Path, seed: int) -> Reader:
    """A reader that begins as the tagger of a folder, its new heads drawn from the seed."""
    torch.manual_seed(seed)
    reader = Reader()
    start_from_shipped(reader, folder)
    return reader


def save_reader(reader: Reader, folder: Path, seed: int) -> None:
    """A taught reader as `readerSEED.npz`, the form in which it is gone on from, blended and exported."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {k: v.cpu().numpy().astype(np.float32) for k, v in reader.state_dict().items()}
    np.savez(folder / f"reader{seed}.npz", **state)


def load_reader(file: Path, other: Path | None = None, share: float = 1.0) -> Reader:
    """What `save_reader` wrote; with an `other` the mean of both, `share` parts of the first."""
    reader, state = Reader(), np.load(file)
    rest = state if other is None else np.load(other)
    reader.load_state_dict({k: torch.tensor(share * state[k] + (1 - share) * rest[k]) for k in state})
    return reader


def _number(name: str) -> int:
    return int(name.rsplit("_", 1)[1])
