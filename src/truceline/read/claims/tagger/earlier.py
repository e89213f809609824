"""Which mention is of the same happening as which earlier one, by the seer's links."""

from collections.abc import Sequence

import numpy as np

from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.links import link_scores
from truceline.read.claims.tagger.marks import Marked
from truceline.read.claims.tagger.network import Array, EventOutputs


def earlier_scores(outputs: EventOutputs, distance: Array, mentions: Sequence[Marked]) -> list[Array]:
    """For each mention the scores of each earlier one, and behind them that of being the first of its happening."""
    firsts = np.array([m.first for m in mentions], np.int64)
    scores = link_scores(outputs, distance, heads.TO_EARLIER, firsts, firsts)
    none = outputs.more[firsts][:, heads.columns("first")][:, 0]
    return [np.append(scores[at, :at], none[at]) for at in range(len(mentions))]


def linked(earlier: Sequence[Array]) -> list[list[int]]:
    """Numbers of mentions of one happening: each joins the earlier mention it fits best, or begins a happening."""
    home: list[int] = []
    groups: list[list[int]] = []
    for at, scores in enumerate(earlier):
        best = int(scores[:at].argmax()) if at else -1
        if best >= 0 and scores[best] > scores[at]:
            home.append(home[best])
            groups[home[best]].append(at)
        else:
            home.append(len(groups))
            groups.append([at])
    return groups


def together(earlier: Sequence[Array]) -> Array:
    """Chance of every two mentions (mentions, mentions) to be of one happening.

    A mention is with another as likely as whatever earlier one it links to is: the chain of a mention ranker, summed
    over all its ways (Denis and Baldridge 2008).
    """
    chance = np.eye(len(earlier), dtype=np.float32)
    for at, scores in enumerate(earlier):
        ways = np.exp(scores - scores.max())
        chance[at, :at] = chance[:at, at] = chance[:at, :at] @ (ways[:at] / ways.sum())
    return chance
