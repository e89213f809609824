"""Blend the tagger with what it became on reports, and export it as the shipped weights.

Run: python training/attribution/blend.py START READER SHARE        then calibrate.py
START holds student 1 (model.onnx, model.json, tokenizer.json of commit d62aab2), READER is a reader taught from it
(reader1.npz), SHARE what is taken of the reader's weights; the rest is student 1's. Wortsman et al. 2022, "Robust
fine-tuning of zero-shot models". Needs torch, onnx, onnxruntime.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from export import ship_tagger
from joint_model import start_from_shipped

from model import Tagger


def blended(start: Path, reader: Path, share: float) -> Tagger:
    """The tagger between the two; the first a folder, or weights as `save_reader` writes them."""
    tagger = Tagger()
    if start.is_dir():
        start_from_shipped(tagger, start)
    else:
        state = np.load(start)
        tagger.load_state_dict({k: torch.tensor(state[k]) for k in tagger.state_dict()})
    taught, before = np.load(reader), tagger.state_dict()
    tagger.load_state_dict({k: share * torch.tensor(taught[k]) + (1 - share) * v for k, v in before.items()})
    return tagger.eval()


if __name__ == "__main__":
    begun, taught_to, part = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    ship_tagger(blended(begun, taught_to, part), taught_to.parent / "tagger.onnx", begun / "tokenizer.json")
