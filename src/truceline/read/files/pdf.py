"""PDF: text by pdfium in a child process with limits, its lines joined to paragraphs again, column by column."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from truceline.model.record import File, Link, Record
from truceline.read.files.columns import in_columns, whole_rows
from truceline.read.files.line_hyphens import known_words
from truceline.read.files.paragraphs import Line, join_blocks, without_running_heads
from truceline.read.files.properties import named_author, named_title
from truceline.read.files.unreadable import UnreadableError, problem

_CHILD = Path(__file__).with_name("pdf_child.py")
_MOST_SECONDS = 60.0
_END_WITHIN = 2048
"""Bytes from the end within which a whole file has its end mark."""


def extract_pdf(file: File, seconds: float = _MOST_SECONDS) -> tuple[Record, ...]:
    """One record: pages parted by blank lines; pages that are pictures only are named in a Problem."""
    if not file.data.strip():
        raise UnreadableError("empty")
    if b"%PDF-" not in file.data[:1024]:
        raise UnreadableError("damaged", "it does not begin as a PDF does")
    answer = _ask_child(file.data, seconds)
    lines = without_running_heads([whole_rows([Line(*line) for line in page["lines"]]) for page in answer["pages"]])
    blocks = [in_columns(page) for page in lines]
    known = known_words(line.text for page in blocks for block in page for line in block)
    pages = [join_blocks(page, known) for page in blocks]
    text = "\n\n".join(page for page in pages if page)
    pictures = [str(n) for n, page in enumerate(answer["pages"], 1) if page["pictures"]]
    if not text or len(pictures) == len(pages):
        raise UnreadableError("scanned_no_text" if pictures else "empty")
    links = lay_links(text, [(words, url) for page in answer["pages"] for words, url in page["links"]])
    problems = (problem(file.name, "scanned_no_text", "pages " + ", ".join(pictures)),) if pictures else ()
    return (
        Record(
            id=file.name,
            where=file.name,
            data=file.data,
            text=text,
            title=named_title(answer["title"]),
            author=named_author(answer["author"]),
            links=links,
            problems=problems,
        ),
    )


def lay_links(text: str, found: list[tuple[str, str]]) -> tuple[Link, ...]:
    """Links over their words, each looked for behind the one before, or before it where columns changed the order.

    Words that were set otherwise get none.
    """
    links: dict[int, Link] = {}
    at = 0
    for words, url in found:
        pattern = re.compile(r"\s+".join(re.escape(w) for w in words.split()))
        if not pattern.pattern or not url.startswith(("http://", "https://")):
            continue
        match = pattern.search(text, at) or pattern.search(text)
        if match and match.start() not in links:
            links[match.start()] = Link(start=match.start(), end=match.end(), url=url)
            at = match.end()
    return tuple(links[start] for start in sorted(links))


def _ask_child(data: bytes, seconds: float) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603  # our own file, run by our own Python; the PDF travels over a pipe
            [sys.executable, "-I", str(_CHILD)], input=data, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError("timed_out", f"{seconds:g} s") from error
    if done.returncode != 0 or not done.stdout:
        # pdfium ends its process where memory runs out or a file leads it astray: that is what the child is for
        raise UnreadableError("damaged" if b"%%EOF" not in data[-_END_WITHIN:] else "too_large")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise UnreadableError(answer["error"])
    if b"%%EOF" not in data[-_END_WITHIN:]:
        # pdfium mends what it can, but a sentence that lost its "not" reads as its opposite
        raise UnreadableError("damaged", "its end is missing")
    return answer
