"""How well the taught heads do on texts left out: each head by itself, links and classes at the annotated words."""

from collections import Counter
from collections.abc import Sequence

import torch
from batches import collate
from joint_losses import claim_scores, event_scores
from joint_model import Reader
from layers import BEGIN, INSIDE, Layers
from losses import split
from lots import whole
from torch import Tensor

from truceline.read.claims.tagger import heads


@torch.no_grad()
def measure(reader: Reader, some: Sequence[Layers], device: str = "cpu") -> dict[str, float]:
    """F1 of spans by channel, accuracy of classes and links."""
    n: Counter[str] = Counter()
    for x in some:
        batch = collate([(x.article, whole(x))], device)
        _, (more, key, query) = split(reader, batch)
        scores = event_scores(reader, key, query, batch.mask)[0].cpu()
        more = more.cpu()
        _acts(n, x, more)
        if x.events:
            _channels(n, x, more)
            _classes(n, x, more)
            _links(n, x, scores, more)
    made = {k[:-4]: round(100 * n[f"{k[:-4]} right"] / n[k], 1) for k in sorted(n) if k.endswith(" all")}
    for name in heads.CHANNELS:
        made[f"{name} F1"] = round(200 * n[f"{name} both"] / max(1, n[f"{name} gold"] + n[f"{name} read"]), 1)
    return made


def _acts(n: Counter[str], x: Layers, more: Tensor) -> None:
    for act in x.acts:
        for head in ("act", "reach"):
            if getattr(act, head) >= 0:
                best = int(claim_scores(more, [(0, act)], head).argmax())
                n[f"{head} all"] += 1
                n[f"{head} right"] += best == getattr(act, head)


def _channels(n: Counter[str], x: Layers, more: Tensor) -> None:
    words = x.channels.shape[1]
    tags = more[0, :words, heads.columns("channels")].view(words, len(heads.CHANNELS), 3).argmax(-1).T.numpy()
    for at, name in enumerate(heads.CHANNELS):
        gold, read = spans(x.channels[at]), spans(tags[at])
        n[f"{name} gold"] += len(gold)
        n[f"{name} read"] += len(read)
        n[f"{name} both"] += sum(any(a < d and c < b for c, d in read) for a, b in gold)


def _classes(n: Counter[str], x: Layers, more: Tensor) -> None:
    for head, wanted in (("types", x.types), ("polarity", x.polarities)):
        for word, kind in wanted.items():
            n[f"{head} all"] += 1
            n[f"{head} right"] += int(more[0, word, heads.columns(head)].argmax()) == kind


def _links(n: Counter[str], x: Layers, scores: Tensor, more: Tensor) -> None:
    firsts = sorted(x.types)
    for word, right in x.to_trigger:
        n["to trigger all"] += 1
        n["to trigger right"] += firsts[int(scores[0, word, firsts].argmax())] in right
    for word, right in x.to_earlier:
        before = [f for f in firsts if f < word]
        best = int(torch.cat([scores[1, word, before], more[0, word, heads.columns("first")]]).argmax())
        n["to earlier all"] += 1
        n["to earlier right"] += (before[best] in right) if best < len(before) else not right


def spans(row: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of begin and inside; an inside after nothing begins one."""
    found: list[tuple[int, int]] = []
    for at, tag in enumerate(row):
        if tag == BEGIN or (tag == INSIDE and not (found and found[-1][1] == at)):
            found.append((at, at + 1))
        elif tag == INSIDE:
            found[-1] = (found[-1][0], at + 1)
    return found
