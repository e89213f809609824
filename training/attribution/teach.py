"""Teach one large reader everything: attributions, events, facets, acts and reaches, from PolNeAR and our own corpus.

Run on a machine with a GPU, once for each seed (three beside each other made 3 steps a second on an H200):
    python training/attribution/teach.py --bench ../shared/bench --mpnet model.safetensors --tokenizer FILE
        --out FILE --seed 1
The tokenizer is the shipped one. What it saves is no part of the package: distil.py teaches the small networks by it.
Needs torch, safetensors, tokenizers.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from batches import Batch, collate
from corpus import Article, open_tokenizer, read_annotated
from course import Course
from joint_losses import act_loss, reports_loss
from joint_measure import measure
from joint_model import Reader
from layers import Act, acts_in, read_layers, read_news_acts
from losses import gold_loss_of, split
from lots import CORPUS, NEWS_ACTS, blanked, news_batches, own_batches, read_lots
from mpnet import teacher
from torch import Tensor

from truceline.read.claims.tagger.windows import Window

SIZES = {"reports": 24, "claims": 16, "lines": 48, "marked": 48}
EVERY = {"reports": 1, "claims": 2, "marked": 2, "lines": 4}
"""Texts in a batch, and every how many steps a batch of each kind comes; one of PolNeAR comes each step."""
NEWS, RATE = 12, 1e-4


def news_loss(
    reader: Reader, some: Sequence[tuple[Article, Window]], batch: Batch, acts: dict[str, list[Act]]
) -> Tensor:
    """Tags, links and acts of PolNeAR's articles."""
    answers, (more, *_) = split(reader, batch)
    return gold_loss_of(answers, batch) + act_loss(more, acts_in(some, acts))


def main() -> None:
    """Teach, measure on the test part (totals alone), save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("bench", "mpnet", "tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1400)
    parser.add_argument(
        "--seconds", type=float, default=float("inf"), help="end after so many, at the rate that is due then"
    )
    asked = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = open_tokenizer(asked.tokenizer)
    torch.manual_seed(asked.seed)
    rng = random.Random(asked.seed)
    articles = read_annotated(tokenizer, asked.bench / "attribution/polnear_train.jsonl")
    acts = read_news_acts(NEWS_ACTS, articles)
    lots = read_lots(tokenizer, CORPUS)
    own = {name: own_batches(name, some, SIZES[name], rng, device) for name, some in lots.items()}
    news = news_batches(articles, rng, NEWS)
    course = Course(teacher(asked.mpnet).to(device), asked.steps, RATE, asked.seconds)
    print({name: len(some) for name, some in lots.items()}, len(articles), "articles", flush=True)
    while course.share() < 1:
        course.model.train()
        with torch.autocast(device, torch.bfloat16):
            some = next(news)
            losses = [news_loss(course.model, some, collate(some, device), acts)]
            for name, batches in own.items():
                if course.done % EVERY[name] == 0:
                    one = next(batches)
                    losses.append(reports_loss(course.model, blanked(one.batch), one.layers, tags=one.tags))
        course.step(torch.stack(losses).sum())
        course.tell(losses)
    reader = course.finish()
    torch.save({k: v.to(torch.bfloat16) for k, v in reader.state_dict().items()}, asked.out.with_suffix(".part"))
    asked.out.with_suffix(".part").rename(asked.out)
    figures = measure(reader, read_layers(tokenizer, CORPUS, "test"), device)
    print(asked.seed, course.done, json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
