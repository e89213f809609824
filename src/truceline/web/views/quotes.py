"""The sentence a span stands in, cut into what is lit and what is not."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.reading import Reading
from truceline.model.span import Span

AROUND = 160
"""Characters kept on each side where a reading has no sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage as pieces (text, lit), and where it begins in its document."""

    pieces: tuple[tuple[str, bool], ...]
    start: int
    end: int


def quoted(reading: Reading, spans: Sequence[Span], before: int = 0) -> Quote | None:
    """The sentences from the first span to the last, the spans lit; None where there is no text or no span.

    Spans far apart are shown by the first one's sentence alone. `before` adds so many sentences in front.
    """
    text = reading.text
    known = sorted(s for s in spans if text is not None and 0 <= s[0] < s[1] <= len(text))
    if text is None or not known:
        return None
    start, end = _sentence(reading, known[0], len(text))
    last = _sentence(reading, known[-1], len(text))
    if last[1] - start <= 900:
        end = max(end, last[1])
    start = min([start, *[s for s, _ in reading.sentences if s < start][-before:][:before]])
    return Quote(pieces=tuple(_pieces(text, start, end, known)), start=start, end=end)


def _sentence(reading: Reading, span: Span, length: int) -> Span:
    at = bisect_right(reading.sentences, span[0], key=lambda s: s[0]) - 1
    if at >= 0 and reading.sentences[at][1] > span[0]:
        return reading.sentences[at][0], max(span[1], reading.sentences[at][1])
    return max(0, span[0] - AROUND), min(length, span[1] + AROUND)


def _pieces(text: str, start: int, end: int, lit: Sequence[Span]) -> list[tuple[str, bool]]:
    pieces, here = [], start
    for first, last in lit:
        if first >= end or last <= here:
            continue
        if first > here:
            pieces.append((text[here:first], False))
        pieces.append((text[max(first, here) : min(last, end)], True))
        here = min(last, end)
    if here < end:
        pieces.append((text[here:end], False))
    return pieces
