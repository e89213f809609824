"""The tagger's seeds: figures of training runs, kept in seeds.toml since training is no part of a measuring run."""

import tomllib
from pathlib import Path
from statistics import mean, stdev

from benchmarks.report import command_block, table

_SEEDS = Path(__file__).with_name("seeds.toml")


def seeds_section() -> str:
    """The section on the tagger's seeds."""
    kept = tomllib.loads(_SEEDS.read_text(encoding="utf-8"))
    head = ["measure", *(f"seed {n}" for n in range(1, len(kept["seed"]) + 1)), "mean", "standard deviation"]
    rows = [
        [name, *map(str, values), f"**{mean(values):.1f}**", f"{stdev(values):.2f}"]
        for name, *values in zip(kept["measures"], *kept["seed"], strict=True)
    ]
    note = (
        "The network alone before it is made small: float32, after distillation, from three seeds, before it learned "
        "events. What is shipped is seed 1 gone on with, in int8; the section above measures that. The second learning "
        "was run from one seed only."
    )
    made_by = command_block(["python training/attribution/train.py  (once a seed; its head says with what)"])
    return "\n".join(["### The tagger from three seeds", note, "", table(head, rows), "", f"{kept['day']}.", *made_by])
