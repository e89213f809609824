"""Export a taught seer: its heads alone, in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/joint_export.py FOLDER START [BEFORE SHARE]
FOLDER is what distil.py saved, START holds the tagger it began as. With BEFORE, the seer shipped before (a reader's
npz), SHARE is what is taken of the new one; the rest is BEFORE's. Needs torch, onnx, onnxruntime.
"""

import sys
from pathlib import Path

import numpy as np
import onnx.utils
import torch
from distil import load_student
from export import FOLDER, OUTPUTS, export_network, to_eight_bits, write_card
from joint_model import Reader

from truceline.read.claims.tagger import heads

OUT = FOLDER.parent / "seer"
OWN = ["more", "event_key", "event_query"]
LEAST = {"mention": 0.03, "facet": 0.4}


def blended(seer: Reader, before: Path, share: float) -> Reader:
    """The seer between what it was and what it is."""
    was, now = np.load(before), seer.state_dict()
    seer.load_state_dict({k: share * v + (1 - share) * torch.tensor(was[k]) for k, v in now.items()})
    return seer


def main(folder: Path, began_from: Path, before: Path | None = None, share: float = 1.0) -> None:
    """Export, leave the tagger's own heads out, round to eight bits, write the card."""
    seer = load_student(began_from, folder, "seer", 1)
    if before is not None:
        seer = blended(seer, before, share)
    export_network(seer, folder / "whole.onnx", [*OUTPUTS, *OWN])
    onnx.utils.extract_model(folder / "whole.onnx", folder / "reader.onnx", ["ids", "feat"], OWN)
    OUT.mkdir(parents=True, exist_ok=True)
    to_eight_bits(folder / "reader.onnx", OUT / "model.onnx")
    write_card(OUT, seer.event_dist, heads=heads.WIDTHS, least=LEAST)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(Path, sys.argv[3:4]), *map(float, sys.argv[4:5]))
