"""What is learned from the project's own corpus, in lots, and endless batches of each."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from batches import Batch, collate, epoch
from corpus import Article
from layers import (
    LayerBatch,
    Layers,
    cropped_layers,
    digest_layers,
    joined_layers,
    layer_batch,
    marked_layers,
    read_layers,
)
from tokenizers import Tokenizer
from torch import Tensor

from model import POSITIONS
from truceline.read.claims.tagger.windows import END, Window, pack

CORPUS = Path(__file__).parents[1] / "corpus"
NEWS_ACTS = CORPUS / "news_acts.tsv"
WINDOW = 384
"""Word pieces in a window of an article."""
JOINED = 200
"""How many texts are joined of two reports; those too long for a network are left out."""
DIGESTS = 2000
"""How many paragraphs are made of single sentences of several reports."""
BLANK, BLANKED = 103, 0.12
"""The vocabulary's mark for a hidden piece, and the share hidden in what is learned from few texts."""


@dataclass(frozen=True, slots=True)
class Own:
    """A batch of the corpus, its targets, and whether attributions are annotated."""

    batch: Batch
    layers: LayerBatch
    tags: bool


def read_lots(tokenizer: Tokenizer, corpus: Path) -> dict[str, list[Layers]]:
    """Reports (some joined), claims, single sentences, and sentences marked for happenings alone."""
    every = read_layers(tokenizer, corpus)
    reports = [x for x in every if x.events] + joined_layers(tokenizer, corpus, JOINED)
    reports += digest_layers(tokenizer, corpus, DIGESTS)
    return {
        "reports": [x for x in reports if _fits(x)],
        "claims": [x for x in every if not x.events],
        "lines": cropped_layers(tokenizer, corpus),
        "marked": marked_layers(tokenizer, corpus),
    }


def _fits(x: Layers) -> bool:
    return len(pack(x.article.pieces, whole(x)).ids) <= POSITIONS


def whole(x: Layers) -> Window:
    """All words of a text as one window."""
    count = len(x.article.spans)
    return Window(0, count, 0, count)


def own_batches(name: str, some: list[Layers], size: int, rng: random.Random, device: str = "cpu") -> Iterator[Own]:
    """Endless batches of a lot, each text whole; batches of like lengths, in shuffled order."""
    while True:
        order = sorted(some, key=lambda x: len(x.article.spans) + rng.random() * 30)
        lots = [order[i : i + size] for i in range(0, len(order), size)]
        rng.shuffle(lots)
        for lot in lots:
            batch = collate([(x.article, whole(x)) for x in lot], device)
            yield Own(batch, layer_batch(lot, batch.first.shape[1], device), name != "marked")


def news_batches(articles: Sequence[Article], rng: random.Random, size: int) -> Iterator[list[tuple[Article, Window]]]:
    """Endless windows of articles, in shuffled lists."""
    while True:
        yield from epoch(articles, WINDOW, size, rng)


def blanked(batch: Batch, share: float = BLANKED) -> Batch:
    """The batch with a few word pieces hidden: what is told must be known by its context too."""
    hidden = (torch.rand(batch.ids.shape, device=batch.ids.device) < share) & (batch.ids > END)
    return replace(batch, ids=batch.ids.masked_fill(hidden, BLANK))


NEIGHBOURS, SHORTEST_PIECE = 12, 3
"""How many like pieces may stand in for one, and letters under which a piece is left as it is."""


def neighbours(tokenizer: Tokenizer, vectors: Tensor) -> Tensor:
    """For every piece the like ones by their vectors (pieces, 12); itself where it has none, as marks and figures."""
    names = sorted(tokenizer.get_vocab().items(), key=lambda entry: entry[1])
    inside = torch.tensor([name.startswith("##") for name, _ in names], device=vectors.device)
    plain = [name.removeprefix("##") for name, _ in names]
    words = torch.tensor(
        [len(p) >= SHORTEST_PIECE and p.isascii() and p.isalpha() for p in plain], device=inside.device
    )
    length = vectors.norm(dim=1)
    words &= length > 0
    unit = (vectors / length.clamp(min=1e-6)[:, None]).bfloat16()
    table = torch.arange(len(names), device=inside.device)[:, None].repeat(1, NEIGHBOURS)
    for some in torch.arange(len(names), device=inside.device).split(2048):
        near = (unit[some] @ unit.T).masked_fill(~words | (inside[some, None] != inside[None]), -1)
        best = near.topk(NEIGHBOURS + 1, dim=1).indices[:, 1:]
        table[some] = torch.where(words[some, None], best, table[some])
    return table


def varied(batch: Batch, table: Tensor, share: float) -> Batch:
    """The batch with some pieces replaced by like ones: another text, for those who say what it holds (TinyBERT)."""
    chosen = torch.rand(batch.ids.shape, device=batch.ids.device) < share
    which = torch.randint(NEIGHBOURS, batch.ids.shape, device=batch.ids.device)
    return replace(batch, ids=torch.where(chosen, table[batch.ids, which], batch.ids))
