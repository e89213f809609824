"""Where quoted speech stands: "today" inside it is the speaker's day, not the writer's."""

import re
from bisect import bisect_right

_QUOTED = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|``(?:[^'\n]|'(?!'))*(?:''|(?=\n)|$)|\"[^\"\n]*\"")
_MARKS = ("“", '"', "``")


class Quotes:
    """Quoted spans of a text, and its paragraphs' bounds."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: tuple[tuple[int, int], ...] = ()
        if any(mark in text for mark in _MARKS):
            self._spans = tuple(m.span() for m in _QUOTED.finditer(text))
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, position: int) -> bool:
        return self._end(position) is not None

    def between(self, quoted: int, later: int) -> str | None:
        """What stands between the quote that holds a position and a later one; None where there is none."""
        end = self._end(quoted)
        return self._text[end:later] if end is not None and end <= later else None

    def _end(self, position: int) -> int | None:
        """Where the quote that holds a position ends."""
        i = bisect_right(self._starts, position) - 1
        return self._spans[i][1] if i >= 0 and position < self._spans[i][1] else None

    def paragraph_end(self, position: int) -> int:
        """Where the line that holds a position ends."""
        end = self._text.find("\n", position)
        return len(self._text) if end < 0 else end
