"""From the network's scores to drafts of happenings: mentions, which of them are of one, and facets on their words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from truceline.model.account import EventType, FacetName, Polarity
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.span import Span
from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.network import Outputs
from truceline.read.claims.tagger.tags import log_softmax

TO_TRIGGER, TO_EARLIER = range(2)
_OUTSIDE, _BEGIN, _INSIDE = range(3)
_GOES_ON = 0.4
"""How likely a word must be inside to go on with what was begun."""
_FARTHEST = 250
"""Words beyond which a facet hangs on no mention."""

_LEAST_TYPE = 0.01
"""Chance under which a type is not named."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Marked:
    """Words [first, last) of one channel and how sure their beginning is."""

    first: int
    last: int
    score: float


def find_drafts(outputs: Outputs, distance: Array, least: dict[str, float], spans: Sequence[Span]) -> tuple[Draft, ...]:
    """Happenings in the order of their first mentions; `least` has the score a mention and a facet must reach.

    `spans` are the words' places in the text.
    """
    if outputs.more is None or not spans:
        return ()
    chances = np.exp(log_softmax(outputs.more[:, heads.columns("channels")].reshape(len(spans), -1, 3)))
    mentions = _marked(chances[:, 0], least["mention"])
    if not mentions:
        return ()
    groups = _groups(outputs, distance, mentions)
    facets = _facets(outputs, distance, chances, mentions, least["facet"])
    return tuple(
        _draft(outputs, [(mentions[n], [f for at, f in facets if at == n]) for n in group], spans) for group in groups
    )


def _marked(chances: Array, least: float) -> list[_Marked]:
    """Runs of a channel whose beginning is at least so sure, in order."""
    found: list[_Marked] = []
    begins = np.flatnonzero(chances[:, _BEGIN] >= least)
    for first in begins.tolist():
        last = first + 1
        while last < len(chances) and chances[last, _INSIDE] >= _GOES_ON:
            last += 1
        found.append(_Marked(first, last, float(chances[first, _BEGIN])))
    return [m for at, m in enumerate(found) if at == 0 or m.first >= found[at - 1].last]


def _links(outputs: Outputs, distance: Array, kind: int, rows: Sequence[int], to: Sequence[int]) -> Array:
    """Scores (rows, to): product of vectors, and a word for the distance."""
    keys, queries = outputs.event_keys, outputs.event_queries
    if keys is None or queries is None:
        raise ValueError("the network was not asked for events")
    here, there = np.array(rows, np.int64), np.array(to, np.int64)
    apart = there[None] - here[:, None]
    reach = (distance.shape[1] - 1) // 2
    scores = queries[here, kind] @ keys[there, kind].T / math.sqrt(keys.shape[2])
    return np.asarray(scores + distance[kind][np.clip(apart, -reach, reach) + reach], np.float32)


def _groups(outputs: Outputs, distance: Array, mentions: Sequence[_Marked]) -> list[list[int]]:
    """Numbers of mentions of one happening: each joins the earlier mention it fits best, or begins a happening."""
    firsts = [m.first for m in mentions]
    scores = _links(outputs, distance, TO_EARLIER, firsts, firsts)
    more = cast("Array", outputs.more)
    none = more[firsts][:, heads.columns("first")][:, 0]
    home: list[int] = []
    groups: list[list[int]] = []
    for at in range(len(mentions)):
        best = int(scores[at, :at].argmax()) if at else -1
        if best >= 0 and scores[at, best] > none[at]:
            home.append(home[best])
            groups[home[best]].append(at)
        else:
            home.append(len(groups))
            groups.append([at])
    return groups


def _facets(
    outputs: Outputs, distance: Array, chances: Array, mentions: Sequence[_Marked], least: float
) -> list[tuple[int, tuple[str, _Marked, Polarity]]]:
    """Facets with the number of the mention each hangs on."""
    found = [
        (name, marked)
        for at, name in enumerate(heads.CHANNELS)
        if name not in {heads.TRIGGER, heads.AUTHOR}
        for marked in _marked(chances[:, at], least)
    ]
    if not found:
        return []
    firsts = [m.first for m in mentions]
    rows = [marked.first for _, marked in found]
    scores = _links(outputs, distance, TO_TRIGGER, rows, firsts)
    more = cast("Array", outputs.more)
    polarity = more[rows][:, heads.columns("polarity")].argmax(1)
    made = []
    for (name, marked), line, kind in zip(found, scores, polarity, strict=True):
        best = int(line.argmax())
        if abs(firsts[best] - marked.first) <= _FARTHEST:
            made.append((best, (name, marked, cast("Polarity", heads.POLARITIES[int(kind)]))))
    return made


def _draft(
    outputs: Outputs, mentions: Sequence[tuple[_Marked, list[tuple[str, _Marked, Polarity]]]], spans: Sequence[Span]
) -> Draft:
    more: Any = outputs.more
    firsts = [m.first for m, _ in mentions]
    types = np.exp(log_softmax(more[firsts][:, heads.columns("types")]))
    aggregate = more[firsts][:, heads.columns("aggregate")].mean() > 0

    def at(marked: _Marked) -> Span:
        return spans[marked.first][0], spans[marked.last - 1][1]

    return Draft(
        aggregate=bool(aggregate),
        mentions=tuple(
            DraftMention(
                span=at(m),
                score=round(m.score, 3),
                types=_likely(chances),
                facets=tuple(
                    DraftFacet(facet=cast("FacetName", name), span=at(f), polarity=polarity, score=round(f.score, 3))
                    for name, f, polarity in facets
                ),
            )
            for (m, facets), chances in zip(mentions, types, strict=True)
        ),
    )


def _likely(chances: Array) -> tuple[tuple[EventType, float], ...]:
    """Types by their chances, those next to impossible left out."""
    best = int(chances.argmax())
    kept = (n for n, chance in enumerate(chances.tolist()) if chance >= _LEAST_TYPE or n == best)
    return tuple((cast("EventType", heads.TYPES[n]), round(float(chances[n]), 3)) for n in kept)
