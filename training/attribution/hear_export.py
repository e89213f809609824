"""Export a taught hearer in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/hear_export.py HEARER.npz [HEARER.npz ...] [--out FOLDER]
HEARER is what hear.py wrote; of several, of which one went on from another, the mean of their weights (Wortsman et al.
2022, "Model soups"). Then `even.py hearer`. Needs torch, onnx, onnxruntime.
"""

import argparse
import math
from pathlib import Path

import torch
from close_model import taught
from export import FOLDER, ship_look
from hear import TAKEN
from hear_model import Hearer
from joint_model import WORDS, shipped_weights

from truceline.read.claims.tagger import hearer

OUT = FOLDER.parent / "hearer"
SHARE = {"act": 0.65, "reach": 0.7}
"""What its answer counts beside the seer's, of both."""


def main() -> None:
    """Export, round to eight bits, write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    made = taught(Hearer(), asked.files, shipped_weights(FOLDER)[WORDS])
    with torch.no_grad():  # as if each round had taken all claims
        for act, share in TAKEN.items():
            made.more.bias[hearer.columns("act")][act] -= math.log(share)
    ship_look(made, asked.files[-1].with_suffix(".onnx"), asked.out, share=SHARE)


if __name__ == "__main__":
    main()
