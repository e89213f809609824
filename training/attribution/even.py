"""Split what stands out in a network's activations into equal parts, so that eight bits can hold the rest.

Run: python training/attribution/even.py [tagger] [seer] [closer] [hearer]    after export; rewrites model.onnx
Before each product of tables the activations are rounded to 255 steps between their least and greatest value. A few
channels reach 30 where most stay below 2, and all are rounded to steps that wide. A channel that reaches beyond `TIMES`
what the middle one does is split into as many equal parts as bring each below, and its row of weights is repeated: the
same sum in finer steps (outlier channel splitting: Zhao et al. 2019, "Improving neural network quantization without
retraining using outlier channel splitting"). What channels reach is looked up while reading every 30th report that
taught the networks, and two articles. Needs onnx and onnxruntime.
"""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

sys.path.append(str(Path(__file__).parents[1] / "corpus"))

from measure_reports import read_report
from reports import read_reports

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.read.claims.tagger.network import Network
from truceline.runners.local import data_folder, local_kit

TIMES = 3.0
SPLIT = "_split"
CORPUS = Path(__file__).parents[1] / "corpus"

Window = tuple[NDArray[np.int64], NDArray[np.int64]]


def windows_seen() -> dict[str, list[Window]]:
    """What each network is given while texts are read, by the hash of its weights: ids and features."""
    seen: dict[str, list[Window]] = {}
    run = Network.run

    def noted(self: Network, ids: NDArray[np.int64], features: NDArray[np.int64]) -> dict[str, Any]:
        seen.setdefault(self.sha256, []).append((ids, features))
        return run(self, ids, features)

    Network.run = noted  # type: ignore[method-assign]
    kit = local_kit()
    for report in read_reports(CORPUS / "reports/learn")[::30]:
        read_report(report, kit)
    for path in sorted((CORPUS / "articles/dev").glob("*.txt")):
        text = path.read_text("utf-8")
        read_record(Record(id=path.stem, where=path.name, text=text, data=text.encode()), kit, Settings())
    Network.run = run  # type: ignore[method-assign]
    return seen


def products(graph: Any) -> dict[str, list[str]]:
    """Each rounded activation, with the names of the tables it is multiplied by."""
    rounded = {n.output[0]: n.input[0] for n in graph.node if n.op_type == "DynamicQuantizeLinear"}
    found: dict[str, list[str]] = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found.setdefault(rounded[node.input[0]], []).append(node.input[1])
    return found


def reach(model: Any, names: Sequence[str], windows: Sequence[Window]) -> dict[str, NDArray[np.float32]]:
    """The greatest absolute value of each channel of each named activation over the windows."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    most: dict[str, NDArray[np.float32]] = {}
    for ids, features in windows:
        values = session.run(list(names), {"ids": ids[None], "feat": features[None]})
        for name, value in zip(names, values, strict=True):
            top = np.abs(value[0]).max(0)
            most[name] = np.maximum(most.get(name, top), top)
    return most


def split(model: Any, most: dict[str, NDArray[np.float32]]) -> int:
    """Split the channels that stand out, in place; how many rows of weights were added."""
    graph = model.graph
    tables = {t.name: t for t in graph.initializer}
    added = 0
    for activation, weights in products(graph).items():
        parts = np.maximum(np.ceil(most[activation] / (TIMES * np.median(most[activation]))), 1).astype(np.int64)
        if "MultiHeadAttention" in activation or not (parts > 1).any():
            continue  # what attention gives stands out little, and splitting it gained nothing
        again = np.repeat(np.arange(len(parts)), parts - 1)
        for name in weights:
            rows = numpy_helper.to_array(tables[name])
            tables[name].CopyFrom(numpy_helper.from_array(np.concatenate([rows, rows[again]]), name))
            added += len(again)
        _put_before(graph, activation, parts, again)
    return added


def _put_before(graph: Any, activation: str, parts: NDArray[np.int64], again: NDArray[np.int64]) -> None:
    """Divide the channels by their parts and set the further parts behind, ahead of the rounding."""
    name = activation + SPLIT
    share, which = f"{name}_share", f"{name}_which"
    graph.initializer.extend(
        [numpy_helper.from_array((1 / parts).astype(np.float32), share), numpy_helper.from_array(again, which)]
    )
    at = next(k for k, n in enumerate(graph.node) if n.op_type == "DynamicQuantizeLinear" and n.input[0] == activation)
    graph.node[at].input[0] = name
    nodes = [
        helper.make_node("Mul", [activation, share], [f"{name}_first"], name=f"{name}_first"),
        helper.make_node("Gather", [f"{name}_first", which], [f"{name}_further"], name=f"{name}_further", axis=-1),
        helper.make_node("Concat", [f"{name}_first", f"{name}_further"], [name], name=name, axis=-1),
    ]
    for node in reversed(nodes):
        graph.node.insert(at, node)


def main(folders: Sequence[str]) -> None:
    """Look up what the channels reach, split, write."""
    seen = windows_seen()
    for folder in folders:
        path = data_folder() / folder / "model.onnx"
        before = path.read_bytes()
        model = onnx.load_from_string(before)
        if any(t.name.endswith(f"{SPLIT}_share") for t in model.graph.initializer):
            print(f"{folder}: split before; export it anew first")
            continue
        windows = seen[hashlib.sha256(before).hexdigest()]
        added = split(model, reach(model, list(products(model.graph)), windows))
        path.write_bytes(model.SerializeToString())
        print(f"{folder}: {added} rows added by {len(windows)} windows")


if __name__ == "__main__":
    main(sys.argv[1:] or ("tagger", "seer", "closer", "hearer"))
