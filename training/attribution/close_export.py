"""Export a taught closer in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/close_export.py CLOSER.npz [OUT]
CLOSER is what close.py wrote. Needs torch, onnx, onnxruntime.
"""

import sys
from pathlib import Path

from close_model import Closer, taught
from export import FOLDER, ship_look
from joint_model import WORDS, shipped_weights

OUT = FOLDER.parent / "closer"
LEAST = {"facet": 0.4}


def main(file: Path, out: Path = OUT) -> None:
    """Export, round to eight bits, write the card."""
    ship_look(taught(Closer(), [file], shipped_weights(FOLDER)[WORDS]), file.with_suffix(".onnx"), out, least=LEAST)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(Path, sys.argv[2:3]))
