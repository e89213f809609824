"""A text being laid out piece by piece, with the links that lie over it."""

import re

from truceline.model.record import Link

Mark = tuple[int, int]
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


class LaidText:
    """Collects words, line breaks and links; white space is joined as a page shows it, a non-breaking space is kept."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._links: list[Link] = []

    def words(self, raw: str | None) -> None:
        """Text of one run, its inner white space shown as one space."""
        text = _SPACE.sub(" ", raw or "")
        if text.startswith(" ") and (not self._parts or self._parts[-1].endswith((" ", "\n"))):
            text = text[1:]
        self._add(text)

    def gap(self, breaks: int) -> None:
        """At least so many line breaks before what comes next; none at the very start."""
        while breaks and self._parts and self._parts[-1] == " ":
            self._length -= len(self._parts.pop())
        if not breaks or not self._parts:
            return
        self._trim_last()
        have = 0
        for part in reversed(self._parts):
            if part != "\n":
                break
            have += 1
        for _ in range(have, breaks):
            self._add("\n")

    def here(self) -> Mark:
        """Where the next word will stand: what `link` begins at."""
        return len(self._parts), self._length

    def link(self, mark: Mark, url: str | None) -> None:
        """Lays a link from `mark` to here, white space at its ends left out; only web addresses count."""
        parts, start = mark
        text = "".join(self._parts[parts:])
        if url and url.startswith(("http://", "https://")) and text.strip():
            left = len(text) - len(text.lstrip())
            self._links.append(Link(start=start + left, end=start + len(text.rstrip()), url=url))

    def finish(self) -> tuple[str, tuple[Link, ...]]:
        """The whole text without trailing white space, and its links."""
        return "".join(self._parts).rstrip(), tuple(self._links)

    def _add(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _trim_last(self) -> None:
        last = self._parts[-1]
        if last != "\n" and last.endswith(" "):
            self._parts[-1] = last.rstrip(" ")
            self._length -= len(last) - len(self._parts[-1])
