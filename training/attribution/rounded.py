"""Weights rounded to few steps a row, for the way to another machine and back; what learns on mends what that costs.

Run: python training/attribution/rounded.py model.safetensors STEPS OUT OUT      in two files of about one size
A machine with a GPU takes and gives only so much at once. Needs torch, safetensors.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

FROM = 2
"""Tables of fewer dimensions are left as they are."""


def save_rounded(state: Mapping[str, Tensor], file: Path, steps: int = 127) -> None:
    """Each row of a table as whole numbers from -steps to steps with its scale, packed; the rest as half floats."""
    made: dict[str, np.ndarray] = {}
    for name, value in state.items():
        table = value.detach().float().cpu()
        if table.ndim < FROM:
            made[name] = table.numpy().astype(np.float32)
            continue
        scale = table.abs().amax(-1, keepdim=True).clamp(min=1e-12) / steps
        made[name] = torch.round(table / scale).to(torch.int8).numpy()
        made[f"{name}|scale"] = scale.numpy().astype(np.float32)
    np.savez_compressed(file, **made)  # type: ignore[arg-type]  any number of arrays by name


def load_rounded(files: Sequence[Path]) -> dict[str, Tensor]:
    """The tables of one or more such files as real numbers."""
    state: dict[str, Tensor] = {}
    for file in files:
        packed = np.load(file)
        for name in packed.files:
            if not name.endswith("|scale"):
                value = torch.tensor(packed[name].astype(np.float32))
                state[name] = value * torch.tensor(packed[f"{name}|scale"]) if f"{name}|scale" in packed else value
    return state


def main(weights: Path, steps: int, first: Path, second: Path) -> None:
    """Half of the weights into each file."""
    state = {k: v for k, v in load_file(str(weights)).items() if v.is_floating_point()}
    half, seen, parts = sum(v.numel() for v in state.values()) / 2, 0, ({}, {})
    for name, value in sorted(state.items()):
        parts[seen > half][name] = value
        seen += value.numel()
    for part, file in zip(parts, (first, second), strict=True):
        save_rounded(part, file, steps)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
