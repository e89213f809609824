"""Export a taught reader as the shipped weights: as `export.py`, with the heads of events beside those of attribution.

Run: python training/attribution/joint_export.py .work/joint 1 FOLDER
FOLDER holds the tagger it began from, as for joint.py. Then run calibrate.py. Needs torch, onnx, onnxruntime.
"""

import json
import shutil
import sys
from pathlib import Path

import torch
from export import FOLDER, OUTPUTS, OVERLAP, WINDOW, export_network, to_eight_bits
from joint import start
from joint_model import Reader

from truceline.read.claims.tagger import heads

NAMES = [*OUTPUTS, "more", "event_key", "event_query"]
LEAST = {"mention": 0.03, "facet": 0.4}


def load_reader(folder: Path, number: int, began_from: Path) -> Reader:
    """A reader saved by `joint.py`."""
    reader, _ = start(began_from, number, folder / f"reader{number}.npz")
    return reader.eval()


def rounded(table: torch.Tensor) -> list[list[float]]:
    """A table of distances for the card."""
    return [[round(float(x), 4) for x in row] for row in table.detach()]


def main(folder: Path, number: int, began_from: Path, out: Path = FOLDER) -> None:
    """Export, round to eight bits, write the card."""
    reader = load_reader(folder, number, began_from)
    export_network(reader, folder / "reader.onnx", NAMES)
    to_eight_bits(folder / "reader.onnx", out / "model.onnx")
    if began_from.resolve() != out.resolve():
        shutil.copy(began_from / "tokenizer.json", out / "tokenizer.json")
    card = {
        "window": WINDOW,
        "overlap": OVERLAP,
        "distance": rounded(reader.dist),
        "event_distance": rounded(reader.event_dist),
        "heads": heads.WIDTHS,
        "least": LEAST,
        "calibration": [0.0] * 7,
    }
    (out / "model.json").write_text(json.dumps(card) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), *map(Path, sys.argv[4:5]))
