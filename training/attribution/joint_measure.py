"""How well the taught heads do on texts left out: each head by itself, links and classes at the annotated words."""

from collections import Counter
from collections.abc import Sequence

import torch
from batches import collate
from joint_losses import claim_scores, event_scores
from joint_model import Reader
from layers import BEGIN, INSIDE, Layers, layer_batch
from losses import split

from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.windows import Window


@torch.no_grad()
def measure(reader: Reader, some: Sequence[Layers]) -> dict[str, float]:
    """F1 of spans by channel, accuracy of classes and links."""
    n: Counter[str] = Counter()
    for x in some:
        batch = collate([(x.article, Window(0, len(x.article.spans), 0, len(x.article.spans)))], "cpu")
        tagger, (more, key, query) = split(reader, batch)
        words = batch.first.shape[1]
        layers = layer_batch([x], words)
        for act in x.acts:
            for head in ("act", "reach"):
                if getattr(act, head) >= 0:
                    best = int(claim_scores(more, 0, act.cue, act.content, head).argmax())
                    n[f"{head} all"] += 1
                    n[f"{head} right"] += best == getattr(act, head)
        if not x.events:
            continue
        tags = more[0, :, heads.columns("channels")].view(words, len(heads.CHANNELS), 3).argmax(-1).T.numpy()
        for at, name in enumerate(heads.CHANNELS):
            gold, read = spans(x.channels[at]), spans(tags[at])
            n[f"{name} gold"] += len(gold)
            n[f"{name} read"] += len(read)
            n[f"{name} both"] += sum(any(a < d and c < b for c, d in read) for a, b in gold)
        for word, kind in x.types.items():
            n["type all"] += 1
            n["type right"] += int(more[0, word, heads.columns("types")].argmax()) == kind
        for word, kind in x.polarities.items():
            n["polarity all"] += 1
            n["polarity right"] += int(more[0, word, heads.columns("polarity")].argmax()) == kind
        scores = event_scores(reader, key, query, batch.mask)[0]
        firsts = sorted(x.types)
        for word, right in x.to_trigger:
            n["to trigger all"] += 1
            n["to trigger right"] += firsts[int(scores[0, word, firsts].argmax())] in right
        for word, right in x.to_earlier:
            before = [f for f in firsts if f < word]
            line = torch.cat([scores[1, word, before], more[0, word, heads.columns("first")]])
            best = int(line.argmax())
            n["to earlier all"] += 1
            n["to earlier right"] += (before[best] in right) if best < len(before) else not right
        del layers, tagger
    made = {k[:-4]: round(100 * n[f"{k[:-4]} right"] / n[k], 1) for k in sorted(n) if k.endswith(" all")}
    for name in heads.CHANNELS:
        made[f"{name} F1"] = round(200 * n[f"{name} both"] / max(1, n[f"{name} gold"] + n[f"{name} read"]), 1)
    return made


def spans(row: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of begin and inside; an inside after nothing begins one."""
    found: list[tuple[int, int]] = []
    for at, tag in enumerate(row):
        if tag == BEGIN or (tag == INSIDE and not (found and found[-1][1] == at)):
            found.append((at, at + 1))
        elif tag == INSIDE:
            found[-1] = (found[-1][0], at + 1)
    return found
