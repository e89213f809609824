"""The document's own reference list: numbered lines with an address or beside one, or under a heading that says so."""

import re
from collections.abc import Iterator, Sequence

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
_Numbered = tuple[re.Match[str], re.Match[str]]
"""A line, and the number it begins with."""
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def find_references(text: str, links: tuple[Link, ...]) -> tuple[Reference, ...]:
    """Reference lines in text order; the span is the line without outer white space."""
    found: list[Reference] = []
    others: list[_Numbered] = []
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
        else:
            others.append((line, number))
    return tuple(sorted((*found, *_without_address(text, others, found)), key=lambda r: r.start))


def _without_address(text: str, others: Sequence[_Numbered], found: Sequence[Reference]) -> Iterator[Reference]:
    """Bracketed lines beside references, or that end a text, each with a marker above: "[2] Herald, 4 May, p. 3"."""
    marked = [(line, number) for line, number in others if number[1] or number[4]]
    ends = {r.end for r in found}
    starts = {r.start for r in found}
    for line, number in reversed(marked):
        reference = _entry(line, number, None)
        closes = not _prose_follows(text[reference.end :])
        if (closes or _next(text, reference.end) in starts) and _is_cited(text[: line.start()], number):
            starts.add(reference.start)
            ends.add(reference.end)
            yield reference
    for line, number in marked:
        reference = _entry(line, number, None)
        if reference.end not in ends and _before(text, reference.start) in ends and _is_cited(text, number):
            ends.add(reference.end)
            yield reference


def _next(text: str, end: int) -> int:
    return len(text) - len(text[end:].lstrip())


def _before(text: str, start: int) -> int:
    return len(text[:start].rstrip())


def _is_cited(above: str, number: re.Match[str]) -> bool:
    """Whether the text has the marker somewhere within a line."""
    marker = number[0].strip().removesuffix(":")
    return re.search(rf"(?<=\S){re.escape(marker)}", above) is not None


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
    return _entry(line, number, url)


def _entry(line: re.Match[str], number: re.Match[str], url: str | None) -> Reference:
    """A numbered line as a reference, without the white space around it."""
    start, end = line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip())
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
