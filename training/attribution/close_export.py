"""Export a taught closer in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/close_export.py CLOSER.npz [OUT]
CLOSER is what close.py wrote. Needs torch, onnx, onnxruntime.
"""

import json
import sys
from pathlib import Path

import torch
from close_model import taught_closer
from export import FOLDER, OneWindow, Words, _attend, to_eight_bits
from joint_model import WORDS, shipped_weights

from model import Encoder, Layer

OUT = FOLDER.parent / "closer"
LEAST = {"facet": 0.45}


def main(file: Path, out: Path = OUT) -> None:
    """Export, round to eight bits, write the card."""
    closer = taught_closer(file, shipped_weights(FOLDER)[WORDS])
    Layer.attend = _attend  # type: ignore[method-assign, assignment]
    words = Words(closer.enc.word.weight.data)
    Encoder.words = lambda _self, ids: words(ids)  # type: ignore[method-assign]
    out.mkdir(parents=True, exist_ok=True)
    whole = out / "whole.onnx"
    example = torch.randint(1, 30000, (1, 50)), torch.zeros(1, 50, 4, dtype=torch.long)
    torch.onnx.export(
        OneWindow(closer),
        example,
        str(whole),
        input_names=["ids", "feat"],
        output_names=["more"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "feat", "more")},
        opset_version=20,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )
    to_eight_bits(whole, out / "model.onnx")
    whole.unlink()
    (out / "model.json").write_text(json.dumps({"least": LEAST}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(Path, sys.argv[2:3]))
