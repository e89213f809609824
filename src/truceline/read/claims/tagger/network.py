"""The networks: word pieces in, for each word its scores and its vectors for linking out. onnxruntime only."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from truceline.read.claims.tagger.features import NO_BREAK
from truceline.read.claims.tagger.heads import EVENT_LINKS
from truceline.read.claims.tagger.windows import Pieces, Window, fitting, pack, plan_windows

_THREADS = 2
_SLOWER = ["SkipLayerNormFusion"]
"""Fusions of onnxruntime that cost time on a CPU: adding and normalising in one takes six times as long."""
LINKS = 3
"""Kinds of links of attributions: source to cue, content to cue, cue to source."""

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
    """Per word: the scores of `heads` (words, heads.WIDTH), keys and queries of their links (words, 2, k).

    `sentences` (words,) numbers the sentences the words stand in.
    """

    more: Array
    keys: Array
    queries: Array
    sentences: NDArray[np.int64]


class Network:
    """Weights of a folder, loaded once a process: word pieces in, arrays of one row a word out.

    `card` is what the folder's model.json says. Raises FileNotFoundError where the folder holds no weights.
    """

    def __init__(self, folder: Path) -> None:
        weights = (folder / "model.onnx").read_bytes()
        self.sha256 = hashlib.sha256(weights).hexdigest()
        self.card: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.distance: Array = np.array(self.card.get("distance", ()), np.float32)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = (
            1  # threads of its own would not survive a fork; windows run side by side instead
        )
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
        self._names = [o.name for o in self._session.get_outputs()]

    def windows(self, pieces: Pieces) -> tuple[Window, ...]:
        """The windows in which it reads a text."""
        card = self.card
        return plan_windows(pieces, card["window"], card["overlap"], by_paragraph=card.get("by_paragraph", False))

    def sees_whole(self, pieces: Pieces) -> bool:
        """Whether a text fits into one window."""
        return fitting(pieces, 0, self.card["window"]) >= len(pieces.ids)

    def run_window(self, pieces: Pieces, window: Window) -> dict[str, Array]:
        """Outputs by name for the words of the window's core; one window at a time needs no padding."""
        packed = pack(pieces, window)
        core = packed.first_piece[window.core_first - window.first : window.core_last - window.first]
        return {name: output[core] for name, output in self.run(packed.ids, packed.features).items()}

    def run(self, ids: NDArray[np.int64], features: NDArray[np.int64]) -> dict[str, Array]:
        """Outputs by name for every piece of one window: ids (pieces,), features (pieces, as many as it takes)."""
        outputs = self._session.run(self._names, {"ids": ids[None], "feat": features[None]})
        return {name: output[0] for name, output in zip(self._names, outputs, strict=True)}


def run_networks(networks: Sequence[Network], pieces: Pieces) -> list[dict[str, Array]]:
    """Each network's outputs by name for every word of a text, each word's from the window in whose core it lies.

    The windows of all of them are read side by side on two threads.
    """
    jobs = [(network, window) for network in networks for window in network.windows(pieces)]
    if len(jobs) == 1:
        parts = [jobs[0][0].run_window(pieces, jobs[0][1])]
    else:
        with ThreadPoolExecutor(_THREADS) as threads:
            parts = list(threads.map(lambda job: job[0].run_window(pieces, job[1]), jobs))
    own = [[part for (of, _), part in zip(jobs, parts, strict=True) if of is network] for network in networks]
    return [{name: np.concatenate([part[name] for part in some]) for name in some[0]} for some in own]


def attributions(found: Mapping[str, Array]) -> Outputs:
    """A tagger's outputs, with one row of vectors for each kind of link."""
    rows = len(found["tag"])
    keys, queries = (found[k].reshape(rows, LINKS, -1) for k in ("key", "query"))
    return Outputs(found["tag"], keys, queries, found["none"][:, 0])


def events(found: Mapping[str, Array], pieces: Pieces) -> EventOutputs:
    """A seer's outputs, with one row of vectors for each kind of link."""
    keys, queries = (found[k].reshape(len(found[k]), EVENT_LINKS, -1) for k in ("event_key", "event_query"))
    return EventOutputs(found["more"], keys, queries, np.cumsum(pieces.features[:, 2] != NO_BREAK))
