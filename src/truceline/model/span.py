"""Spans: [start, end) as Python string indices into a document's text."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

Span = tuple[int, int]


def overlap(a: Span, b: Span) -> int:
    """Number of characters two spans share; 0 where they do not touch."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def gap(a: Span, b: Span) -> int:
    """Number of characters between two spans; 0 where they touch."""
    return max(a[0] - b[1], b[0] - a[1], 0)


def first_touched(ordered: Sequence[Span], span: Span) -> int | None:
    """Index of the first of some spans, in order and beside each other, that shares a character with one; or None."""
    at = bisect_right(ordered, span[0], key=_end)
    return at if at < len(ordered) and overlap(ordered[at], span) else None


def _end(span: Span) -> int:
    return span[1]


def within(inner: Span, outer: Span) -> bool:
    """Whether `inner` lies wholly inside `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def meets(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a span shares a character with one of some."""
    return any(overlap(span, other) for other in spans)


def within_one(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a span lies wholly inside one of some."""
    return any(within(span, other) for other in spans)


def stands_in(at: int, spans: Iterable[Span]) -> bool:
    """Whether a character is one of some spans'."""
    return any(start <= at < end for start, end in spans)


_Default = TypeVar("_Default")


def span_at(at: int, spans: Iterable[Span], default: _Default) -> Span | _Default:
    """The first of some spans whose character it is; `default` where it is none's."""
    return next(((start, end) for start, end in spans if start <= at < end), default)


def blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with spaces in place of the spans' words; as long as before."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
