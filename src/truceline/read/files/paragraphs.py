"""Lines as set on a page, or wrapped in a mail, joined to the paragraphs they were."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from truceline.read.files.line_hyphens import MARKS, mend_hyphens

_ENDS = re.compile(r"[.!?:;…]['\"”’)\]»]*(?:\[\d+\])*$")
_BULLET = re.compile(r"(?:[•◦▪‣·*]|[-–—]\s|\(?\d{1,2}[.)]\s)")
_PAGE_NUMBER = re.compile(r"[Pp]age \d+(?: ?(?:of|/) ?\d+)?")
_FOLIO = re.compile(rf"[-–—| ]*\d{{1,4}}[-–—| ]*|.*[|–—•·-] ?{_PAGE_NUMBER.pattern}")
"""What stands at the edge of a page: its number, or a title with it."""
_SOFT_HYPHEN = "\u00ad"
"""What typesetters leave where a word was broken at the line's end."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or a piece of one between wide gaps: its text and box in points; `top` grows down the page.

    Pieces of one line share their `row`; a line put together from some keeps them.
    """

    text: str
    top: float
    height: float
    left: float
    right: float
    row: int = 0
    pieces: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a block of lines goes by: the usual step from line to line, and its sides."""

    step: float
    left: float
    right: float


def _running(pages: list[list[Line]]) -> set[str]:
    """The shapes of lines that stand first or last on most pages."""
    heads = Counter(key for page in pages for key in {_shape(line) for line in _outer(page)})
    return {key for key, count in heads.items() if count >= 3 and count > len(pages) / 2}


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without the first or last line that most of them share but for its number ("Report 12 - page 3 of 9").

    A line that says the page's number and no more goes from any.
    """
    pages = [[line for line in page if not _PAGE_NUMBER.fullmatch(line.text.strip())] for page in pages]
    pages = [
        [line for line in page if not (_FOLIO.fullmatch(line.text.strip()) and _is_edge(line, page))] for page in pages
    ]
    running = _running(pages)
    return [[line for line in page if line not in _outer(page) or _shape(line) not in running] for page in pages]


def _outer(page: list[Line]) -> list[Line]:
    """The first and last lines, in the order of the file and from the top down."""
    placed = sorted(page, key=lambda line: line.top)
    return [*page[:1], *page[-1:], *placed[:1], *placed[-1:]]


def _is_edge(line: Line, page: list[Line]) -> bool:
    """Whether a line stands over or below all others, by more white than a line is high."""
    others = [other for other in page if other is not line]
    return bool(others) and (
        all(line.top + 2 * line.height < other.top for other in others)
        or all(other.top + other.height + line.height < line.top for other in others)
    )


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.strip())


def join_lines(lines: list[Line], known: frozenset[str] = frozenset()) -> str:
    """Text of a page: lines of one paragraph joined by a space, paragraphs parted by a blank line.

    `known` are the document's words, by which hyphens at the ends of lines are mended.
    """
    return join_blocks([lines], known)


def join_blocks(blocks: Sequence[Sequence[Line]], known: frozenset[str] = frozenset()) -> str:
    """Text of a page whose columns, and what stands over them, are blocks in the order in which they are read."""
    framed = [(line, frame) for block in blocks if block for frame in (_frame(block),) for line in block]
    text = framed[0][0].text.strip() if framed else ""
    head = True
    for (before, its), (line, frame) in pairwise(framed):
        head = head and _has_room_for(line, before, its)
        if head or _parts(before, line, its) or (its is not frame and _parts_at_top(before, line, its, frame)):
            text = f"{text}\n\n{line.text.strip()}"
        else:
            text = _joined(text, line.text.strip())
    return mend_hyphens(text, known)


def _frame(block: Sequence[Line]) -> _Frame:
    steps = [b.top - a.top for a, b in pairwise(block) if b.top > a.top]
    step = median(steps) if steps else 0.0
    return _Frame(step, min(line.left for line in block), max(line.right for line in block))


def _parts(before: Line, line: Line, frame: _Frame) -> bool:
    """Whether a new paragraph begins: by white space, another size of type, a bullet, or a short last line."""
    if _BULLET.match(line.text.strip()):
        return True
    fall = line.top - before.top
    if fall > frame.step * 1.3 or abs(line.height - before.height) > 0.2 * max(line.height, before.height):
        return True
    if fall > 0 and _had_room(before, line, frame):
        return True
    indented = line.left - before.left > 6 and fall > 0
    above = fall < -3 * line.height and line.height > 1.05 * before.height  # the next column begins with a heading
    return _has_ended(before) and ((_is_short(before, line, frame) and fall > 0) or indented or above)


def _parts_at_top(before: Line, line: Line, its: _Frame, frame: _Frame) -> bool:
    """Whether a new paragraph begins with a column's first line."""
    return _has_ended(before) and (_is_short(before, before, its) or line.left - frame.left > 6)


def _has_ended(line: Line) -> bool:
    return bool(_ENDS.search(line.text.strip()))


def _is_short(line: Line, after: Line, frame: _Frame) -> bool:
    return frame.right - line.right > 0.12 * (frame.right - min(line.left, after.left))


def _had_room(before: Line, line: Line, frame: _Frame) -> bool:
    """Whether a line breaks off so early that it was ended there: a masthead with its day, a line of an address."""
    begins = line.text.strip()[:1]
    width = frame.right - frame.left
    early = frame.right - before.right > 0.35 * width and line.right - line.left > 0.5 * width
    return early and (begins.isupper() or begins.isdigit())


def _has_room_for(line: Line, before: Line, frame: _Frame) -> bool:
    """Whether the first word of a line had ample room in the one before, as in a letterhead set line by line."""
    text = line.text.strip()
    word = (line.right - line.left) * len(text.split(maxsplit=1)[0]) / len(text)
    return (text[:1].isupper() or text[:1].isdigit()) and frame.right - before.right > word + 0.1 * (
        frame.right - frame.left
    )


def _joined(text: str, more: str) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return text[:-1] + more
    if text.endswith(tuple(MARKS)):
        return text + more
    if text.endswith("-") and text[-2:-1].isalpha() and more[:1].isalpha():
        return text + more  # "ceasefire-\nrelated": whether the hyphen was the word's own cannot be told, so it stays
    return f"{text} {more}"


def unwrap(text: str) -> str:
    """Paragraphs of a hard-wrapped text (a mail's) on one line each; short lines, lists and quotes stay as they are."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    out: list[str] = []
    for line in lines:
        if out and _continues(out[-1].rsplit("\n", 1)[-1], line):
            out[-1] += " \n" + line.strip()
        else:
            out.append(line.rstrip())
    return "\n".join(part.replace(" \n", " ") for part in out)


def _continues(before: str, line: str) -> bool:
    """Whether `line` goes on with a paragraph wrapped at 60 to 80 columns: its first word had no room before."""
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    if not first or not before.strip() or _BULLET.match(line.strip()) or line.startswith((">", " ", "\t")):
        return False
    return 55 <= len(before) <= 80 and len(before) + 1 + len(first) > 64
