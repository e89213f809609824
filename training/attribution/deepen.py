"""A reader with more layers that reads as the one it is made from, for distil.py and joint.py to go on from.

Run: python training/attribution/deepen.py READER.npz FOLDER --tokenizer FILE --after 0 1 2 3 4 5
After each named layer one is put that begins as that layer, but adds nothing yet: what goes out of its two parts is
nought, and its two norms give back what came in, as near as a scale and a shift for each dimension can (least squares
on reports of our corpus). After Gong et al. 2019, "Efficient training of BERT by progressively stacking", and Net2Net
(Chen et al. 2016). Word vectors are rounded to four bits, as a network of twelve layers ships them to stay under
30 MB. Needs torch, tokenizers.
"""

import argparse
import copy
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from batches import Batch
from corpus import open_tokenizer
from joint_model import Reader, load_reader, save_reader
from layers import read_layers
from lots import CORPUS, own_batches
from torch import Tensor, nn

from model import Encoder, Layer, four_bits

SAMPLE, SIZE = 8, 32
"""Batches and texts in each, by which the norms are fitted."""


def deepen(reader: Reader, after: Sequence[int], sample: Sequence[Batch]) -> Reader:
    """The reader with a layer more after each of those numbered."""
    layers: list[Layer] = []
    for number, layer in enumerate(reader.enc.layers):
        layers.append(layer)
        if number in after:
            layers.append(_idle(layer, _words_after(reader, number, sample)))
    deeper = Reader(Encoder(0))
    deeper.enc.layers = nn.ModuleList(layers)
    deeper.load_state_dict(reader.state_dict() | deeper.enc.layers.state_dict(prefix="enc.layers."))
    rows, scale = four_bits(deeper.enc.word.weight.data)
    deeper.enc.word.weight.data = rows * scale
    return deeper.eval()


def _idle(layer: Layer, words: Tensor) -> Layer:
    made = copy.deepcopy(layer)
    for part in (made.o, made.d):
        nn.init.zeros_(part.weight)
        nn.init.zeros_(part.bias)
    for norm in (made.n1, made.n2):
        plain = nn.functional.layer_norm(words, words.shape[-1:])
        middle, wanted = plain.mean(0), words.mean(0)
        slope = ((plain - middle) * (words - wanted)).sum(0) / (plain - middle).square().sum(0).clamp(min=1e-9)
        norm.weight.data, norm.bias.data = slope, wanted - slope * middle
    return made


@torch.no_grad()
def _words_after(reader: Reader, number: int, sample: Sequence[Batch]) -> Tensor:
    """What comes out of a layer for each word piece of the sample: (pieces, 384)."""
    whole, shallow = reader.enc.layers, reader.enc
    shallow.layers = whole[: number + 1]
    found = [shallow(batch.ids, batch.features)[batch.ids != 0] for batch in sample]
    shallow.layers = whole
    return torch.cat(found)


def main() -> None:
    """Make and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reader", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--after", type=int, nargs="+", required=True)
    asked = parser.parse_args()
    reports = read_layers(open_tokenizer(asked.tokenizer), CORPUS, "dev")
    batches = own_batches("reports", reports, SIZE, Random(1))
    sample = [next(batches).batch for _ in range(SAMPLE)]
    save_reader(deepen(load_reader(asked.reader).eval(), asked.after, sample), asked.out, 1)


if __name__ == "__main__":
    main()
