"""Export the taught seer: its heads alone, in eight bits, beside the tagger whose tokenizer it shares.

Run: python training/attribution/joint_export.py FOLDER READER.npz [READER.npz]
FOLDER is the package's seer folder. Of two readers the mean is shipped, as one network (pair.py).
Needs torch, onnx, onnxruntime.
"""

import argparse
import tempfile
from pathlib import Path

from export import FourBits, Words, export_network, to_eight_bits, write_card
from joint_model import load_reader
from pair import Pair

from truceline.read.claims.tagger import heads

OWN = ["more", "event_key", "event_query"]
LEAST = {"mention": 0.1, "facet": 0.45}


def main() -> None:
    """Export, round to eight bits, write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("readers", type=Path, nargs="+")
    asked = parser.parse_args()
    pair = Pair([load_reader(file) for file in asked.readers]).eval()
    table = pair.readers[0].enc.word.weight.data
    words = Words(table) if len(pair.readers) == 1 else FourBits(table)
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        export_network(pair, words, whole, OWN)
        to_eight_bits(whole, asked.folder / "model.onnx")
    write_card(asked.folder, pair.event_dist, heads=heads.WIDTHS, least=LEAST)


if __name__ == "__main__":
    main()
