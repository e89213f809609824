"""Teach the seer: events, facets, acts and reaches, from the project's own corpus.

Run from the repository's root (two cores are enough: about an hour):
    PYTHONPATH=src python training/attribution/joint.py --bench ../shared/bench --tokenizer FILE --start FOLDER
        --out .work/seer
With `--texts FILE` (texts.py) nothing is read anew. FOLDER holds the attribution tagger it begins as (model.onnx,
model.json): src/truceline/data/tagger of commit d62aab2. Each step takes a batch of reports; every few steps one of
claims alone, of single sentences, of marked ones, and of PolNeAR's articles for their acts. `--go-on-from READER` goes
on from a reader taught before instead (src/truceline/data: from the shipped one), with `--other READER --share S` from
S parts of it and the rest of another's. On a GPU batches may be several times as large (`--times`).
Needs torch, onnx, tokenizers.
"""

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path

import torch
from batches import collate
from corpus import Article
from course import Course
from joint_losses import act_loss, reports_loss
from joint_measure import measure
from joint_model import Reader, begin, load_reader, reader_from_rounded, save_reader
from layers import Act, Layers, acts_in
from losses import split
from lots import blanked, news_batches, own_batches
from texts import asked_texts, texts_of
from torch import nn

SIZES = {"reports": 14, "claims": 14, "marked": 32, "lines": 32}
WINDOWS_A_STEP = 4
EVERY = {"reports": 1, "claims": 2, "marked": 2, "lines": 4, "news": 4}
"""Every how many steps a batch of each kind comes."""
DROPPED, RATE = 0.15, 3e-4
"""Dropout, and the rate of the top layer."""


def start(folder: Path | None, seed: int, taught: Reader | None) -> Reader:
    """The model to teach: the reader that was `taught` before, or the tagger of a folder with new heads."""
    torch.manual_seed(seed)
    if taught is None and folder is None:
        raise SystemExit("say what it begins as: --start FOLDER or --go-on-from READER")
    reader = taught or begin(folder or Path(), seed)
    for part in reader.enc.layers.modules():
        if isinstance(part, nn.Dropout):
            part.p = DROPPED
    return reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to learn, and from which seed."""

    steps: int
    seed: int
    rate: float
    seconds: float = float("inf")
    times: int = 1
    device: str = "cpu"


@dataclass(frozen=True, slots=True)
class News:
    """Articles whose attributions are annotated, and the acts of some of these, by article."""

    articles: list[Article]
    acts: dict[str, list[Act]]


def teach(lots: dict[str, list[Layers]], news: News, reader: Reader, plan: Plan) -> Reader:
    """The whole course; `lots` are reports, claims, single sentences, and sentences marked for happenings alone."""
    course, rng = Course(reader.to(plan.device), plan.steps, plan.rate, plan.seconds), random.Random(plan.seed)
    own = {name: own_batches(name, lots[name], plan.times * size, rng, plan.device) for name, size in SIZES.items()}
    windows = news_batches(news.articles, rng, plan.times * WINDOWS_A_STEP)
    while course.share() < 1:
        number = course.done
        reader.train()
        with torch.autocast(plan.device, torch.bfloat16):
            turn = [next(batches) for name, batches in own.items() if number % EVERY[name] == 0]
            losses = [reports_loss(reader, blanked(one.batch), one.layers, tags=one.tags) for one in turn]
            if number % EVERY["news"] == 0:
                some = next(windows)
                _, (more, *_) = split(reader, collate(some, plan.device))
                losses.append(act_loss(more, acts_in(some, news.acts)))
        course.step(torch.stack(losses).sum())
        course.tell(losses)
    return course.finish()


def main() -> None:
    """Teach, save, measure on the development part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked_texts(parser)
    parser.add_argument("--start", type=Path, help="folder of a tagger to begin as")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--go-on-from", type=Path, help="a reader taught before")
    parser.add_argument("--words", type=Path, help="word vectors as close_model.py wrote them: that reader is rounded")
    parser.add_argument("--other", type=Path, help="another reader, for the mean of both")
    parser.add_argument("--share", type=float, default=1.0, help="of the first in that mean")
    parser.add_argument("--rate", type=float, default=RATE, help="rate of the top layer")
    parser.add_argument(
        "--seconds", type=float, default=float("inf"), help="end after so many, at the rate that is due then"
    )
    asked = parser.parse_args()
    texts = texts_of(asked)
    news = News([a for a in texts.articles if a.id in texts.acts], texts.acts)
    print({name: len(lot) for name, lot in texts.lots.items()}, len(news.articles), "articles", flush=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    plan = Plan(
        steps=asked.steps, seed=asked.seed, rate=asked.rate, seconds=asked.seconds, times=asked.times, device=device
    )
    taught = None
    if asked.words:
        taught = reader_from_rounded(asked.go_on_from, asked.words)
    elif asked.go_on_from:
        taught = load_reader(asked.go_on_from, asked.other, asked.share)
    reader = teach(texts.lots, news, start(asked.start, asked.seed, taught), plan)
    save_reader(reader, asked.out, asked.seed)
    print(asked.seed, json.dumps(measure(reader, texts.dev, device)), flush=True)


if __name__ == "__main__":
    main()
