"""The networks: word pieces in, for each word its scores and its vectors for linking out. onnxruntime only."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from truceline.read.claims.tagger.windows import Pieces, Window, pack, plan_windows

_THREADS = 2

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Per word: tag scores (words, 13), link keys and queries (words, 3, k), score of having no source (words,)."""

    tags: Array
    keys: Array
    queries: Array
    none: Array


@dataclass(frozen=True, slots=True)
class EventOutputs:
    """Per word: the scores of `heads` (words, heads.WIDTH), keys and queries of their links (words, 2, k)."""

    more: Array
    keys: Array
    queries: Array


class Network:
    """Weights of a folder, loaded once a process: word pieces in, arrays of one row a word out.

    `card` is what the folder's model.json says. Raises FileNotFoundError where the folder holds no weights.
    """

    def __init__(self, folder: Path) -> None:
        weights = (folder / "model.onnx").read_bytes()
        self.sha256 = hashlib.sha256(weights).hexdigest()
        self.card: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.distance: Array = np.array(self.card["distance"], np.float32)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = (
            1  # threads of its own would not survive a fork; windows run side by side instead
        )
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._names = [o.name for o in self._session.get_outputs()]

    def run(self, pieces: Pieces) -> dict[str, Array]:
        """The network's outputs by name for every word of a text, each from the window in whose core it lies."""
        windows = plan_windows(pieces, self.card["window"], self.card["overlap"])
        if len(windows) == 1:
            parts = [self._run_window(pieces, windows[0])]
        else:
            with ThreadPoolExecutor(_THREADS) as threads:
                parts = list(threads.map(lambda window: self._run_window(pieces, window), windows))
        return {name: np.concatenate([part[k] for part in parts]) for k, name in enumerate(self._names)}

    def _run_window(self, pieces: Pieces, window: Window) -> list[Array]:
        """Outputs for the words of the window's core; the shipped network takes one window, and so needs no padding."""
        packed = pack(pieces, window)
        inputs = {"ids": packed.ids[None], "feat": packed.features[None]}
        core = packed.first_piece[window.core_first - window.first : window.core_last - window.first]
        return [output[0, core] for output in self._session.run(self._names, inputs)]


def attributions(network: Network, pieces: Pieces) -> Outputs:
    """What the attribution tagger says of a text."""
    found = network.run(pieces)
    keys, queries = (found[k].reshape(len(found[k]), len(network.distance), -1) for k in ("key", "query"))
    return Outputs(found["tag"], keys, queries, found["none"][:, 0])


def events(network: Network, pieces: Pieces) -> EventOutputs:
    """What the network of events says of a text."""
    found = network.run(pieces)
    keys, queries = (found[k].reshape(len(found[k]), len(network.distance), -1) for k in ("event_key", "event_query"))
    return EventOutputs(found["more"], keys, queries)
