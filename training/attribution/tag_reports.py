"""The tagger goes on: our own annotated claims beside news, on which it keeps the answers it began with.

Run from the repository's root (two cores, a quarter of an hour):
    PYTHONPATH=src python training/attribution/tag_reports.py --bench ../shared/bench --tokenizer FILE --start A
        --reader B --out FOLDER
With `--texts FILE` (texts.py) nothing is read anew. A holds student 1 (the tagger of commit d62aab2), whose answers on
news are kept; B is a reader taught from it (reader1.npz); it begins as the blend of both, by halves unless `--share`
says more of B. Writes FOLDER/reader1.npz for `blend.py`. Each step takes whole reports and windows of PolNeAR, every
second one contents as texts of their own (how nested claims are looked for), every third paragraphs, every fourth
single sentences.
Needs torch, onnx, tokenizers.
"""

import argparse
import random
from pathlib import Path

import torch
from batches import collate
from blend import blended
from corpus import Article
from course import Course
from joint_model import save_reader
from layers import Layers
from losses import answer, distil_loss, gold_loss_of, soft_answers
from lots import blanked, news_batches, own_batches
from texts import asked_texts, texts_of

from model import Tagger

SIZES = {"reports": 16, "contents": 32, "claims": 14, "lines": 32}
EVERY = {"reports": 1, "contents": 2, "claims": 3, "lines": 4}
"""Every how many steps a batch of each kind comes."""
WINDOWS_A_STEP, NEWS_WEIGHT = 4, 2.0


def teach(tagger: Tagger, keeper: Tagger, own: dict[str, list[Layers]], news: list[Article], course: Course) -> Tagger:
    """The whole course; `keeper` says what is not to be forgotten of news."""
    rng, device = random.Random(1), next(tagger.parameters()).device.type
    batches = {name: own_batches(name, own[name], size, rng, device) for name, size in SIZES.items()}
    windows = news_batches(news, rng, WINDOWS_A_STEP)
    while course.share() < 1:
        number = course.done
        tagger.train()
        with torch.autocast(device, torch.bfloat16):
            turn = [next(some).batch for name, some in batches.items() if number % EVERY[name] == 0]
            losses = [gold_loss_of(answer(tagger, blanked(batch)), batch) for batch in turn]
            batch = collate(next(windows), device)
            losses.append(NEWS_WEIGHT * distil_loss(tagger, batch, soft_answers([keeper], batch)))
        course.step(torch.stack(losses).sum())
        course.tell(losses)
    return course.finish()


def main() -> None:
    """Teach and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked_texts(parser)
    for name in ("start", "reader", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument(
        "--seconds", type=float, default=float("inf"), help="end after so many, at the rate that is due then"
    )
    parser.add_argument("--share", type=float, default=0.5, help="of B in what it begins as")
    asked = parser.parse_args()
    torch.manual_seed(1)
    texts = texts_of(asked)
    lots, news = texts.lots | {"contents": texts.contents}, texts.articles
    print({name: len(lots[name]) for name in SIZES}, len(news), "articles", flush=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tagger, keeper = (blended(asked.start, asked.reader, share).to(device) for share in (asked.share, 0.0))
    taught = teach(tagger, keeper, lots, news, Course(tagger, asked.steps, asked.rate, asked.seconds))
    save_reader(taught, asked.out, 1)


if __name__ == "__main__":
    main()
