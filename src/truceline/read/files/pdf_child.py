"""Reads one PDF in a process of its own: bytes on stdin, JSON on stdout; run by path, so that nothing else is loaded.

The answer is {"pages": [{"lines": [[text, top, height, left, right]], "links": [[text, address]], "pictures": bool}],
"title", "author"}, or {"error": code}, codes as in `unreadable.UNREADABLE`.
"""

import ctypes
import json
import sys
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

MOST_MEMORY = 1_500_000_000
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000


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
        lines = _lines(page)
        total += sum(len(line[0]) for line in lines)
        if total > MOST_CHARACTERS:
            return {"error": "too_large"}
        pages.append({"lines": lines, "links": _links(page), "pictures": _is_picture(page, lines)})
        page.close()
    meta = document.get_metadata_dict(skip_empty=True)
    return {"pages": pages, "title": meta.get("Title"), "author": meta.get("Author")}


def _lines(page: pdfium.PdfPage) -> list[tuple[str, float, float, float, float]]:
    text_page = page.get_textpage()
    text = text_page.get_text_range(errors="replace") if text_page.count_chars() else ""
    lines, at = [], 0
    for raw in text.split("\n"):
        line = raw.rstrip("\r")
        if line.strip():
            lines.append((line, *_box(text_page, at, at + len(line))))
        at += len(raw) + 1
    text_page.close()
    return lines


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


def _is_picture(page: pdfium.PdfPage, lines: list[tuple[str, float, float, float, float]]) -> bool:
    """Whether a page holds a picture and hardly a word (a scanner's stamp, a page number)."""
    if sum(len(line[0]) for line in lines) >= 30:
        return False
    return next(iter(page.get_objects(filter=(c.FPDF_PAGEOBJ_IMAGE,), max_depth=4)), None) is not None


if __name__ == "__main__":
    main()
