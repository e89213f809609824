"""The document's own reference list: numbered lines with an address, or under a heading that says so."""

import re

from truceline.model.reading import Reference
from truceline.model.record import Link
from truceline.model.span import Span
from truceline.read.addresses import find_addresses

_LINE = re.compile(r"[^\r\n]+")
_NUMBERED = re.compile(r"\s*(?:\[(\d{1,3})\]:?|(\d{1,3})[.)]|\((\d{1,3})\)|([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}))\s*(?=\S)")
_HEADING = re.compile(
    r"\s*[#*_ ]*(?:references?|sources?|notes|end ?notes|foot ?notes|citations|links|works cited)[*_: ]*$",
    re.IGNORECASE,
)
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def find_references(text: str, links: tuple[Link, ...]) -> tuple[Reference, ...]:
    """Reference lines in text order; the span is the line without outer white space."""
    found: list[Reference] = []
    listed = False
    for line in _LINE.finditer(text):
        if _HEADING.match(line[0]):
            listed = True
            continue
        number = _NUMBERED.match(line[0])
        if number is None:
            listed = listed and not line[0].strip()
            continue
        reference = _reference(text, line, number, links, listed)
        if reference is not None:
            found.append(reference)
    return tuple(found)


def _reference(
    text: str, line: re.Match[str], number: re.Match[str], links: tuple[Link, ...], listed: bool
) -> Reference | None:
    """A numbered line as a reference: it must be mostly an address, close the text, or stand under a heading."""
    start, end = line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip())
    url, length = _address(text, (line.start() + number.end(), end), links)
    bare = url is not None and length * 2 >= end - start
    tail = url is not None and not _prose_follows(text[end:])
    if not (listed or bare or tail):
        return None
    marker = next(g for g in number.groups() if g is not None).translate(SUPERSCRIPT)
    return Reference(marker=marker, start=start, end=end, url=url)


def _address(text: str, span: Span, links: tuple[Link, ...]) -> tuple[str | None, int]:
    """The line's address, printed or laid over as a hyperlink, and how many characters of the line it takes."""
    printed = find_addresses(text[span[0] : span[1]])
    if printed:
        a, b = printed[0]
        return text[span[0] + a : span[0] + b], b - a
    for link in links:
        if span[0] <= link.start and link.end <= span[1] + 1 and link.url.startswith("http"):
            return link.url, link.end - link.start
    return None, 0


def _prose_follows(rest: str) -> bool:
    """Whether a line that is no numbered one comes after."""
    return any(line.strip() and not _NUMBERED.match(line) for line in rest.splitlines()[:40])
