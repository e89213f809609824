"""The words a citation stands behind: from the statement's beginning to the marker, and the quote it introduces."""

import re
from collections.abc import Sequence

from truceline.model.span import Span
from truceline.text.sentences import trim_span

_OPENING = "“«"
_CLOSING = re.compile(r"[”»]")
_GOES_ON = re.compile(
    r"(?:he|she|they|it|the (?:source|statement|report|official|spokes\w+|agency|ministry|group))\b"
    r"|.{0,60}\b(?:also|added)\b",
    re.IGNORECASE,
)
_REACH = 4
"""Sentences before the marker's own that one citation may still stand behind."""

Covers = dict[Span, tuple[Span, ...]]


def covered(text: str, sentences: Sequence[Span], markers: Sequence[Span]) -> Covers:
    """Covered spans of each marker; markers side by side share them."""
    found: Covers = {}
    before = 0
    for group in _groups(text, markers):
        start, end = group[0][0], group[-1][1]
        spans = tuple(s for s in (_backward(text, sentences, before, start), _forward(text, end)) if s is not None)
        found |= dict.fromkeys(group, spans)
        before = end
    return found


def _groups(text: str, markers: Sequence[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in markers:
        if groups and not text[groups[-1][-1][1] : span[0]].strip(" ,;"):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _backward(text: str, sentences: Sequence[Span], floor: int, start: int) -> Span | None:
    """From the beginning of the statement before the marker; never past an earlier marker or a line break."""
    behind = [s for s in sentences if floor <= s[1] and s[0] < start]
    if not behind:
        return None
    at = len(behind) - 1
    while at > 0 and len(behind) - at < _REACH and _same_statement(text, behind[at - 1], behind[at], start):
        at -= 1
    span = trim_span(text, max(behind[at][0], floor), start)
    return span if span[0] < span[1] else None


def _same_statement(text: str, earlier: Span, later: Span, start: int) -> bool:
    """Whether a sentence goes on with the statement before it: within one quote, or by the same speaker."""
    if "\n" in text[earlier[1] : later[0]]:
        return False
    rest = text[later[0] : start]
    return rest.count("”") > rest.count("“") or _GOES_ON.match(rest) is not None


def _forward(text: str, end: int) -> Span | None:
    """The quote that opens right behind the marker: the marker backs it too."""
    at = end
    while at < len(text) and text[at] in " \u00a0:,":
        at += 1
    if at >= len(text) or text[at] not in _OPENING:
        return None
    line_end = text.find("\n", at)
    closing = _CLOSING.search(text, at, line_end if line_end >= 0 else len(text))
    return (at, closing.end()) if closing else None
