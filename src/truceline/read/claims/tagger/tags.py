"""From tag scores to spans of words: the best lawful sequence of begin, inside, end and single."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from truceline.model.span import Span

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BIES"))
_NEVER = -1e4

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tagged:
    """Spans of words by role, each in text order, and how sure each word's tag is (words,), in [0, 1]."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sure: Array


_OVER = tuple(i for i, t in enumerate(TAGS) if t[0] in "OES")
"""Tags behind which anything but a span's inside and end may stand; the last word has one of them."""
_OPEN = tuple((TAGS.index(f"B-{role}"), TAGS.index(f"I-{role}"), TAGS.index(f"E-{role}")) for role in ROLES)
"""Of each role the tags that open a span, keep it open and end it."""
_FIRST = np.array([0 if t[0] in "OBS" else _NEVER for t in TAGS], np.float32)


def log_softmax(scores: Array) -> Array:
    """Row-wise log probabilities."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def best_tags(scores: Array) -> list[int]:
    """The likeliest lawful tag sequence (Viterbi 1967).

    Where a span is over, or none was begun, a new one or none may follow; an open one goes on or ends in its own role.
    So few steps are lawful that plain numbers are quicker than arrays of all of them.
    """
    rows = scores.tolist()
    best = (scores[0] + _FIRST).tolist()
    back: list[tuple[int, ...]] = []
    for row in rows[1:]:
        over = max(_OVER, key=best.__getitem__)
        before, reached = [over] * len(TAGS), best[over]
        now = [reached + score for score in row]
        for begin, inside, end in _OPEN:
            open_at = begin if best[begin] >= best[inside] else inside
            now[inside], now[end] = best[open_at] + row[inside], best[open_at] + row[end]
            before[inside] = before[end] = open_at
        back.append(tuple(before))
        best = now
    tag = max(_OVER, key=best.__getitem__)
    path = [tag]
    for before_word in reversed(back):
        tag = before_word[tag]
        path.append(tag)
    return path[::-1]


def tagged_spans(scores: Array) -> Tagged:
    """Spans of words from tag scores (words, 13)."""
    logs = log_softmax(scores)
    path = best_tags(logs)
    spans: dict[str, list[Span]] = {role: [] for role in ROLES}
    start = 0
    for word, tag in enumerate(path):
        place, _, role = TAGS[tag].partition("-")
        if place in "BS":
            start = word
        if place in "ES":
            spans[role].append((start, word + 1))
    sure = np.exp(logs[np.arange(len(path)), path])
    return Tagged(tuple(spans["source"]), tuple(spans["cue"]), tuple(spans["content"]), sure)
