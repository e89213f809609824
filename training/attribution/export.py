"""Export one student as the shipped weights: ONNX, eight bits, attention as one fused operator.

Run: python training/attribution/export.py .work/tagger 1 FOLDER
FOLDER is the package's model folder, as for train.py. Student 1 is shipped: the first seed, not the best on the
development articles. Then run calibrate.py. Needs torch, onnx, onnxruntime.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from model import HEADS, Encoder, Layer, Tagger, eight_bits, load_student

FOLDER = Path(__file__).parents[2] / "src/truceline/data/tagger"
WINDOW, OVERLAP = 384, 30
TAGGED_BY: dict[str, Any] = {"window": 256, "overlap": 20, "by_paragraph": True}
"""How the tagger reads, which needs less around it than the seer: an eighth faster, and no worse (decision 0046)."""
OUTPUTS = ["tag", "key", "query", "none"]


class Fused(torch.autograd.Function):
    """Attention as onnxruntime's own operator: a third less time than the parts."""

    @staticmethod
    def forward(_context: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """The same arithmetic in torch, for tracing."""
        b, n, width = q.shape
        heads = [y.view(b, n, HEADS, width // HEADS).transpose(1, 2) for y in (q, k, v)]
        return nn.functional.scaled_dot_product_attention(*heads).transpose(1, 2).reshape(b, n, width)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any) -> Any:
        """The operator's name in ONNX."""
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


def _attend(layer: Layer, x: Tensor, _mask: Tensor | None) -> Tensor:
    fused: Tensor = Fused.apply(layer.q(x), layer.k(x), layer.v(x))  # type: ignore[no-untyped-call]
    return fused


class Words(nn.Module):
    """Word vectors read from eight bits."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        rows, scale = eight_bits(table)
        self.register_buffer("rows", rows)
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """(batch, pieces) to (batch, pieces, 384)."""
        return self.rows[ids].float() * self.scale[ids]  # type: ignore[index, no-any-return]


class OneWindow(nn.Module):
    """A tagger that sees one window, without padding."""

    def __init__(self, tagger: nn.Module) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """(1, pieces) and (1, pieces, 3) to each piece's outputs."""
        return self.tagger(ids, features, masked=False)  # type: ignore[no-any-return]


def export_network(student: nn.Module, to: Path, names: list[str], features: int = 3) -> None:
    """One window at a time, any length: no mask is needed; of each piece it takes so many `features`."""
    Layer.attend = _attend  # type: ignore[method-assign, assignment]
    words = Words(student.enc.word.weight.data)
    Encoder.words = lambda _self, ids: words(ids)  # type: ignore[method-assign]
    example = torch.randint(1, 30000, (1, 50)), torch.zeros(1, 50, features, dtype=torch.long)
    torch.onnx.export(
        OneWindow(student),
        example,
        str(to),
        input_names=["ids", "feat"],
        output_names=names,
        dynamic_axes={name: {1: "pieces"} for name in ["ids", "feat", *names]},
        opset_version=20,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def to_eight_bits(network: Path, to: Path) -> None:
    """Products by tables in eight bits, a scale a column; seven bits used, since not every processor sums eight."""
    quantize_dynamic(
        network,
        to,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": 1},
    )


def ship_look(network: nn.Module, whole: Path, folder: Path, **card: Any) -> None:
    """Export a network that is shown marked words to `whole`, round to eight bits, write the card beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    export_network(network, whole, ["more"], features=4)
    to_eight_bits(whole, folder / "model.onnx")
    (folder / "model.json").write_text(json.dumps(card) + "\n", encoding="utf-8")


def write_card(folder: Path, distance: Tensor, **more: Any) -> None:
    """The network's windows, its table of distances and `more` beside the weights in a folder."""
    rows = [[round(float(x), 4) for x in row] for row in distance.detach()]
    card = {"window": WINDOW, "overlap": OVERLAP, "distance": rows, **more}
    (folder / "model.json").write_text(json.dumps(card) + "\n", encoding="utf-8")


def ship_tagger(tagger: Tagger, whole: Path, tokenizer: Path) -> None:
    """Export to `whole`, round to eight bits, write the card, and take the tokenizer along."""
    export_network(tagger, whole, OUTPUTS)
    to_eight_bits(whole, FOLDER / "model.onnx")
    if tokenizer.resolve() != (FOLDER / "tokenizer.json").resolve():
        shutil.copy(tokenizer, FOLDER / "tokenizer.json")
    write_card(FOLDER, tagger.dist, **TAGGED_BY, calibration=[0.0] * 7)


def main(folder: Path, number: int, minilm: Path) -> None:
    """Export, round to eight bits, write the card."""
    ship_tagger(load_student(folder, number), folder / "student.onnx", minilm / "tokenizer.json")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
