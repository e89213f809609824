"""Teach one large reader everything: attributions, events, facets, acts and reaches, from PolNeAR and our own corpus.

Run on a machine with a GPU, once for each seed:
    python training/attribution/teach.py --bench ../shared/bench --mpnet model.safetensors --tokenizer FILE
        --out FILE --seed 1
The tokenizer is the shipped one; with `--texts FILE` (texts.py) nothing is read anew. What it saves is no part of the
package: distil.py teaches the small networks by it, and may begin to while the teacher learns on, since it is saved
every so many seconds (`--every`). `--go-on-from FILE` goes on from a teacher saved before.
Needs torch, safetensors, tokenizers.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

import torch
from batches import Batch, collate
from corpus import Article
from course import Course
from joint_losses import act_loss, reports_loss
from joint_measure import measure
from joint_model import Reader
from layers import Act, acts_in
from losses import gold_loss_of, split
from lots import blanked, news_batches, own_batches
from mpnet import load_teacher, teacher
from texts import asked_texts, texts_of
from torch import Tensor

from truceline.read.claims.tagger.windows import Window

SIZES = {"reports": 64, "claims": 48, "lines": 96, "marked": 96}
EVERY = {"reports": 1, "claims": 2, "marked": 3, "lines": 4}
"""Texts in a batch, and every how many steps a batch of each kind comes."""
NEWS, NEWS_EVERY, RATE = 12, 3, 1e-4
"""PolNeAR's windows in a batch, and every how many steps one comes: it teaches acts, and the seer reads reports."""


def news_loss(
    reader: Reader, some: Sequence[tuple[Article, Window]], batch: Batch, acts: dict[str, list[Act]]
) -> Tensor:
    """Tags, links and acts of PolNeAR's articles."""
    answers, (more, *_) = split(reader, batch)
    return gold_loss_of(answers, batch) + act_loss(more, acts_in(some, acts))


def save_teacher(reader: Reader, to: Path) -> None:
    """Half as many bits, and never half a file."""
    part = to.with_suffix(".part")
    torch.save({k: v.to(torch.bfloat16) for k, v in reader.state_dict().items()}, part)
    part.rename(to)


def main() -> None:
    """Teach, save, measure on the development part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked_texts(parser)
    parser.add_argument("--out", type=Path, required=True)
    begun = parser.add_mutually_exclusive_group(required=True)
    begun.add_argument("--mpnet", type=Path, nargs="+", help="the large encoder's own weights")
    begun.add_argument("--go-on-from", type=Path, help="a teacher saved before")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1400)
    parser.add_argument("--every", type=float, default=float("inf"), help="save every so many seconds")
    parser.add_argument(
        "--seconds", type=float, default=float("inf"), help="end after so many, at the rate that is due then"
    )
    asked = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    texts = texts_of(asked)
    torch.manual_seed(asked.seed)
    rng = random.Random(asked.seed)
    articles, acts, lots = texts.articles, texts.acts, texts.lots
    own = {name: own_batches(name, some, SIZES[name], rng, device) for name, some in lots.items()}
    news = news_batches(articles, rng, NEWS)
    reader = load_teacher(asked.go_on_from) if asked.go_on_from else teacher(asked.mpnet)
    course, saved = Course(reader.to(device), asked.steps, RATE, asked.seconds), monotonic()
    print({name: len(some) for name, some in lots.items()}, len(articles), "articles", flush=True)
    while course.share() < 1:
        course.model.train()
        with torch.autocast(device, torch.bfloat16):
            turn = [next(batches) for name, batches in own.items() if course.done % EVERY[name] == 0]
            losses = [reports_loss(course.model, blanked(one.batch), one.layers, tags=one.tags) for one in turn]
            if course.done % NEWS_EVERY == 0:
                some = next(news)
                losses.append(news_loss(course.model, some, collate(some, device), acts))
        course.step(torch.stack(losses).sum())
        course.tell(losses)
        if monotonic() - saved > asked.every:
            save_teacher(course.model, asked.out)
            saved = monotonic()
    taught = course.finish()
    save_teacher(taught, asked.out)
    figures = measure(taught, texts.dev, device)
    print(asked.seed, course.done, json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
