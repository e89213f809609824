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


def _lawful() -> tuple[Array, Array, Array]:
    """Scores of steps (13, 13), of starts and of ends (13,): 0 where lawful."""
    begins = [i for i, t in enumerate(TAGS) if t[0] in "OBS"]
    ends = [i for i, t in enumerate(TAGS) if t[0] in "OES"]
    steps = np.full((len(TAGS), len(TAGS)), _NEVER, np.float32)
    first = np.full(len(TAGS), _NEVER, np.float32)
    last = first.copy()
    first[begins] = 0
    last[ends] = 0
    for end in ends:
        steps[end, begins] = 0
    for role in ROLES:
        opened = [TAGS.index(f"{p}-{role}") for p in "BI"]
        going = [TAGS.index(f"{p}-{role}") for p in "IE"]
        for tag in opened:
            steps[tag, going] = 0
    return steps, first, last


_STEPS, _FIRST, _LAST = _lawful()


def log_softmax(scores: Array) -> Array:
    """Row-wise log probabilities."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def best_tags(scores: Array) -> list[int]:
    """The likeliest lawful tag sequence (Viterbi 1967)."""
    best = scores[0] + _FIRST
    back = np.zeros((len(scores), len(TAGS)), np.int64)
    for word in range(1, len(scores)):
        reach = best[:, None] + _STEPS
        back[word] = reach.argmax(0)
        best = reach.max(0) + scores[word]
    tag = int((best + _LAST).argmax())
    path = [tag]
    for word in range(len(scores) - 1, 0, -1):
        tag = int(back[word, tag])
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
