"""Which source and which content belong to which cue."""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from truceline.model.span import Span
from truceline.read.claims.tagger.network import Array, EventOutputs, Outputs
from truceline.read.claims.tagger.tags import Tagged, log_softmax

SOURCE_TO_CUE, CONTENT_TO_CUE, CUE_TO_SOURCE = range(3)
_FARTHEST = 200
"""Words beyond which nothing is linked: about a long paragraph."""
_NEVER = -1e4


@dataclass(slots=True)
class Triple:
    """One attribution in spans of words; `sure` holds the log probability of each of its links."""

    cue: Span
    source: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    sure: list[float] = field(default_factory=list)


def link_spans(tagged: Tagged, outputs: Outputs, distance: Array) -> tuple[Triple, ...]:
    """Attributions that have a cue and a content; a cue without a source of its own may share its neighbour's."""
    triples = [Triple(cue) for cue in tagged.cue]
    if not triples:
        return ()
    cues = np.array([cue[0] for cue in tagged.cue])
    _give(triples, tagged.content, _scores(outputs, distance, CONTENT_TO_CUE, tagged.content, cues), "content")
    _give(triples, tagged.source, _scores(outputs, distance, SOURCE_TO_CUE, tagged.source, cues), "source")
    _share(triples, tagged, outputs, distance)
    return tuple(t for t in triples if t.content)


def _scores(outputs: Outputs, distance: Array, kind: int, spans: tuple[Span, ...], to: NDArray[np.int64]) -> Array:
    """Link scores (spans, targets) from first word to first word; words too far apart are never linked."""
    rows = np.array([s[0] for s in spans], np.int64)
    scores = link_scores(outputs, distance, kind, rows, to)
    return np.asarray(np.where(abs(to[None] - rows[:, None]) > _FARTHEST, _NEVER, scores), np.float32)


def link_scores(
    outputs: Outputs | EventOutputs, distance: Array, kind: int, rows: NDArray[np.int64], to: NDArray[np.int64]
) -> Array:
    """Scores (rows, to) of links between words: product of vectors, and a word for the distance."""
    apart = to[None] - rows[:, None]
    reach = (distance.shape[1] - 1) // 2
    products = outputs.queries[rows, kind] @ outputs.keys[to, kind].T / math.sqrt(outputs.keys.shape[2])
    return np.asarray(products + distance[kind][np.clip(apart, -reach, reach) + reach], np.float32)


def _give(triples: list[Triple], spans: tuple[Span, ...], scores: Array, role: str) -> None:
    if not spans:
        return
    logs = log_softmax(scores)
    for span, row in zip(spans, logs, strict=True):
        best = int(row.argmax())
        getattr(triples[best], role).append(span)
        triples[best].sure.append(float(row[best]))


def _share(triples: list[Triple], tagged: Tagged, outputs: Outputs, distance: Array) -> None:
    """Cues left without a source take the likeliest one, where that is likelier than none."""
    if not tagged.source:
        return
    sources = np.array([s[0] for s in tagged.source], np.int64)
    scores = _scores(outputs, distance, CUE_TO_SOURCE, tuple(t.cue for t in triples), sources)
    none = outputs.none[[t.cue[0] for t in triples]]
    logs = log_softmax(np.concatenate([scores, none[:, None]], 1))
    for triple, row in zip(triples, logs, strict=True):
        best = int(row.argmax())
        if not triple.source and best < len(sources):
            triple.source.append(tagged.source[best])
            triple.sure.append(float(row[best]))
