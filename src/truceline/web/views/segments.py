"""A text cut at every edge of its highlights, so that overlapping layers can be shown in plain HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from truceline.model.span import Span, within


@dataclass(frozen=True, slots=True, kw_only=True)
class Layered:
    """A span with its layer's class and the key of what it belongs to."""

    span: Span
    layer: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text with the layers and keys over it; `anchor` are keys that begin here.

    `account` is the key of the first account it is marked for; empty for none.
    """

    text: str
    classes: str
    keys: str
    anchors: tuple[str, ...]
    account: str


def paragraphs(text: str) -> tuple[Span, ...]:
    """Spans of the lines that hold anything, outer white space left out."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            first = start + line.index(body)
            found.append((first, first + len(body)))
        start += len(line)
    return tuple(found)


def segments(text: str, within: Span, layers: Sequence[Layered]) -> tuple[Segment, ...]:
    """One paragraph's segments, in order; together they are its text unchanged."""
    start, end = within
    over = [x for x in layers if x.span[0] < end and x.span[1] > start]
    cuts = sorted({start, end, *(min(max(edge, start), end) for x in over for edge in x.span)})
    return tuple(_segment(text, (first, last), over) for first, last in pairwise(cuts))


def _segment(text: str, span: Span, layers: Sequence[Layered]) -> Segment:
    """Some words with the layers that lie over all of them, and the anchors of those that begin there."""
    here = [x for x in layers if within(span, x.span)]
    keyed = [x for x in here if x.key]
    return Segment(
        text=text[slice(*span)],
        classes=" ".join(sorted({x.layer for x in here})),
        keys=" ".join(dict.fromkeys(x.key for x in keyed)),
        anchors=tuple(dict.fromkeys(x.key for x in keyed if x.span[0] == span[0])),
        account=next((x.key for x in keyed if x.layer == "l-accounts"), ""),
    )
