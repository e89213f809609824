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

import numpy as np
import torch
from batches import Batch, collate
from corpus import read_annotated, read_own_plain, read_plain
from course import Course
from joint_losses import reports_loss
from joint_measure import measure
from joint_model import Reader, start_from_shipped
from joint_soft import soft_loss, soft_reading
from layers import read_layers
from losses import distil_loss
from lots import CORPUS, Own, blanked, own_batches, read_lots
from mpnet import teacher
from teach import news_batches
from tokenizers import Tokenizer
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
UPPER = tuple(f"enc.layers.{n}." for n in (3, 4, 5))
"""What goes into the second of the two files a student is saved in."""


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


def begin(folder: Path, seed: int) -> Reader:
    """A student: the tagger of a folder with new heads."""
    torch.manual_seed(seed)
    reader = Reader()
    start_from_shipped(reader, folder)
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    reader.dist.data = torch.tensor(card["distance"])
    return reader


def load_student(start: Path, folder: Path, what: str, seed: int) -> Reader:
    """A student as it was saved; its word vectors are those it began with."""
    reader = begin(start, seed)
    saved = [np.load(folder / f"{what}{seed}-{number}.npz") for number in (0, 1)]
    state = {k: torch.tensor(half[k].astype(np.float32)) for half in saved for k in half}
    reader.load_state_dict(state | {"enc.word.weight": reader.enc.word.weight.data})
    return reader.eval()


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
    tokenizer = Tokenizer.from_file(str(asked.start / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
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
        if course.done % 50 == 1:
            print(
                f"{asked.what}: {course.done} {course.share():.2f}",
                *(f"{float(x.detach()):.3f}" for x in losses),
                flush=True,
            )
    reader = course.finish()
    asked.out.mkdir(parents=True, exist_ok=True)
    state = {k: v.cpu().numpy().astype(np.float16) for k, v in reader.state_dict().items() if k != "enc.word.weight"}
    for number in (0, 1):
        half = {k: v for k, v in state.items() if k.startswith(UPPER) == bool(number)}
        np.savez(asked.out / f"{asked.what}{asked.seed}-{number}.npz", **half)
    print(
        asked.what, course.done, json.dumps(measure(reader, read_layers(tokenizer, CORPUS, "test"), device)), flush=True
    )


if __name__ == "__main__":
    main()
