"""Export a taught seer: its heads alone, in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/joint_export.py .work/seer 1 FOLDER
FOLDER holds the tagger it began as, for joint.py. Needs torch, onnx, onnxruntime.
"""

import json
import sys
from pathlib import Path

import onnx.utils
import torch
from export import OVERLAP, WINDOW, export_network, to_eight_bits
from joint import start
from joint_model import Reader

from truceline.read.claims.tagger import heads

OUT = Path("src/truceline/data/seer")
OUTPUTS = ["more", "event_key", "event_query"]
LEAST = {"mention": 0.03, "facet": 0.4}


def load_reader(folder: Path, number: int, began_from: Path) -> Reader:
    """A reader saved by `joint.py`."""
    return start(began_from, number, folder / f"reader{number}.npz").eval()


def rounded(table: torch.Tensor) -> list[list[float]]:
    """A table of distances for the card."""
    return [[round(float(x), 4) for x in row] for row in table.detach()]


def main(folder: Path, number: int, began_from: Path, out: Path = OUT) -> None:
    """Export, leave the tagger's own heads out, round to eight bits, write the card."""
    reader = load_reader(folder, number, began_from)
    export_network(reader, folder / "whole.onnx", ["tag", "key", "query", "none", *OUTPUTS])
    onnx.utils.extract_model(folder / "whole.onnx", folder / "reader.onnx", ["ids", "feat"], OUTPUTS)
    out.mkdir(parents=True, exist_ok=True)
    to_eight_bits(folder / "reader.onnx", out / "model.onnx")
    card = {
        "window": WINDOW,
        "overlap": OVERLAP,
        "distance": rounded(reader.event_dist),
        "heads": heads.WIDTHS,
        "least": LEAST,
    }
    (out / "model.json").write_text(json.dumps(card) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), *map(Path, sys.argv[4:5]))
