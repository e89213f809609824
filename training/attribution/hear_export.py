"""Export a taught hearer in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/hear_export.py HEARER.npz [OUT]
HEARER is what hear.py wrote; then `even.py hearer`. Needs torch, onnx, onnxruntime.
"""

import json
import math
import sys
from pathlib import Path

import torch
from export import FOLDER, export_network, to_eight_bits
from hear import ASSERTS, PLAIN
from hear_model import taught_hearer
from joint_model import WORDS, shipped_weights

from truceline.read.claims.tagger import hearer

OUT = FOLDER.parent / "hearer"
SHARE = {"act": 0.5, "reach": 0.7}
"""What its answer counts beside the seer's, of both."""


def main(file: Path, out: Path = OUT) -> None:
    """Export, round to eight bits, write the card."""
    out.mkdir(parents=True, exist_ok=True)
    whole = file.with_suffix(".onnx")
    taught = taught_hearer(file, shipped_weights(FOLDER)[WORDS])
    with torch.no_grad():  # as if each round had taken all assertions
        taught.more.bias[hearer.columns("act")][ASSERTS] -= math.log(PLAIN)
    export_network(taught, whole, ["more"], features=4)
    to_eight_bits(whole, out / "model.onnx")
    (out / "model.json").write_text(json.dumps({"share": SHARE}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(Path, sys.argv[2:3]))
