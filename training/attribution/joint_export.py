"""Export a taught seer: its heads alone, in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/joint_export.py .work/seer 1 [OUT]
Needs torch, onnx, onnxruntime.
"""

import sys
from pathlib import Path

import onnx.utils
from export import FOLDER, OUTPUTS, export_network, to_eight_bits, write_card
from joint_model import load_reader

from truceline.read.claims.tagger import heads

OUT = FOLDER.parent / "seer"
OWN = ["more", "event_key", "event_query"]
LEAST = {"mention": 0.1, "facet": 0.45}


def main(folder: Path, number: int, out: Path = OUT) -> None:
    """Export, leave the tagger's own heads out, round to eight bits, write the card."""
    reader = load_reader(folder / f"reader{number}.npz").eval()
    export_network(reader, folder / "whole.onnx", [*OUTPUTS, *OWN])
    onnx.utils.extract_model(folder / "whole.onnx", folder / "reader.onnx", ["ids", "feat"], OWN)
    out.mkdir(parents=True, exist_ok=True)
    to_eight_bits(folder / "reader.onnx", out / "model.onnx")
    write_card(out, reader.event_dist, heads=heads.WIDTHS, least=LEAST)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *map(Path, sys.argv[3:4]))
