"""Reads one PDF in a process of its own: bytes on stdin, JSON on stdout; run by path, so that nothing else is loaded.

The answer is {"pages": [{"lines": [[text, top, height, left, right, row]], "links": [[text, address]], "pictures":
bool}], "title", "author"}, or {"error": code}, codes as in `unreadable.UNREADABLE`.
"""

import ctypes
import json
import re
import sys
from collections.abc import Iterable
from itertools import islice, pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

MOST_MEMORY = 1_500_000_000
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
_MOST_RULES = 5_000
"""Of a page that draws more, a map or a chart, no table is looked for."""
_RULE = 3.0
"""Points: what is thinner is a rule."""
_GAP = 0.6
"""Heights of its line: what is wider, between two words, may be the gap between two columns."""
LineBox = tuple[str, float, float, float, float, int]
"""A line, or a piece of one between two such gaps; pieces of one line share their row."""
_SPACES = re.compile(r"(?<=\S)\s+(?=\S)")
_RAISED = 0.85
"""Share of its neighbour's size of type that the number of a note has at most."""
_NUMBER = re.compile(r"(?<!\d)(?<!\b[km]m)(?<!\bm)\d{1,3}(?!\d)")
"""What may be a note's number; "km2" is a unit."""
_LINE = re.compile("[^\n\ufffe\x02]*[\ufffe\x02]|[^\n\ufffe\x02]+")
"""A line; where it ends in a hyphen, pdfium writes a mark for it and leaves the line break out."""


def main() -> None:
    """Answers for the PDF on stdin; a crash or a killed process is answered for by the parent."""
    _limit_memory()
    data = sys.stdin.buffer.read()
    try:
        answer = read_pdf(data)
    except MemoryError:
        answer = {"error": "too_large"}
    except pdfium.PdfiumError as error:
        secured = getattr(error, "err_code", None) in {c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY}
        answer = {"error": "encrypted" if secured else "damaged"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.flush()


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  # not there on Windows: there the time limit alone holds
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def read_pdf(data: bytes) -> dict[str, Any]:
    """Lines of text of every page with their boxes in points, top growing downwards."""
    document = pdfium.PdfDocument(data)
    if len(document) > MOST_PAGES:
        return {"error": "too_large"}
    pages, total = [], 0
    for index in range(len(document)):
        page = document[index]
        lines = _with_table(page, _lines(page))
        total += sum(len(line[0]) for line in lines)
        if total > MOST_CHARACTERS:
            return {"error": "too_large"}
        pages.append({"lines": lines, "links": _links(page), "pictures": _is_picture(page, lines)})
        page.close()
    meta = document.get_metadata_dict(skip_empty=True)
    return {"pages": pages, "title": meta.get("Title"), "author": meta.get("Author")}


def _lines(page: pdfium.PdfPage) -> list[LineBox]:
    text_page = page.get_textpage()
    text = text_page.get_text_range(errors="replace") if text_page.count_chars() else ""
    lines: list[LineBox] = []
    notes = _notes(text_page, text)
    for piece in _LINE.finditer(text):
        line, at = piece[0].rstrip("\r"), piece.start()
        if line.strip():
            box = _box(text_page, at, at + len(line))
            noted = at in notes or len(text[:at].rstrip()) in notes.values()
            goes_on = noted and bool(lines) and _is_beside(lines[-1], box)
            row = lines[-1][5] if goes_on else at
            pieces = _pieces(text_page, line, at, box)
            lines += [(_bracketed(words, start, notes), *sides, row) for start, words, sides in pieces]
    text_page.close()
    return lines


def _is_beside(line: LineBox, box: tuple[float, ...]) -> bool:
    """Whether a box stands to the right of a line, at its height: what a raised number cut off is the same line."""
    _, top, height, _, right, _ = line
    return abs(box[0] - top) < height / 2 and box[2] > right - 1


def _notes(text_page: pdfium.PdfTextPage, text: str) -> dict[int, int]:
    """Where numbers of notes begin and end: small ones, raised beside what stands before or behind them."""
    found = {}
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        before, behind = len(text[:start].rstrip()) - 1, len(text) - len(text[end:].lstrip())
        if (before >= 0 and _is_raised(text_page, start, before, before, start)) or (
            behind < len(text) and _is_raised(text_page, start, behind, end - 1, behind)
        ):
            found[start] = end
    return found


def _is_raised(text_page: pdfium.PdfTextPage, number: int, other: int, left: int, right: int) -> bool:
    """Whether a number is small and raised beside another character; `left` and `right` are the two that meet."""
    size = c.FPDFText_GetFontSize(text_page, other)
    if c.FPDFText_GetFontSize(text_page, number) > _RAISED * size:
        return False
    boxes = {i: text_page.get_charbox(i, loose=True) for i in (number, other, left, right)}
    lift = boxes[number][1] - boxes[other][1]
    return bool(0.1 * size < lift < size) and -1 < boxes[right][0] - boxes[left][2] < size / 2


def _pieces(
    text_page: pdfium.PdfTextPage, line: str, at: int, box: tuple[float, ...]
) -> Iterable[tuple[int, str, tuple[float, float, float, float]]]:
    """A line in the pieces that wide gaps part: where each begins, its text and its sides."""
    (top, height, start, right), begins = box, 0
    sides = [ctypes.c_double() for _ in range(4)]
    for space in _SPACES.finditer(line):
        c.FPDFText_GetCharBox(text_page, at + space.start() - 1, *sides)
        end = sides[1].value
        c.FPDFText_GetCharBox(text_page, at + space.end(), *sides)
        if sides[0].value - end > _GAP * height:
            yield at + begins, line[begins : space.end()], (top, height, start, end)
            begins, start = space.end(), sides[0].value
    yield at + begins, line[begins:], (top, height, start, right)


def _bracketed(text: str, at: int, notes: dict[int, int]) -> str:
    """A piece of a line with the numbers of notes in brackets."""
    for start, end in sorted(notes.items(), reverse=True):
        if at <= start < at + len(text):
            text = f"{text[: start - at]}[{text[start - at : end - at]}]{text[end - at :]}"
    return text


def _with_table(page: pdfium.PdfPage, lines: list[LineBox]) -> list[LineBox]:
    """Lines of a page, those within a ruled table replaced by its rows: "cell | cell", one a line, as one piece."""
    xs, ys = _grid(page)
    inside = [
        n for n, (_, top, height, left, *_) in enumerate(lines) if xs and _within(left, -top - height / 2, xs, ys)
    ]
    if not inside:
        return lines
    text_page = page.get_textpage()
    rows = []
    for top, bottom in pairwise(reversed(ys)):
        cells = [text_page.get_text_bounded(a, bottom, b, top, errors="replace") for a, b in pairwise(xs)]
        rows.append(" | ".join(" ".join(cell.replace("|", "/").split()) for cell in cells))
    text_page.close()
    table = ("\n".join(row for row in rows if row.strip(" |")), -ys[-1], ys[-1] - ys[0], xs[0], xs[-1], -1)
    return [table if n == inside[0] else line for n, line in enumerate(lines) if n == inside[0] or n not in inside]


def _within(x: float, y: float, xs: list[float], ys: list[float]) -> bool:
    return xs[0] - 3 < x < xs[-1] and ys[0] < y < ys[-1]


def _grid(page: pdfium.PdfPage) -> tuple[list[float], list[float]]:
    """Where the rules of a page's one table stand, from the left and from below; none where they make no whole grid."""
    upright: set[tuple[float, float, float]] = set()
    level: set[float] = set()
    for path in islice(page.get_objects(filter=(c.FPDF_PAGEOBJ_PATH,), max_depth=1), _MOST_RULES):
        left, bottom, right, top = _bounds(path)
        wide, high = right - left, top - bottom
        if wide < _RULE < high:
            upright.add(((left + right) / 2, bottom, top))
        elif high < _RULE < wide:
            level.add((top + bottom) / 2)
        elif min(wide, high) > _RULE and _is_frame(path):
            upright.update({(left, bottom, top), (right, bottom, top)})
            level.update({bottom, top})
    xs = _apart(x for x, _, _ in upright)
    low, high = min((b for _, b, _ in upright), default=0.0), max((t for _, _, t in upright), default=0.0)
    ys = _apart(y for y in level if low - _RULE < y < high + _RULE)
    drawn = (sum(t - b for x, b, t in upright if abs(x - at) < _RULE) for at in xs)
    whole = len(xs) > 3 and len(ys) > 3 and min(drawn) > 0.8 * (high - low)
    return (xs, ys) if whole else ([], [])


def _bounds(path: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right and top."""
    sides = [ctypes.c_float() for _ in range(4)]
    c.FPDFPageObj_GetBounds(path, *sides)
    return sides[0].value, sides[1].value, sides[2].value, sides[3].value


def _is_frame(path: Any) -> bool:
    """Whether a path is a rectangle drawn with a line, as the frame of a cell is."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    drawn = c.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value
    return bool(drawn) and c.FPDFPath_CountSegments(path) in {4, 5}


def _apart(places: Iterable[float]) -> list[float]:
    """Places in order, those closer than two rules can be taken as one."""
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > _RULE:
            out.append(place)
    return out


def _links(page: pdfium.PdfPage) -> list[tuple[str, str]]:
    """The words under each web link of a page, and its address, in the order the file has them."""
    text_page, found = page.get_textpage(), []
    position, link, rect = ctypes.c_int(0), c.FPDF_LINK(), c.FS_RECTF()
    while c.FPDFLink_Enumerate(page, position, link):
        address = _address(page, link)
        if address and c.FPDFLink_GetAnnotRect(link, rect):
            words = text_page.get_text_bounded(rect.left, rect.bottom, rect.right, rect.top, errors="replace")
            found.append((words, address))
    text_page.close()
    return found


def _address(page: pdfium.PdfPage, link: Any) -> str:
    action = c.FPDFLink_GetAction(link)
    if not action:
        return ""
    size = c.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    c.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _box(text_page: pdfium.PdfTextPage, start: int, end: int) -> tuple[float, float, float, float]:
    """Top, height, left and right of a line, from its first and last visible characters."""
    boxes = [text_page.get_charbox(i, loose=True) for i in sorted({start, (start + end) // 2, end - 1})]
    real = [b for b in boxes if b[3] > b[1]] or boxes
    top, bottom = max(b[3] for b in real), min(b[1] for b in real)
    return -top, top - bottom, min(b[0] for b in real), max(b[2] for b in real)


def _is_picture(page: pdfium.PdfPage, lines: list[LineBox]) -> bool:
    """Whether a page holds a picture and hardly a word (a scanner's stamp, a page number)."""
    if sum(len(line[0]) for line in lines) >= 30:
        return False
    return next(iter(page.get_objects(filter=(c.FPDF_PAGEOBJ_IMAGE,), max_depth=4)), None) is not None


if __name__ == "__main__":
    main()
