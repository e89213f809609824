"""What the corpus of reports teaches: cross-entropy of every head, and of links where any of several words is right."""

import math
from collections.abc import Sequence

import numpy as np
import torch
from batches import Batch
from joint_model import Reader
from layers import Act, LayerBatch
from losses import LINK_WEIGHT, by_distance, gold_loss_of, split
from torch import Tensor
from torch.nn import functional

from truceline.read.claims.tagger import heads

BEGIN_WEIGHT = 2.0
"""A word that begins something weighs more than one that is nothing: those are few."""
DOUBT = 0.05
"""Share of a class given to the others: annotators differ on one event in ten."""
_NEVER = -1e4


def reports_loss(model: Reader, batch: Batch, layers: LayerBatch, *, tags: bool = True) -> Tensor:
    """All losses of one batch of reports; without `tags` where attributions are not annotated."""
    tagger, (more, key, query) = split(model, batch)
    loss = gold_loss_of(tagger, batch) if tags else more.sum() * 0
    loss = loss + channel_loss(more, batch, layers)
    loss = loss + _classes(more, layers.types, "types") + 0.3 * _classes(more, layers.polarities, "polarity")
    loss = loss + 0.1 * _aggregate(more, layers.aggregates)
    loss = loss + act_loss(more, layers.acts)
    scores = event_scores(model, key, query, batch.mask)
    none = more[..., heads.columns("first")]
    loss = loss + LINK_WEIGHT * _any_of(scores[:, heads.TO_TRIGGER], layers.to_trigger, None)
    return loss + LINK_WEIGHT * _any_of(scores[:, heads.TO_EARLIER], layers.to_earlier, none)


def channel_loss(more: Tensor, batch: Batch, layers: LayerBatch) -> Tensor:
    """Outside, begin and inside of every channel; texts without events teach none."""
    rows, words, _ = more.shape
    scores = more[..., heads.columns("channels")].view(rows, words, len(heads.CHANNELS), 3)
    target = layers.channels.transpose(1, 2)
    each = functional.cross_entropy(scores.flatten(0, 2), target.flatten(), reduction="none").view(target.shape)
    each = each * (1 + (BEGIN_WEIGHT - 1) * (target > 0))
    weight = batch.mask * layers.events[:, None]
    return (each.sum(-1) * weight).sum() / weight.sum().clamp(min=1)


def _classes(more: Tensor, wanted: Tensor, head: str) -> Tensor:
    if not len(wanted):
        return more.sum() * 0
    scores = more[wanted[:, 0], wanted[:, 1]][:, heads.columns(head)]
    return functional.cross_entropy(scores, wanted[:, 2], label_smoothing=DOUBT)


def _aggregate(more: Tensor, wanted: Tensor) -> Tensor:
    if not len(wanted):
        return more.sum() * 0
    scores = more[wanted[:, 0], wanted[:, 1]][:, heads.columns("aggregate")][:, 0]
    return functional.binary_cross_entropy_with_logits(scores, wanted[:, 2].float())


def claim_scores(more: Tensor, acts: Sequence[tuple[int, Act]], head: str) -> Tensor:
    """Scores (claims, classes) of acts or reaches: means over the cue and over the content's first words, summed."""
    rows = torch.tensor([row for row, _ in acts], device=more.device)
    total = torch.zeros((), device=more.device)
    for part in ("cue", "content"):
        weights = np.zeros((len(acts), more.shape[1]), np.float32)
        for at, (_, act) in enumerate(acts):
            span = getattr(act, part)
            if span is not None:
                weights[at, span[0] : span[1]] = 1 / (span[1] - span[0])
        scores = more[..., heads.columns(f"{part}_{head}")][rows]
        total = total + torch.einsum("cw,cwk->ck", torch.tensor(weights, device=more.device), scores)
    return total


def act_loss(more: Tensor, acts: Sequence[tuple[int, Act]]) -> Tensor:
    """Cross-entropy of the acts and reaches of claims, each with its row."""
    loss = more.sum() * 0
    for head in ("act", "reach"):
        found = [(row, a) for row, a in acts if getattr(a, head) >= 0]
        if found:
            wanted = torch.tensor([getattr(a, head) for _, a in found], device=more.device)
            loss = loss + functional.cross_entropy(claim_scores(more, found, head), wanted)
    return loss


def event_scores(model: Reader, key: Tensor, query: Tensor, mask: Tensor) -> Tensor:
    """Scores (batch, kinds, words, words) of links from a word to another."""
    rows, words, _ = key.shape
    shape = (rows, words, heads.EVENT_LINKS, heads.EVENT_LINK_WIDTH)
    scores = torch.einsum("bitk,bjtk->btij", query.view(shape), key.view(shape)) / math.sqrt(heads.EVENT_LINK_WIDTH)
    scores = scores + by_distance(model.event_dist, words, heads.EVENT_REACH)[None]
    return scores.masked_fill(mask[:, None, None, :] == 0, _NEVER)


def _any_of(scores: Tensor, pairs: list[tuple[int, int, list[int]]], none: Tensor | None) -> Tensor:
    """Minus the log of the chance that falls on any right word.

    With `none`, only earlier words may be linked to, and an empty list means none of them.
    """
    if not pairs:
        return scores.sum() * 0
    rows, words = (torch.tensor([p[k] for p in pairs], device=scores.device) for k in (0, 1))
    lines = scores[rows, words]
    width = lines.shape[1]
    right = np.zeros((len(pairs), width + 1), bool)
    for at, (_, _, wanted) in enumerate(pairs):
        right[at, wanted or [width]] = True
    if none is not None:
        lines = lines.masked_fill(torch.arange(width, device=lines.device)[None] >= words[:, None], _NEVER)
        lines = torch.cat([lines, none[rows, words]], 1)
    wrong = torch.tensor(~right[:, : lines.shape[1]], device=lines.device)
    return -torch.logsumexp(lines.log_softmax(-1).masked_fill(wrong, _NEVER), 1).mean()
