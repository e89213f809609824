"""Teach the two shipped networks by what the large readers answer: tagger (attributions) and seer (all else).

Run on a machine with a GPU, after or beside teach.py (it waits for the teachers' files):
    python training/attribution/distil.py --bench ../shared/bench --tokenizer FILE --go-on-from READER.npz
        --teachers FILE FILE --out FOLDER --what seer
With `--texts FILE` (texts.py) nothing is read anew.
READER is the reader to go on from (readerSEED.npz of joint.py or tag_reports.py). It learns from the corpus with its
annotation, and from it, PolNeAR and unannotated texts by the teachers' mean answers; every second batch of reports has
words replaced by like ones, so that there are more texts than were written.
Needs torch, onnx, safetensors, tokenizers.
"""

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from batches import Batch, collate
from corpus import open_tokenizer
from course import Course
from joint_losses import act_loss, reports_loss
from joint_measure import measure
from joint_model import Reader, load_reader, save_reader
from joint_soft import soft_loss, soft_reading
from layers import acts_in
from losses import distil_loss, split
from lots import Own, blanked, neighbours, news_batches, own_batches, varied
from mpnet import load_teacher
from texts import asked_texts, texts_of
from torch import Tensor

RATE, BLANKED, TAGS = 4e-4, 0.06, 0.5
VARIED = 0.2
"""Share of the pieces replaced by like ones, in every second batch that the teachers alone say something of."""
SIZES = {"reports": 40, "claims": 32, "lines": 64, "marked": 64}
TURNS = {
    "seer": (("reports", "claims"), ("reports", "marked"), ("reports", "claims"), ("reports", "lines")),
    "tagger": (("reports",), ("claims",), ("lines",)),
}
"""Which lots a step takes from the corpus, in turn."""
NEWS = {"seer": (4, 6, 32), "tagger": (10, 6, 12)}
"""Windows of PolNeAR, of unannotated texts and of our own unannotated reports in a step."""


class Teachers:
    """The large readers of some files, each taken again where its file was saved anew."""

    def __init__(self, files: Sequence[Path], device: str) -> None:
        self.files, self.device = files, device
        self.saved: list[float] = []
        self.readers: list[Reader] = []

    def now(self) -> list[Reader]:
        """As last saved; waits for files that are not there yet."""
        while not all(file.exists() for file in self.files):
            time.sleep(1)
        saved = [file.stat().st_mtime for file in self.files]
        if saved != self.saved:
            made = [load_teacher(file) for file in self.files]
            self.readers = [reader.to(self.device, torch.bfloat16).eval() for reader in made]
            self.saved = saved
        return self.readers


@dataclass(frozen=True, slots=True)
class School:
    """Who is taught what, by whom, and the table of like pieces."""

    what: str
    student: Reader
    teachers: Teachers
    like: Tensor

    def own_loss(self, one: Own, number: int) -> Tensor:
        """Annotation and the teachers' answers together; of varied texts the answers alone."""
        if number % 2 and self.what == "seer":
            return self.soft_loss(varied(one.batch, self.like, VARIED))
        soft, seen = soft_reading(self.teachers.now(), one.batch), blanked(one.batch, BLANKED)
        if self.what == "tagger":
            return distil_loss(self.student, seen, soft[0])
        return reports_loss(self.student, seen, one.layers, tags=False) + soft_loss(self.student, seen, soft, TAGS)

    def soft_loss(self, batch: Batch) -> Tensor:
        """The teachers' answers alone, with PolNeAR's annotation for the tagger."""
        soft = soft_reading(self.teachers.now(), batch)
        if self.what == "tagger":
            return distil_loss(self.student, batch, soft[0])
        return soft_loss(self.student, batch, soft, TAGS)


def main() -> None:
    """Teach, measure on the test part (totals alone), save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked_texts(parser)
    for name in ("go-on-from", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--what", choices=("seer", "tagger"), required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument(
        "--seconds", type=float, default=float("inf"), help="end after so many, at the rate that is due then"
    )
    asked = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    texts = texts_of(asked)
    torch.manual_seed(asked.seed)
    rng = random.Random(asked.seed)
    own = {name: own_batches(name, some, SIZES[name], rng, device) for name, some in texts.lots.items()}
    polnear, others, reports = NEWS[asked.what]
    news, acts = news_batches(texts.articles, rng, polnear), texts.acts
    plain, bare = news_batches(texts.plain, rng, others), news_batches(texts.own_plain, rng, reports)
    turns = TURNS[asked.what]
    student = load_reader(asked.go_on_from).to(device)
    like = neighbours(open_tokenizer(asked.tokenizer), student.enc.word.weight.detach())
    school = School(asked.what, student, Teachers(asked.teachers, device), like)
    school.teachers.now()  # the course's seconds begin when there is somebody to learn from
    course = Course(student, asked.steps, asked.rate, asked.seconds)
    while course.share() < 1:
        student.train()
        with torch.autocast(device, torch.bfloat16):
            some = next(news)
            annotated, more = collate(some, device), collate(next(bare), device)
            losses = [school.soft_loss(annotated), school.soft_loss(collate(next(plain), device))]
            losses.append(school.soft_loss(varied(more, like, VARIED) if course.done % 2 else more))
            if asked.what == "seer":
                _, (heads, *_) = split(student, annotated)
                losses.append(act_loss(heads, acts_in(some, acts)))
            turn = [next(own[name]) for name in turns[course.done % len(turns)]]
            losses += [school.own_loss(one, course.done // len(turns)) for one in turn]
        course.step(torch.stack(losses).sum())
        course.tell(losses)
    reader = course.finish()
    save_reader(reader, asked.out, asked.seed)
    figures = measure(reader, texts.dev, device)
    print(asked.what, course.done, json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
