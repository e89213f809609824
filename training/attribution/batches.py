"""Windows of articles as batches of tensors; in training each pass cuts an article somewhere else."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from corpus import NO_SOURCE, Article
from torch import Tensor

from truceline.read.claims.tagger.features import FRAME, NO_BREAK
from truceline.read.claims.tagger.windows import PAD, Packed, Window, fitting, pack

IGNORE = -100
_PHASE, _CUT_FROM, _CUT_OFTEN = 120, 0.7, 0.8


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows: pieces, features, each word's first piece, word mask, tags, and three kinds of link targets."""

    ids: Tensor
    features: Tensor
    first: Tensor
    mask: Tensor
    tags: Tensor
    links: tuple[Tensor, Tensor, Tensor]
    labelled: Tensor


def cut(article: Article, length: int, rng: random.Random) -> list[Window]:
    """An article in windows that begin at a random sentence near its start and mostly end at sentence ends."""
    starts = [int(w) for w in np.flatnonzero(article.pieces.features[:, 2] != NO_BREAK)] or [0]
    phase = rng.randrange(_PHASE)
    at = max((s for s in starts if s <= phase), default=0)
    windows = [Window(0, at, 0, at)] if at else []
    count = len(article.pieces.ids)
    while at < count:
        end = fitting(article.pieces, at, length)
        if end < count and rng.random() < _CUT_OFTEN:
            end = max((s for s in starts if at + (end - at) * _CUT_FROM < s <= end), default=end)
        windows.append(Window(at, end, at, end))
        at = end
    return windows


def epoch(
    articles: Sequence[Article], length: int, size: int, rng: random.Random
) -> Iterator[list[tuple[Article, Window]]]:
    """One pass over the articles in shuffled lists of windows."""
    windows = [(article, window) for article in articles for window in cut(article, length, rng)]
    rng.shuffle(windows)
    for start in range(0, len(windows), size):
        yield windows[start : start + size]


def collate(windows: Sequence[tuple[Article, Window]], device: str) -> Batch:
    """Tensors of some windows, padded to the longest."""
    packed = [pack(article.pieces, window) for article, window in windows]
    rows, words = len(packed), max(len(p.first_piece) for p in packed)
    ids, features = _frames(packed)
    first, tags = np.zeros((rows, words), np.int64), np.zeros((rows, words), np.int64)
    mask = np.zeros((rows, words), np.float32)
    links = np.full((3, rows, words), IGNORE, np.int64)
    for row, ((article, window), p) in enumerate(zip(windows, packed, strict=True)):
        count = len(p.first_piece)
        first[row, :count], mask[row, :count] = p.first_piece, 1
        if article.tags is not None:
            tags[row, :count] = article.tags[window.first : window.last]
            _targets(links[:, row], article, window, words)
    tensor = lambda a: torch.tensor(a, device=device)  # noqa: E731
    labelled = tensor([article.tags is not None for article, _ in windows])
    a, b, c = (tensor(table) for table in links)
    return Batch(tensor(ids), tensor(features), tensor(first), tensor(mask), tensor(tags), (a, b, c), labelled)


def _frames(packed: Sequence[Packed]) -> tuple[np.ndarray, np.ndarray]:
    longest = max(len(p.ids) for p in packed)
    ids = np.full((len(packed), longest), PAD, np.int64)
    features = np.empty((len(packed), longest, 3), np.int64)
    features[:] = FRAME
    for row, p in enumerate(packed):
        ids[row, : len(p.ids)], features[row, : len(p.ids)] = p.ids, p.features
    return ids, features


def _targets(links: np.ndarray, article: Article, window: Window, words: int) -> None:
    """Links whose two ends lie in the window; the column after the last word stands for having no source."""
    inside = range(window.first, window.last)
    for table, pairs in zip(links, (article.source_to_cue, article.content_to_cue, article.cue_to_source), strict=True):
        for a, b in pairs.items():
            if a in inside and b in inside:
                table[a - window.first] = b - window.first
            elif a in inside and b == NO_SOURCE:
                table[a - window.first] = words
