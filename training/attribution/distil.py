"""Teach the two shipped networks by what the large readers answer: tagger (attributions) and seer (all else).

Run on a machine with a GPU, after or beside teach.py (it waits for the teachers' files):
    python training/attribution/distil.py --bench ../shared/bench --mpnet model.safetensors --start FOLDER
        --teachers FILE FILE FILE --out FOLDER --what seer
FOLDER holds the tagger both begin as (student 1 of train.py: src/truceline/data/tagger of commit d62aab2). They learn
from the corpus with its annotation, and from it, PolNeAR and unannotated texts by the teachers' mean answers.
Needs torch, onnx, safetensors, tokenizers.
"""

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from batches import Batch, collate
from corpus import open_tokenizer, read_annotated, read_own_plain, read_plain
from course import Course
from joint_losses import reports_loss
from joint_measure import measure
from joint_model import Reader, begin, save_reader
from joint_soft import soft_loss, soft_reading
from layers import read_layers
from losses import distil_loss
from lots import CORPUS, Own, blanked, news_batches, own_batches, read_lots
from mpnet import teacher
from torch import Tensor
from train import PLAIN

RATE, BLANKED, TAGS = 4e-4, 0.06, 0.5
SIZES = {"reports": 32, "claims": 24, "lines": 48, "marked": 48}
TURNS = {
    "seer": (("reports", "marked"), ("reports", "lines"), ("reports", "marked"), ("reports", "claims")),
    "tagger": (("reports",), ("claims",), ("lines",)),
}
"""Which lots a step takes from the corpus, in turn."""
NEWS = {"seer": (2, 6, 24), "tagger": (10, 6, 12)}
"""Windows of PolNeAR, of unannotated texts and of our own unannotated reports in a step."""


def load_teachers(weights: Path, files: Sequence[Path], device: str) -> list[Reader]:
    """The large readers, once all of their files are there."""
    made = []
    for file in files:
        while not file.exists():
            time.sleep(1)
        reader = teacher(weights)
        reader.load_state_dict({k: v.float() for k, v in torch.load(file).items()})
        made.append(reader.to(device).eval())
    return made


def own_loss(what: str, student: Reader, one: Own, teachers: Sequence[Reader]) -> Tensor:
    """Annotation and the teachers' answers together."""
    soft, seen = soft_reading(teachers, one.batch), blanked(one.batch, BLANKED)
    if what == "tagger":
        return distil_loss(student, seen, soft[0])
    return reports_loss(student, seen, one.layers, tags=False) + soft_loss(student, seen, soft, TAGS)


def news_loss(what: str, student: Reader, batch: Batch, teachers: Sequence[Reader]) -> Tensor:
    """The teachers' answers on windows of articles, with PolNeAR's annotation for the tagger."""
    soft = soft_reading(teachers, batch)
    return distil_loss(student, batch, soft[0]) if what == "tagger" else soft_loss(student, batch, soft, TAGS)


def main() -> None:
    """Teach, measure on the test part (totals alone), save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("bench", "mpnet", "start", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--what", choices=("seer", "tagger"), required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument(
        "--seconds", type=float, default=float("inf"), help="end after so many, at the rate that is due then"
    )
    asked = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = open_tokenizer(asked.start / "tokenizer.json")
    rng = random.Random(asked.seed)
    own = {
        name: own_batches(name, some, SIZES[name], rng, device) for name, some in read_lots(tokenizer, CORPUS).items()
    }
    polnear, others, reports = NEWS[asked.what]
    news = news_batches(read_annotated(tokenizer, asked.bench / "attribution/polnear_train.jsonl"), rng, polnear)
    plain = news_batches(read_plain(tokenizer, [asked.bench / f"{name}.jsonl" for name in PLAIN]), rng, others)
    bare = news_batches(read_own_plain(tokenizer, CORPUS / "plain"), rng, reports)
    turns = TURNS[asked.what]
    student = begin(asked.start, asked.seed).to(device)
    teachers = load_teachers(asked.mpnet, asked.teachers, device)
    course = Course(student, asked.steps, RATE, asked.seconds)
    while course.share() < 1:
        student.train()
        with torch.autocast(device, torch.bfloat16):
            lots = (next(news) + next(plain), next(bare))
            losses = [news_loss(asked.what, student, collate(some, device), teachers) for some in lots]
            turn = [next(own[name]) for name in turns[course.done % len(turns)]]
            losses += [own_loss(asked.what, student, one, teachers) for one in turn]
        course.step(torch.stack(losses).sum())
        course.tell(losses)
    reader = course.finish()
    save_reader(reader, asked.out, asked.seed)
    print(
        asked.what, course.done, json.dumps(measure(reader, read_layers(tokenizer, CORPUS, "test"), device)), flush=True
    )


if __name__ == "__main__":
    main()
