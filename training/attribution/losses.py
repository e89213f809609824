"""What is learned: gold tags and links, and the soft answers of several teachers."""

import math
from dataclasses import dataclass

import torch
from batches import IGNORE, Batch
from torch import Tensor
from torch.nn import functional

from model import LINK_WIDTH, LINKS, REACH, Tagger
from truceline.read.claims.tagger.tags import TAGS

LINK_WEIGHT = 0.3
HARD_WEIGHT = 0.3
"""Share of the gold tags beside the teachers' answers, on annotated windows."""
_NEVER = -1e4
_SOURCE, _CONTENT, _CUE = ([TAGS.index(f"B-{r}"), TAGS.index(f"S-{r}")] for r in ("source", "content", "cue"))


@dataclass(frozen=True, slots=True)
class Answers:
    """Scores of tags (batch, words, 13), links to cues (.., 2, words, words), to sources or none (.., words + 1)."""

    tags: Tensor
    to_cue: Tensor
    to_source: Tensor


def answer(model: Tagger, batch: Batch) -> Answers:
    """A model's answers at each word's first piece."""
    return split(model, batch)[0]


def split(model: Tagger, batch: Batch) -> tuple[Answers, list[Tensor]]:
    """The tagger's answers, and the outputs of further heads, at each word's first piece."""
    tag, key, query, none, *more = (_at_words(y, batch.first) for y in model(batch.ids, batch.features))
    rows, words = batch.first.shape
    keys, queries = (y.view(rows, words, LINKS, LINK_WIDTH) for y in (key, query))
    scores = torch.einsum("bitk,bjtk->btij", queries, keys).float() / math.sqrt(LINK_WIDTH)
    scores = scores + by_distance(model.dist, words, REACH)[None]
    scores = scores.masked_fill(batch.mask[:, None, None, :] == 0, _NEVER)
    return Answers(tag.float(), scores[:, :2], torch.cat([scores[:, 2], none.float()], 2)), [y.float() for y in more]


def by_distance(table: Tensor, words: int, reach: int) -> Tensor:
    """For each kind what a table (kinds, 2 * reach + 1) says of word j seen from word i: (kinds, words, words).

    Laid out from one row of distances: a lookup for every pair takes a GPU seconds to go back through.
    """
    apart = torch.arange(1 - words, words, device=table.device).clamp(-reach, reach) + reach
    return table[:, apart].unfold(1, words, 1).flip(1)


def _at_words(y: Tensor, first: Tensor) -> Tensor:
    return y.gather(1, first[..., None].expand(-1, -1, y.shape[-1]))


def gold_loss(model: Tagger, batch: Batch) -> Tensor:
    """Cross-entropy of gold tags and links."""
    return gold_loss_of(answer(model, batch), batch)


def gold_loss_of(a: Answers, batch: Batch) -> Tensor:
    """The same of answers already given."""
    loss = _mean(_tag_loss(a, batch), batch.mask)
    for scores, target in zip((a.to_cue[:, 0], a.to_cue[:, 1], a.to_source), batch.links, strict=True):
        if (target >= 0).any():
            flat = functional.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=IGNORE)
            loss = loss + LINK_WEIGHT * flat
    return loss


def _tag_loss(a: Answers, batch: Batch) -> Tensor:
    return functional.cross_entropy(a.tags.flatten(0, 1), batch.tags.flatten(), reduction="none").view_as(batch.mask)


def _mean(values: Tensor, weights: Tensor) -> Tensor:
    return (values * weights).sum() / weights.sum().clamp(min=1)


@torch.no_grad()
def soft_answers(teachers: list[Tagger], batch: Batch) -> Answers:
    """Mean probabilities of several teachers (Hinton et al. 2015)."""
    all_answers = [answer(t, batch) for t in teachers]
    tags, to_cue, to_source = (
        torch.stack([getattr(a, name).softmax(-1) for a in all_answers]).mean(0)
        for name in ("tags", "to_cue", "to_source")
    )
    return Answers(tags, to_cue, to_source)


def distil_loss(model: Tagger, batch: Batch, soft: Answers) -> Tensor:
    """Cross-entropy with the teachers; links weigh where the teachers see a span begin."""
    return distil_loss_of(answer(model, batch), batch, soft)


def distil_loss_of(a: Answers, batch: Batch, soft: Answers) -> Tensor:
    """The same of answers already given."""
    loss = _mean(_against(soft.tags, a.tags), batch.mask)
    gold = batch.mask * batch.labelled[:, None]
    if bool(gold.any()):
        loss = (1 - HARD_WEIGHT) * loss + HARD_WEIGHT * _mean(_tag_loss(a, batch), gold)
    for begin, p, scores in (
        (_SOURCE, soft.to_cue[:, 0], a.to_cue[:, 0]),
        (_CONTENT, soft.to_cue[:, 1], a.to_cue[:, 1]),
        (_CUE, soft.to_source, a.to_source),
    ):
        weight = soft.tags[..., begin].sum(-1) * batch.mask
        loss = loss + LINK_WEIGHT * _mean(_against(p, scores), weight)
    return loss


def _against(p: Tensor, scores: Tensor) -> Tensor:
    return -(p * scores.log_softmax(-1)).sum(-1)
