"""Export a taught closer in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/close_export.py CLOSER.npz [OUT]
CLOSER is what close.py wrote. Needs torch, onnx, onnxruntime.
"""

import json
import sys
from pathlib import Path

from close_model import taught_closer
from export import FOLDER, export_network, to_eight_bits
from joint_model import WORDS, shipped_weights

OUT = FOLDER.parent / "closer"
LEAST = {"facet": 0.4}


def main(file: Path, out: Path = OUT) -> None:
    """Export, round to eight bits, write the card."""
    out.mkdir(parents=True, exist_ok=True)
    whole = file.with_suffix(".onnx")
    export_network(taught_closer(file, shipped_weights(FOLDER)[WORDS]), whole, ["more"], features=4)
    to_eight_bits(whole, out / "model.onnx")
    (out / "model.json").write_text(json.dumps({"least": LEAST}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(Path, sys.argv[2:3]))
