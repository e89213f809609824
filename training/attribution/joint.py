"""Teach the seer: events, facets, acts and reaches, from the project's own corpus.

Run from the repository's root (two cores are enough: about an hour):
    PYTHONPATH=src python training/attribution/joint.py --bench ../shared/bench --start FOLDER --out .work/seer
FOLDER holds the attribution tagger it begins as (model.onnx, model.json, tokenizer.json): src/truceline/data/tagger of
commit d62aab2. Each step takes a batch of reports; every few steps one of claims alone, of single sentences, of marked
ones, and of PolNeAR's articles for their acts. `--go-on-from READER` goes on from a reader taught before.
Needs torch, onnx, tokenizers.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from batches import Batch, collate, epoch
from corpus import Article, read_annotated
from joint_losses import act_loss, reports_loss
from joint_model import Reader, start_from_shipped
from layers import (
    Act,
    LayerBatch,
    Layers,
    acts_in,
    cropped_layers,
    joined_layers,
    layer_batch,
    marked_layers,
    read_layers,
    read_news_acts,
)
from losses import split
from tokenizers import Tokenizer
from torch import nn

from model import LAYERS
from truceline.read.claims.tagger.windows import END, Window

CORPUS = Path(__file__).parents[1] / "corpus"
NEWS_ACTS = CORPUS / "news_acts.tsv"
REPORTS_A_STEP, LINES_A_STEP, WINDOWS_A_STEP = 14, 32, 4
JOINED = 200
EVERY = {"reports": 1, "claims": 2, "marked": 2, "lines": 4, "news": 4}
"""Every how many steps a batch of each kind comes."""
BLANK, BLANKED, DROPPED = 103, 0.12, 0.15
"""The vocabulary's mark for a hidden piece, the share hidden in what is learned from few texts, and dropout."""
OWN_HEADS = ("more", "event_")
"""Parameters the tagger it begins as has not."""
RATE, DECAY, NEW = 3e-4, 0.9, 4
"""Rate of the top layer, its share for each layer below, and how much faster new heads learn."""


def start(folder: Path, seed: int, taught: Path | None) -> Reader:
    """The model to teach: the tagger of a folder with new heads, or the reader that was `taught` before."""
    torch.manual_seed(seed)
    reader = Reader()
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    start_from_shipped(reader, folder)
    reader.dist.data = torch.tensor(card["distance"])
    if taught is not None:
        state = np.load(taught)
        reader.load_state_dict({k: torch.tensor(state[k]) for k in state})
    for part in reader.enc.layers.modules():
        if isinstance(part, nn.Dropout):
            part.p = DROPPED
    return reader


def groups(model: Reader, top: float) -> list[dict[str, object]]:
    """Parameters by rate: new heads fastest, lower layers slowest."""
    made = []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        depth = int(name.split(".")[2]) if name.startswith("enc.layers.") else -1
        rate = top * DECAY ** (LAYERS - 1 - depth)
        if not name.startswith("enc."):
            rate = top * (NEW if name.startswith(OWN_HEADS) else 2)
        made.append({"params": [p], "base": rate, "weight_decay": 0.01})
    return made


def report_batches(some: list[Layers], rng: random.Random, size: int) -> Iterator[tuple[Batch, LayerBatch]]:
    """Endless batches of the corpus, each text whole; batches of like lengths, in shuffled order."""
    while True:
        order = sorted(some, key=lambda x: len(x.article.spans) + rng.random() * 30)
        lots = [order[i : i + size] for i in range(0, len(order), size)]
        rng.shuffle(lots)
        for lot in lots:
            whole = [(x.article, Window(0, len(x.article.spans), 0, len(x.article.spans))) for x in lot]
            batch = collate(whole, "cpu")
            yield batch, layer_batch(lot, batch.first.shape[1])


def blanked(batch: Batch) -> Batch:
    """The batch with a few word pieces hidden: what is told must be known by its context too."""
    hidden = (torch.rand(batch.ids.shape) < BLANKED) & (batch.ids > END)
    return replace(batch, ids=batch.ids.masked_fill(hidden, BLANK))


class Course:
    """The model, its optimiser and the running mean of its weights."""

    def __init__(self, model: Reader, steps: int, rate: float) -> None:
        self.model, self.steps, self.done = model, steps, 0
        self.optimiser = torch.optim.AdamW(groups(model, rate), betas=(0.9, 0.98))
        self.mean: dict[str, torch.Tensor] | None = None

    def step(self, loss: torch.Tensor) -> None:
        """One step: a short rise of the rate, then a straight fall."""
        share = self.done / self.steps
        factor = min(share / 0.06 + 0.02, (1 - share) / 0.94 + 0.01, 1)
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * factor
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.done += 1
        if share > 0.6:
            self._average()

    @torch.no_grad()
    def _average(self) -> None:
        state = {k: v.detach() for k, v in self.model.state_dict().items()}
        if self.mean is None:
            self.mean = {k: v.clone() for k, v in state.items()}
        for name, value in state.items():
            self.mean[name].lerp_(value, 0.02)

    def finish(self) -> Reader:
        """The model with its mean weights."""
        if self.mean is not None:
            self.model.load_state_dict(self.mean)
        return self.model.eval()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to learn, and from which seed."""

    steps: int
    seed: int
    rate: float


@dataclass(frozen=True, slots=True)
class News:
    """Articles whose attributions are annotated, and the acts of some of these, by article."""

    articles: list[Article]
    acts: dict[str, list[Act]]


def teach(lots: dict[str, list[Layers]], news: News, reader: Reader, plan: Plan) -> Reader:
    """The whole course; `lots` are reports, claims, single sentences, and sentences marked for happenings alone."""
    course, rng = Course(reader, plan.steps, plan.rate), random.Random(plan.seed)
    size = {"lines": LINES_A_STEP, "marked": LINES_A_STEP}
    own = {name: report_batches(some, rng, size.get(name, REPORTS_A_STEP)) for name, some in lots.items() if some}
    windows = (w for _ in iter(int, 1) for w in epoch(news.articles, 384, WINDOWS_A_STEP, rng))
    for number in range(plan.steps):
        reader.train()
        losses = []
        for name, batches in own.items():
            if number % EVERY[name] == 0:
                batch, layers = next(batches)
                with torch.autocast("cpu", torch.bfloat16):
                    losses.append(reports_loss(reader, blanked(batch), layers, tags=name != "marked"))
        if news.articles and number % EVERY["news"] == 0:
            some = next(windows)
            with torch.autocast("cpu", torch.bfloat16):
                _, (more, *_) = split(reader, collate(some, "cpu"))
                losses.append(act_loss(more, acts_in(some, news.acts)))
        course.step(torch.stack(losses).sum())
        if number % 50 == 0:
            print(f"step {number}/{plan.steps}", *(f"{float(loss.detach()):.3f}" for loss in losses), flush=True)
    return course.finish()


def main() -> None:
    """Teach and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("bench", "start", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--go-on-from", type=Path, help="a reader taught before")
    parser.add_argument("--rate", type=float, default=RATE, help="rate of the top layer")
    parser.add_argument("--leave-out", default="", help="a file of the corpus to measure on instead")
    asked = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(asked.start / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    every = read_layers(tokenizer, asked.corpus)
    kept_out = [x for x in every if asked.leave_out and x.article.id.startswith(asked.leave_out)]
    some = [x for x in every if not any(x is y for y in kept_out)]
    lots = {"reports": [x for x in some if x.events], "claims": [x for x in some if not x.events]}
    if not asked.leave_out:
        lots["reports"] += joined_layers(tokenizer, asked.corpus, JOINED)
        lots["lines"] = cropped_layers(tokenizer, asked.corpus)
    lots["marked"] = marked_layers(tokenizer, asked.corpus)
    articles = read_annotated(tokenizer, asked.bench / "attribution/polnear_train.jsonl")
    acts = read_news_acts(NEWS_ACTS, articles)
    news = News([a for a in articles if a.id in acts], acts)
    print({name: len(lot) for name, lot in lots.items()}, len(news.articles), "articles", flush=True)
    plan = Plan(steps=asked.steps, seed=asked.seed, rate=asked.rate)
    reader = teach(lots, news, start(asked.start, asked.seed, asked.go_on_from), plan)
    asked.out.mkdir(parents=True, exist_ok=True)
    state = {k: v.numpy().astype(np.float32) for k, v in reader.state_dict().items()}
    np.savez(asked.out / f"reader{asked.seed}.npz", **state)
    if kept_out:
        from joint_measure import measure  # noqa: PLC0415  only asked for while developing

        print(json.dumps(measure(reader, kept_out), indent=1))


if __name__ == "__main__":
    main()
