"""Mentions that begin inside a stretch of text."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from truceline.model.span import Span


class _Mention(Protocol):
    @property
    def start(self) -> int: ...


M = TypeVar("M", bound=_Mention)


def inside(mentions: Sequence[M], span: Span) -> Sequence[M]:
    """Those of `mentions`, which are in text order, that begin in [start, end)."""
    low = bisect_left(mentions, span[0], key=lambda m: m.start)
    return mentions[low : bisect_left(mentions, span[1], lo=low, key=lambda m: m.start)]
