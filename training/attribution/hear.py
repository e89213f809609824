"""Teach the hearer: with one claim's words marked, what it does and what a denial reaches.

Run (two cores will do):
    python training/attribution/hear.py --claims CLAIMS.npz --start SEER.npz --words WORDS.npz --out FILE
        --seconds 2700 --seed 1
and, to go on from what that wrote:
    python training/attribution/hear.py --claims CLAIMS.npz --go-on-from FILE --words WORDS.npz --out NEXT
        --seconds 5400 --seed 2
CLAIMS is what hear_texts.py wrote, SEER and WORDS what close_model.py did. Needs torch, tokenizers.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from close_model import save_closer, taught
from corpus import open_tokenizer
from course import Course
from hear_model import Hearer, begin_hearer
from hear_texts import DEVELOPMENT
from joint_model import load_words
from lots import BLANK, NEIGHBOURS, neighbours
from torch import Tensor, nn
from torch.nn import functional

from truceline.read.claims.tagger import heads, hearer
from truceline.read.claims.tagger.features import FRAME
from truceline.read.claims.tagger.windows import END, PAD

BLANKED, DROPPED = 0.06, 0.08
FORGOTTEN = {hearer.SOURCE: 0.1, hearer.CUE: 0.06}
"""How often a claim's source or cue is not marked: the reader does not find each."""
CUT = 0.2
"""How often only the beginning of a content is marked."""
SMOOTHED, REACH_WEIGHT = 0.05, 0.6
KEPT_EVERY = 200
"""Every how many steps the weights are saved."""
TAKEN = {heads.ACTS.index(act): share for act, share in {"asserts": 0.3, "predicts": 0.6, "demands": 0.6}.items()}
"""Share of the claims of an act that each round takes: it is asked about answers, and these are many or plain."""
DENIES = heads.ACTS.index("denies")


@dataclass(slots=True)
class Claims:
    """Claims in flat arrays on a device; `begins` and `length` say where each one's pieces stand."""

    ids: Tensor
    features: Tensor
    begins: Tensor
    length: Tensor
    act: Tensor
    reach: Tensor
    lot: np.ndarray

    def batch(self, which: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Ids (claims, pieces), features (claims, pieces, 4), acts and reaches (claims,), padded."""
        longest = int(self.length[which].max())
        steps = torch.arange(longest, device=which.device)
        there = steps < self.length[which][:, None]
        at = (self.begins[which][:, None] + steps).clamp(max=len(self.ids) - 1)
        frame = torch.tensor((*FRAME, hearer.NOTHING), device=which.device)
        ids = torch.where(there, self.ids[at], PAD)
        features = torch.where(there[..., None], self.features[at], frame)
        return ids, features, self.act[which], self.reach[which]


class Columns(nn.Module):
    """Dropout of the same columns for all pieces of a window: few chances to draw, which spares a processor a fifth."""

    def forward(self, x: Tensor) -> Tensor:
        """(batch, pieces, width) to the same shape."""
        if not self.training:
            return x
        kept = torch.rand(len(x), 1, x.shape[-1], device=x.device) >= DROPPED
        return x * (kept / (1 - DROPPED)).to(x.dtype)


def drop_in_columns(model: Hearer) -> None:
    """Its encoder's dropout by columns, and none of its attention; which a processor computes faster in parts, then."""
    torch.backends.cuda.enable_flash_sdp(torch.cuda.is_available())
    model.enc.p = Columns()
    for layer in model.enc.layers:
        layer.p, layer.unseen = Columns(), 0.0


def load_claims(file: Path, device: str) -> Claims:
    """What `hear_texts.py` wrote."""
    packed = np.load(file)
    length = packed["length"].astype(np.int64)
    flat = [torch.from_numpy(packed[name].astype(np.int64)).to(device) for name in ("ids", "features")]
    begins = torch.from_numpy(np.cumsum(length) - length).to(device)
    answers = [torch.from_numpy(packed[name].astype(np.int64)).to(device) for name in ("act", "reach")]
    return Claims(*flat, begins, torch.from_numpy(length).to(device), *answers, packed["lot"])


def batches(claims: Claims, size: int, seed: int) -> Iterator[Tensor]:
    """Endless batches of claims that teach, of like lengths."""
    rng = random.Random(seed)
    length = claims.length.tolist()
    every, acts = np.flatnonzero(claims.lot != DEVELOPMENT).tolist(), claims.act.tolist()
    while True:
        taken = [n for n in every if rng.random() < TAKEN.get(acts[n], 1)]
        order = sorted(taken, key=lambda n: length[n] + rng.random() * 30)
        lots = [order[i : i + size] for i in range(0, len(order), size)]
        rng.shuffle(lots)
        for lot in lots:
            yield torch.tensor(lot, device=claims.ids.device)


def disturbed(ids: Tensor, features: Tensor, table: Tensor | None, share: float) -> tuple[Tensor, Tensor]:
    """Another claim of the same sense: like pieces for some, some hidden, marks that a reader might have missed."""
    marks = features[..., 3]
    free = (ids > END) & (marks != hearer.CUE)
    chance = torch.rand(ids.shape, device=ids.device)
    if table is not None:
        which = torch.randint(NEIGHBOURS, ids.shape, device=ids.device)
        ids = torch.where(free & (chance < share), table[ids, which], ids)
    ids = ids.masked_fill(free & (chance > 1 - BLANKED), BLANK)
    for mark, often in FORGOTTEN.items():
        gone = (torch.rand(len(ids), 1, device=ids.device) < often) & (marks == mark)
        marks = marks.masked_fill(gone, hearer.NOTHING)
    said = marks == hearer.CONTENT
    kept = 0.3 + 0.7 * torch.rand(len(ids), 1, device=ids.device)
    cut = torch.rand(len(ids), 1, device=ids.device) < CUT
    beyond = said.cumsum(1) > kept * said.sum(1, keepdim=True)
    marks = marks.masked_fill(cut & said & beyond, hearer.NOTHING)
    return ids, torch.cat([features[..., :3], marks[..., None]], -1)


def hear_loss(scores: Tensor, act: Tensor, reach: Tensor) -> Tensor:
    """Cross-entropy of the act, and of what a denial or an admission reaches."""
    loss = functional.cross_entropy(scores[:, hearer.columns("act")], act, label_smoothing=SMOOTHED)
    reached = functional.cross_entropy(
        scores[:, hearer.columns("reach")], reach, ignore_index=-1, label_smoothing=SMOOTHED
    )
    return loss + REACH_WEIGHT * torch.nan_to_num(reached)


@torch.no_grad()
def measure(model: Hearer, claims: Claims, device: str) -> dict[str, float]:
    """On the development part: acts, reaches of true denials, and denials right in both, in a hundred."""
    model.eval()
    acts, reaches, both = [], [], []
    for lot in torch.tensor(np.flatnonzero(claims.lot == DEVELOPMENT), device=device).split(64):
        ids, features, act, reach = claims.batch(lot)
        with torch.autocast(device, torch.bfloat16):
            scores = model(ids, features)[:, 0].float()
        told = scores[:, hearer.columns("act")].argmax(-1)
        reached = scores[:, hearer.columns("reach")].argmax(-1)
        denied = act == DENIES
        acts.append(told == act)
        reaches.append((reached == reach)[denied])
        both.append(((told == act) & (reached == reach))[denied])
    names = {"acts": acts, "reaches of denials": reaches, "denials": both}
    return {name: round(100 * float(torch.cat(some).float().mean()), 1) for name, some in names.items()}


def main() -> None:
    """Teach, save, measure on the development part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("claims", "words", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    begun = parser.add_mutually_exclusive_group(required=True)
    begun.add_argument("--start", type=Path, help="a seer, whose encoder it begins with")
    begun.add_argument("--go-on-from", type=Path, help="a hearer taught before")
    parser.add_argument("--tokenizer", type=Path, help="only with --varied")
    parser.add_argument("--varied", type=float, default=0.0, help="share of pieces replaced by like ones")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--size", type=int, default=32)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    words = load_words(asked.words)
    claims = load_claims(asked.claims, device)
    torch.manual_seed(asked.seed)
    model = taught(Hearer(), [asked.go_on_from], words) if asked.go_on_from else begin_hearer(asked.start, words)
    drop_in_columns(model)
    table = neighbours(open_tokenizer(asked.tokenizer), words.to(device)) if asked.varied else None
    course = Course(model.to(device), asked.steps, asked.rate, asked.seconds)
    turn = batches(claims, asked.size, asked.seed)
    print(len(claims.lot), "claims", flush=True)
    while course.share() < 1:
        model.train()
        ids, features, act, reach = claims.batch(next(turn))
        ids, features = disturbed(ids, features, table, asked.varied)
        with torch.autocast(device, torch.bfloat16):
            scores = model(ids, features)[:, 0].float()
        loss = hear_loss(scores, act, reach)
        course.step(loss)
        course.tell([loss])
        if course.done % KEPT_EVERY == 0:
            save_closer(course.model, asked.out)
    made = course.finish()
    save_closer(made, asked.out)
    print(course.done, "dev", json.dumps(measure(made, claims, device)), flush=True)


if __name__ == "__main__":
    main()
