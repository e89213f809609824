"""Blend the tagger with what it became by the large readers' answers, and export it as the shipped weights.

Run: python training/attribution/blend.py START FOLDER SHARE        then calibrate.py
START holds student 1 (model.onnx, model.json, tokenizer.json of commit d62aab2), FOLDER what distil.py saved, SHARE is
what is taken of it; the rest is student 1's. Wortsman et al. 2022, "Robust fine-tuning of zero-shot models".
Needs torch, onnx, onnxruntime.
"""

import sys
from pathlib import Path

from distil import begin, load_student
from export import ship_tagger
from joint_model import OWN_HEADS, Reader

from model import Tagger


def blended(start: Path, taught: Reader, share: float) -> Tagger:
    """The tagger between the two."""
    before, after = begin(start, 0).state_dict(), taught.state_dict()
    tagger = Tagger()
    names = [k for k in before if not k.startswith(OWN_HEADS)]
    tagger.load_state_dict({k: share * after[k] + (1 - share) * before[k] for k in names})
    return tagger.eval()


if __name__ == "__main__":
    begun, folder, part = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    tagger = blended(begun, load_student(begun, folder, "tagger", 1), part)
    ship_tagger(tagger, folder / "tagger.onnx", begun / "tokenizer.json")
