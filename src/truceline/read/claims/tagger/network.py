"""The network: word pieces in, for each word its tag scores and its vectors for linking out. onnxruntime only."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from truceline.read.claims.tagger.features import word_spans
from truceline.read.claims.tagger.pieces import Cache, word_pieces
from truceline.read.claims.tagger.windows import Pieces, Window, pack, plan_windows

_THREADS = 2
_CLAIMS = ("tag", "key", "query", "none")
_EVENTS = ("more", "event_key", "event_query")

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Per word: tag scores (words, 13), link keys and queries (words, 3, k), score of having no source (words,).

    Where asked for also the scores of `heads` (words, heads.WIDTH), and keys and queries of events (words, 2, k).
    """

    tags: Array
    keys: Array
    queries: Array
    none: Array
    more: Array | None = None
    event_keys: Array | None = None
    event_queries: Array | None = None


class Network:
    """The shipped weights, loaded once a process.

    Raises FileNotFoundError where the folder holds no weights.
    """

    def __init__(self, folder: Path) -> None:
        weights = (folder / "model.onnx").read_bytes()
        self.sha256 = hashlib.sha256(weights).hexdigest()
        self.card: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.distance: Array = np.array(self.card["distance"], np.float32)
        self.event_distance: Array = np.array(self.card["event_distance"], np.float32)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = (
            1  # threads of its own would not survive a fork; windows run side by side instead
        )
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._seen: Cache = {}

    def pieces(self, text: str) -> Pieces:
        """A text's words as word pieces, and their surface features."""
        return word_pieces(self._tokenizer, text, word_spans(text), self._seen)

    def run(self, pieces: Pieces, *, events: bool = False) -> Outputs:
        """Outputs for every word of a text, each from the window in whose core it lies."""
        windows = plan_windows(pieces, self.card["window"], self.card["overlap"])
        names = [*_CLAIMS, *(_EVENTS if events else ())]
        if len(windows) == 1:
            parts = [self._run_window(pieces, windows[0], names)]
        else:
            with ThreadPoolExecutor(_THREADS) as threads:
                parts = list(threads.map(lambda window: self._run_window(pieces, window, names), windows))
        joined = [np.concatenate([part[k] for part in parts]) for k in range(len(names))]
        keys, queries = (joined[k].reshape(len(joined[k]), len(self.distance), -1) for k in (1, 2))
        if not events:
            return Outputs(joined[0], keys, queries, joined[3][:, 0])
        event_keys, event_queries = (joined[k].reshape(len(joined[k]), len(self.event_distance), -1) for k in (5, 6))
        return Outputs(joined[0], keys, queries, joined[3][:, 0], joined[4], event_keys, event_queries)

    def _run_window(self, pieces: Pieces, window: Window, names: list[str]) -> list[Array]:
        """Outputs for the words of the window's core; the shipped network takes one window, and so needs no padding."""
        packed = pack(pieces, window)
        inputs = {"ids": packed.ids[None], "feat": packed.features[None]}
        core = packed.first_piece[window.core_first - window.first : window.core_last - window.first]
        return [output[0, core] for output in self._session.run(names, inputs)]
