"""Reference markers taken out before tagging: the tagger learned on news, which has none."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from truceline.model.span import Span

_MARKER = re.compile(r"[ \t]?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]")


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without its markers, and the way back to the original's offsets."""

    text: str
    starts: tuple[int, ...]
    """Offsets in the bare text from which `shifts` hold."""
    shifts: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """A bare span in the original text; a marker inside it stays inside, one at its edge outside."""
        return self._at(span[0]), self._at(span[1] - 1) + 1

    def _at(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def without_markers(text: str) -> Bare:
    """The text with each "[7]" taken out."""
    parts, starts, shifts = [], [0], [0]
    last = length = 0
    for m in _MARKER.finditer(text):
        parts.append(text[last : m.start()])
        length += m.start() - last
        last = m.end()
        starts.append(length)
        shifts.append(last - length)
    parts.append(text[last:])
    return Bare("".join(parts), tuple(starts), tuple(shifts))
