"""What several teachers answer of events, facets, acts and links, and how far a student is from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from batches import Batch
from joint_losses import event_scores
from joint_model import Reader
from losses import LINK_WEIGHT, Answers, distil_loss_of, split
from torch import Tensor
from torch.nn import functional

from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.tags import TAGS

SEEN = 4.0
"""How much more a word weighs where the teachers see something there."""
_NEVER = -1e4
_CUE, _CONTENT = ([i for i, tag in enumerate(TAGS) if tag.endswith(role)] for role in ("-cue", "-content"))
_ACTS = ("cue_act", "content_act", "cue_reach", "content_reach")


@dataclass(frozen=True, slots=True)
class SoftEvents:
    """Mean chances of channels (batch, words, channels, 3), classes and links; mean scores of acts."""

    channels: Tensor
    types: Tensor
    polarities: Tensor
    aggregates: Tensor
    acts: dict[str, Tensor]
    to_trigger: Tensor
    to_earlier: Tensor


def _channels(more: Tensor) -> Tensor:
    return more[..., heads.columns("channels")].unflatten(-1, (len(heads.CHANNELS), 3))


def _centred(more: Tensor, head: str) -> Tensor:
    scores = more[..., heads.columns(head)]
    return scores - scores.mean(-1, keepdim=True)


def _earlier(scores: Tensor, more: Tensor) -> Tensor:
    """Scores of links to an earlier word, and last of none."""
    at = torch.arange(scores.shape[-1], device=scores.device)
    before = scores.masked_fill(at[None] >= at[:, None], _NEVER)
    return torch.cat([before, more[..., heads.columns("first")]], -1)


@torch.no_grad()
def soft_reading(teachers: Sequence[Reader], batch: Batch) -> tuple[Answers, SoftEvents]:
    """Mean chances of several teachers (Hinton et al. 2015), of attributions and of events."""
    tagged, seen = [], []
    for teacher in teachers:
        answers, (more, key, query) = split(teacher, batch)
        tagged.append([getattr(answers, name).softmax(-1) for name in ("tags", "to_cue", "to_source")])
        scores = event_scores(teacher, key, query, batch.mask)
        chances = [_channels(more), *(more[..., heads.columns(head)] for head in ("types", "polarity"))]
        chances = [c.softmax(-1) for c in chances]
        chances += [more[..., heads.columns("aggregate")].sigmoid(), *(_centred(more, head) for head in _ACTS)]
        chances += [scores[:, heads.TO_TRIGGER].softmax(-1)]
        seen.append([*chances, _earlier(scores[:, heads.TO_EARLIER], more).softmax(-1)])
    mean = [torch.stack(some).mean(0) for some in zip(*seen, strict=True)]
    channels, types, polarities, aggregates, *acts, to_trigger, to_earlier = mean
    soft = SoftEvents(
        channels, types, polarities, aggregates, dict(zip(_ACTS, acts, strict=True)), to_trigger, to_earlier
    )
    return Answers(*(torch.stack(some).mean(0) for some in zip(*tagged, strict=True))), soft


def soft_loss(model: Reader, batch: Batch, soft: tuple[Answers, SoftEvents], tags: float) -> Tensor:
    """Cross-entropy with the teachers; attributions weigh `tags`, classes where the teachers see something."""
    answers, (more, key, query) = split(model, batch)
    told, seen = soft
    scores = event_scores(model, key, query, batch.mask)
    something = 1 - seen.channels[..., 0]
    loss = _mean(_cross(seen.channels, _channels(more)), batch.mask[..., None] * (1 + SEEN * something)) * len(
        heads.CHANNELS
    )
    begins = seen.channels[..., 1] * batch.mask[..., None]
    trigger, facet = begins[..., 0], begins[..., 1:].amax(-1)
    loss = loss + _mean(_cross(seen.types, more[..., heads.columns("types")]), trigger)
    loss = loss + 0.3 * _mean(_cross(seen.polarities, more[..., heads.columns("polarity")]), facet)
    aggregate = functional.binary_cross_entropy_with_logits(
        more[..., heads.columns("aggregate")], seen.aggregates, reduction="none"
    )
    loss = loss + 0.1 * _mean(aggregate[..., 0], trigger)
    loss = loss + LINK_WEIGHT * _mean(_cross(seen.to_trigger, scores[:, heads.TO_TRIGGER]), facet)
    loss = loss + LINK_WEIGHT * _mean(_cross(seen.to_earlier, _earlier(scores[:, heads.TO_EARLIER], more)), trigger)
    for head, wanted in seen.acts.items():
        where = told.tags[..., _CUE if head.startswith("cue") else _CONTENT].sum(-1) * batch.mask
        loss = loss + 0.2 * _mean((_centred(more, head) - wanted).square().mean(-1), where)
    return loss + tags * distil_loss_of(answers, batch, told)


def _cross(chances: Tensor, scores: Tensor) -> Tensor:
    return -(chances * scores.log_softmax(-1)).sum(-1)


def _mean(values: Tensor, weights: Tensor) -> Tensor:
    return (values * weights).sum() / weights.sum().clamp(min=1)
