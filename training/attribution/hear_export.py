"""Export a taught hearer in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/hear_export.py HEARER.npz [OUT]
HEARER is what hear.py wrote; then `even.py hearer`. Needs torch, onnx, onnxruntime.
"""

import math
import sys
from pathlib import Path

import torch
from close_model import taught
from export import FOLDER, ship_look
from hear import TAKEN
from hear_model import Hearer
from joint_model import WORDS, shipped_weights

from truceline.read.claims.tagger import hearer

OUT = FOLDER.parent / "hearer"
SHARE = {"act": 0.5, "reach": 0.7}
"""What its answer counts beside the seer's, of both."""


def main(file: Path, out: Path = OUT) -> None:
    """Export, round to eight bits, write the card."""
    made = taught(Hearer(), file, shipped_weights(FOLDER)[WORDS])
    with torch.no_grad():  # as if each round had taken all claims
        for act, share in TAKEN.items():
            made.more.bias[hearer.columns("act")][act] -= math.log(share)
    ship_look(made, file.with_suffix(".onnx"), out, share=SHARE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(Path, sys.argv[2:3]))
