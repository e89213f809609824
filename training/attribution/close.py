"""Teach the closer: with one happening's mentions marked, which words are its facets.

Run on a machine with a GPU:
    python training/attribution/close.py --texts TEXTS --start CLOSER.npz --words WORDS.npz --out FILE --seconds 345
        --seed 3 --rate 6e-4 --varied 0.08 --tokenizer FILE --without l90 l91 l92 l93
TEXTS is what texts.py wrote, CLOSER and WORDS what close_model.py did. A text of several happenings is looked at once
for each: at one of its mentions, some, or all. Needs torch, tokenizers.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from close_model import Closer, load_closer, save_closer
from corpus import open_tokenizer
from course import Course
from joint_model import load_words
from layers import BEGIN, INSIDE, Layers, Words
from lots import BLANK, NEIGHBOURS, neighbours, whole
from texts import load_texts
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset

from truceline.read.claims.tagger import closer, heads
from truceline.read.claims.tagger.windows import END, PAD, Packed, Window, marks_of, pack

BLANKED, BEGIN_WEIGHT, DROPPED = 0.12, 2.0, 0.15
SINGLE, SUBSET, FORGOTTEN = 0.6, 0.2, 0.12
"""How often one or only some of a happening's mentions are marked as looked at, and the share of others left out."""
UNREAL, CUT = 0.05, 0.15
"""How often any words that name no happening are looked at, which have no facets, and a mention is marked in part."""
OFTEN = 3
"""How often a word must begin a mention for it to be looked at elsewhere too, where it names no happening."""
FEW = 3
"""Words of a made mention at most."""


@dataclass(slots=True)
class Event:
    """One happening of a text: first words of its mentions, its type, facets as (channel, first, last, polarity)."""

    mentions: list[int]
    type: int
    facets: list[tuple[int, int, int, int]]


@dataclass(slots=True)
class Text:
    """One text ready to be looked at: pieces, features (pieces, 3), each word's first piece, mentions as words."""

    id: str
    ids: np.ndarray
    features: np.ndarray
    first: np.ndarray
    mentions: dict[int, int]
    events: list[Event]
    alike: list[int]
    """Words that name no happening here, and do in other texts: "attack" of one that is feared."""


def text_of(x: Layers) -> Text:
    """A report's happenings put together again from its links."""
    packed = pack(x.article.pieces, whole(x))
    runs = {name: _runs(x.channels[at]) for at, name in enumerate(heads.CHANNELS)}
    home: dict[int, int] = {}
    events: list[Event] = []
    for first, earlier in x.to_earlier:
        home[first] = home[earlier[0]] if earlier else len(events)
        if not earlier:
            events.append(Event([], x.types[first], []))
        events[home[first]].mentions.append(first)
    linked = {(at, home[firsts[0]]) for at, firsts in x.to_trigger}
    for channel, name in enumerate(closer.FACETS):
        for first, last in runs[name].items():
            for at, event in sorted(linked):
                if at == first:
                    events[event].facets.append((channel, first, last, x.polarities[first]))
    return Text(x.article.id, packed.ids, packed.features, packed.first_piece, runs[heads.TRIGGER], events, [])


def with_alike(texts: Sequence[Text], forms: set[int]) -> None:
    """Says in each text which words only look like mentions, by the first pieces that mentions begin with."""
    for text in texts:
        inside = {word for first, last in text.mentions.items() for word in range(first, last)}
        text.alike = [w for w, at in enumerate(text.first) if int(text.ids[at]) in forms and w not in inside]


def forms_of(texts: Sequence[Text]) -> set[int]:
    """First pieces of words that begin mentions often enough."""
    n = Counter(int(text.ids[text.first[m]]) for text in texts for m in text.mentions)
    return {form for form, count in n.items() if count >= OFTEN}


def _runs(row: np.ndarray) -> dict[int, int]:
    made = {}
    for first in np.flatnonzero(row == BEGIN).tolist():
        last = first + 1
        while last < len(row) and row[last] == INSIDE:
            last += 1
        made[first] = last
    return made


def looks(text: Text, this: Sequence[Words], others: Sequence[Words]) -> np.ndarray:
    """What each piece is to the look (pieces,), by words [first, last) of mentions."""
    count = len(text.first)
    runs = [*((closer.OTHER, words) for words in others), *((closer.THIS, words) for words in this)]
    return marks_of(Packed(text.ids, text.features, text.first), Window(0, count, 0, count), runs)


@dataclass(slots=True)
class Look:
    """One look at a text: what each piece is, whose facets are wanted (None: nobody's), which others are the same."""

    text: Text
    event: Event | None
    marks: np.ndarray
    this: list[int]
    others: list[int]


@dataclass(slots=True)
class Close:
    """A batch: ids, features with the look, words' first pieces and mask, targets."""

    ids: Tensor
    features: Tensor
    first: Tensor
    mask: Tensor
    facets: Tensor
    polarities: Tensor
    types: Tensor
    same: Tensor
    real: Tensor

    def to(self, device: str) -> "Close":
        """The same on a device."""
        return Close(*(getattr(self, n).to(device, non_blocking=True) for n in self.__slots__))


def batch_of(some: Sequence[Look]) -> Close:
    """Padded tensors; classes stand at first words of mentions, -100 elsewhere."""
    pieces, words = max(len(x.text.ids) for x in some), max(len(x.text.first) for x in some)
    rows = len(some)
    ids, features = np.full((rows, pieces), PAD, np.int64), np.zeros((rows, pieces, 4), np.int64)
    features[..., :3] = some[0].text.features[0]
    first, mask = np.zeros((rows, words), np.int64), np.zeros((rows, words), np.float32)
    facets = np.zeros((rows, words, len(closer.FACETS)), np.int64)
    polarities, types, same, real = (np.full((rows, words), -100, np.int64) for _ in range(4))
    for row, x in enumerate(some):
        n, w = len(x.text.ids), len(x.text.first)
        ids[row, :n], features[row, :n, :3], features[row, :n, 3] = x.text.ids, x.text.features, x.marks
        first[row, :w], mask[row, :w] = x.text.first, 1
        real[row, x.this] = int(x.event is not None)
        if x.event is None:
            continue
        for channel, a, b, polarity in x.event.facets:
            facets[row, a, channel], facets[row, a + 1 : b, channel] = BEGIN, INSIDE
            polarities[row, a] = polarity
        types[row, x.this] = x.event.type
        same[row, x.others] = [int(m in x.event.mentions) for m in x.others]
    return Close(*(torch.from_numpy(a) for a in (ids, features, first, mask, facets, polarities, types, same, real)))


class Looks(IterableDataset):
    """Endless batches, of texts of like lengths; each worker draws its own."""

    def __init__(self, texts: Sequence[Text], size: int, seed: int) -> None:
        self.texts, self.size, self.seed = texts, size, seed

    def __iter__(self) -> Iterator[Close]:
        info = torch.utils.data.get_worker_info()
        rng = random.Random(self.seed * 100 + (info.id if info else 0))
        every: list[tuple[Text, Event | None]] = [(t, e) for t in self.texts for e in t.events]
        every += [(t, None) for t in self.texts if t.alike]
        while True:
            order = sorted(every, key=lambda x: len(x[0].ids) + rng.random() * 40)
            lots = [order[i : i + self.size] for i in range(0, len(order), self.size)]
            rng.shuffle(lots)
            for lot in lots:
                yield batch_of([_drawn(t, e, rng) for t, e in lot])


def _drawn(text: Text, event: Event | None, rng: random.Random) -> Look:
    """A look at a happening, or at words that name none."""
    if event is None or rng.random() < UNREAL:
        first = rng.choice(text.alike) if event is None else rng.randrange(len(text.first))
        last = first + 1 if event is None else min(first + rng.randrange(1, FEW + 1), len(text.first))
        if all(last <= a or b <= first for a, b in text.mentions.items()):
            others = [m for m in text.mentions if rng.random() >= FORGOTTEN]
            return Look(text, None, looks(text, [(first, last)], _of(text, others)), [first], others)
    if event is None:
        raise ValueError(f"{text.id}: word {first} names a happening")
    this, chance = event.mentions, rng.random()
    if len(this) > 1 and chance < SINGLE + SUBSET:
        this = rng.sample(this, 1 if chance < SINGLE else rng.randrange(1, len(this)))
    others = [m for m in text.mentions if m not in this and rng.random() >= FORGOTTEN]
    marks = looks(text, [_cut(one, rng) for one in _of(text, this)], _of(text, others))
    return Look(text, event, marks, list(this), others)


def _of(text: Text, firsts: Sequence[int]) -> list[Words]:
    return [(first, text.mentions[first]) for first in firsts]


def _cut(words: Words, rng: random.Random) -> Words:
    """A mention, now and then without its first or its last word: readers do not agree on these."""
    first, last = words
    if last - first > 1 and rng.random() < CUT:
        return (first + 1, last) if rng.random() < 1 / 2 else (first, last - 1)
    return words


def scores_of(model: Closer, some: Close) -> Tensor:
    """Scores at each word's first piece, as whole floats."""
    y = model(some.ids, some.features)
    return y.gather(1, some.first[..., None].expand(-1, -1, y.shape[-1])).float()


def close_loss(scores: Tensor, some: Close) -> Tensor:
    """Cross-entropy of facets, summed over channels; of polarities and types where they are annotated."""
    facets = scores[..., closer.columns("facets")].unflatten(-1, (len(closer.FACETS), 3))
    each = functional.cross_entropy(facets.flatten(0, 2), some.facets.flatten(), reduction="none").view(
        some.facets.shape
    )
    each = each * (1 + (BEGIN_WEIGHT - 1) * (some.facets > 0))
    loss = (each.sum(-1) * some.mask).sum() / some.mask.sum()
    for name, wanted, weight in (("polarity", some.polarities, 0.05), ("types", some.types, 0.05)):
        one = functional.cross_entropy(
            scores[..., closer.columns(name)].flatten(0, 1), wanted.flatten(), ignore_index=-100, label_smoothing=0.05
        )
        loss = loss + weight * torch.nan_to_num(one)
    for name, wanted, weight in (("same", some.same, 0.1), ("real", some.real, 0.1)):
        given = scores[..., closer.columns(name)][..., 0]
        one = functional.binary_cross_entropy_with_logits(given, wanted.clamp(min=0).float(), reduction="none")
        known = (wanted >= 0).float()
        loss = loss + weight * (one * known).sum() / known.sum().clamp(min=1)
    return loss


def varied(some: Close, table: Tensor, share: float) -> Close:
    """Some pieces replaced by like ones."""
    chosen = (torch.rand(some.ids.shape, device=some.ids.device) < share) & (some.features[..., 3] == 0)
    which = torch.randint(NEIGHBOURS, some.ids.shape, device=some.ids.device)
    some.ids = torch.where(chosen, table[some.ids, which], some.ids)
    return some


def blanked(some: Close) -> Close:
    """Some pieces hidden."""
    hidden = (
        (torch.rand(some.ids.shape, device=some.ids.device) < BLANKED) & (some.ids > END) & (some.features[..., 3] == 0)
    )
    some.ids = some.ids.masked_fill(hidden, BLANK)
    return some


@torch.no_grad()
def measure(model: Closer, texts: Sequence[Text], device: str, *, single: bool = False) -> dict[str, float]:
    """F1 of each channel's facets, each under its happening, on overlapping words; all mentions known.

    With `single` one mention of each is looked at; `same` is the accuracy on whether another mention is of one with it.
    """
    n: Counter[str] = Counter()
    model.eval()
    for text in texts:
        for word in text.alike:
            one = batch_of(
                [Look(text, None, looks(text, [(word, word + 1)], _of(text, list(text.mentions))), [word], [])]
            ).to(device)
            with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
                scores = scores_of(model, one)[0].cpu()
            n["alike all"] += 1
            n["alike right"] += bool(scores[word, closer.columns("real")][0] <= 0)
        for event in text.events:
            this = event.mentions[:1] if single else event.mentions
            others = [m for m in text.mentions if m not in this]
            one = batch_of([Look(text, event, looks(text, _of(text, this), _of(text, others)), this, others)]).to(
                device
            )
            with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
                scores = scores_of(model, one)[0].cpu()
            tags = scores[:, closer.columns("facets")].unflatten(-1, (len(closer.FACETS), 3)).argmax(-1).numpy()
            kinds = scores[:, closer.columns("types")].argmax(-1)
            same = scores[:, closer.columns("same")][:, 0] > 0
            n["real all"] += 1
            n["real right"] += bool(scores[this[0], closer.columns("real")][0] > 0)
            n["same all"] += len(others)
            n["same right"] += sum(bool(same[m]) == (m in event.mentions) for m in others)
            n["type all"] += len(this)
            n["type right"] += sum(int(kinds[m]) == event.type for m in this)
            for channel, name in enumerate(closer.FACETS):
                gold = [(a, b) for c, a, b, _ in event.facets if c == channel]
                read = list(_runs(tags[:, channel]).items())
                both = sum(any(a < d and c < b for c, d in read) for a, b in gold)
                for key, value in (("gold", len(gold)), ("read", len(read)), ("both", both)):
                    n[f"{name} {key}"] += value
                    n[f"all {key}"] += value
    made = {k: round(100 * n[f"{k} right"] / max(1, n[f"{k} all"]), 1) for k in ("same", "type", "real", "alike")}
    return made | {
        k: round(200 * n[f"{k} both"] / max(1, n[f"{k} gold"] + n[f"{k} read"]), 1) for k in ("all", *closer.FACETS)
    }


def main() -> None:
    """Teach, save, measure on the development part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("texts", "start", "words", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--size", type=int, default=64)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--varied", type=float, default=0.0)
    parser.add_argument("--tokenizer", type=Path)
    parser.add_argument("--without", nargs="*", default=[], help="files of reports that do not teach")
    asked = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    texts = load_texts(asked.texts)
    kept = [x for x in texts.lots["reports"] if not any(f"{w}-" in f"+{x.article.id}" for w in asked.without)]
    kept += [x for x in texts.lots["marked"] if x.events]
    learn, dev = ([text_of(x) for x in some] for some in (kept, texts.dev))
    forms = forms_of(learn)
    for some in (learn, dev):
        with_alike(some, forms)
    left = [text_of(x) for x in texts.lots["reports"] if x.article.id.split("-")[0] in asked.without]
    torch.manual_seed(asked.seed)
    words = load_words(asked.words)
    model = load_closer(asked.start, words)
    for part in model.enc.layers.modules():
        if isinstance(part, nn.Dropout):
            part.p = DROPPED
    batches = iter(
        DataLoader(
            Looks(learn, asked.size, asked.seed),
            batch_size=None,
            num_workers=asked.workers,
            pin_memory=device == "cuda",
        )
    )
    table = neighbours(open_tokenizer(asked.tokenizer), words.to(device)) if asked.varied else None
    course = Course(model.to(device), asked.steps, asked.rate, asked.seconds)
    print(len(learn), "texts", sum(len(t.events) for t in learn), "happenings", flush=True)
    while course.share() < 1:
        model.train()
        some = next(batches).to(device)
        if table is not None and course.done % 2:
            some = varied(some, table, asked.varied)
        some = blanked(some)
        with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
            scores = scores_of(model, some)
        loss = close_loss(scores, some)
        course.step(loss)
        course.tell([loss])
    taught = course.finish()
    save_closer(taught, asked.out)
    print(course.done, "dev", json.dumps(measure(taught, dev, device)), flush=True)
    print("dev single", json.dumps(measure(taught, dev, device, single=True)), flush=True)
    print("left out", json.dumps(measure(taught, left, device)), flush=True)


if __name__ == "__main__":
    main()
