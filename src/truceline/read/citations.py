"""Citations: in-text markers and hyperlinks, the reference list, and the words each stands behind."""

import re
from collections.abc import Mapping, Sequence

from truceline.model.reading import Citation, Reference
from truceline.model.record import Link
from truceline.model.span import Span
from truceline.model.span import overlap as shared
from truceline.read.addresses import Outlet, domain_of, find_addresses, kind_of, outlet_of
from truceline.read.covers import covered
from truceline.read.references import SUPERSCRIPT, find_references

_MARKER = re.compile(r"\[(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]")
_ROUND = re.compile(r"(?<=[\w.,;:!?”\"’)\] ])\((\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\)")
"""A marker only where the document lists its number: round brackets hold much else."""
_SUPERSCRIPT = re.compile(r"(?<=[\w.,;:!?”\"’)\]])[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}(?![\w])")
_WIDEST = 30
"""Numbers in one bracket beyond which it is a range of something else."""

Found = tuple[int, int, str | None, str | None]
"""Start, end, marker, address."""


def find_citations(
    text: str, sentences: tuple[Span, ...], links: tuple[Link, ...], domains: Mapping[str, Outlet]
) -> tuple[tuple[Citation, ...], tuple[Reference, ...]]:
    """Markers such as "[7]" with the statement they cover, and the references they point to."""
    references = find_references(text, links)
    listed = [(r.start, r.end) for r in references]
    urls = {r.marker: r.url for r in references}
    found = _markers(text, urls, listed) + _links(text, links, listed) + _addresses(text, links, listed)
    found.sort(key=lambda f: (f[0], f[1], int(f[2] or 0)))
    covers = covered(text, sentences, sorted({(f[0], f[1]) for f in found}))
    citations = tuple(_citation(n, f, covers[f[0], f[1]], domains) for n, f in enumerate(found, 1))
    return citations, references


def _citation(number: int, found: Found, covers: tuple[Span, ...], domains: Mapping[str, Outlet]) -> Citation:
    start, end, marker, url = found
    outlet = outlet_of(url, domains) if url else None
    name = outlet.name if outlet else (domain_of(url) or None if url else None)
    return Citation(
        id=f"r{number}",
        marker=marker,
        start=start,
        end=end,
        url=url,
        outlet=name,
        kind=kind_of(url or "", outlet),
        covers=covers,
    )


def _inside(span: Span, spans: Sequence[Span]) -> bool:
    return any(shared(span, other) for other in spans)


def _markers(text: str, urls: Mapping[str, str | None], listed: Sequence[Span]) -> list[Found]:
    """Bracketed numbers and superscripts; where the document has a list, only those it lists.

    Numbers in round brackets are markers where the list has them and there are no others.
    """
    found: list[Found] = []
    for m in _MARKER.finditer(text):
        if _inside(m.span(), listed) or (not urls and not _stands_as_marker(text, m)):
            continue
        numbers = _numbers(m[1])
        if all(n in urls for n in numbers) or not urls:
            found += [(m.start(), m.end(), n, urls.get(n)) for n in numbers]
    if urls and not found:
        rounds = [m for m in _ROUND.finditer(text) if not _inside(m.span(), listed)]
        found += [(m.start(), m.end(), n, urls[n]) for m in rounds for n in _numbers(m[1]) if n in urls]
    for m in _SUPERSCRIPT.finditer(text):
        number = m[0].translate(SUPERSCRIPT)
        if number in urls and not _inside(m.span(), listed):
            found.append((m.start(), m.end(), number, urls[number]))
    return found


def _stands_as_marker(text: str, m: re.Match[str]) -> bool:
    """Without a list: a number behind a word or a stop and before a space or a stop, as a marker stands."""
    before, after = text[max(0, m.start() - 2) : m.start()].rstrip(), text[m.end() : m.end() + 1]
    return bool(before) and not after.isalnum() and len(m[1]) < 4


def _numbers(listed: str) -> list[str]:
    """Single markers of "7", "1, 2" or "3-5"."""
    numbers: list[str] = []
    for part in listed.split(","):
        first, _, last = part.replace("–", "-").partition("-")
        low, high = int(first), int(last or first)
        numbers += [str(n) for n in range(low, min(high, low + _WIDEST) + 1)]
    return numbers


def _links(text: str, links: tuple[Link, ...], listed: Sequence[Span]) -> list[Found]:
    """Hyperlinks of the original that lead out to the web."""
    outward = [k for k in links if k.url.startswith(("http://", "https://")) and k.start < k.end <= len(text)]
    return [(k.start, k.end, None, k.url) for k in outward if not _inside((k.start, k.end), listed)]


def _addresses(text: str, links: tuple[Link, ...], listed: Sequence[Span]) -> list[Found]:
    """Addresses printed in the text, outside the list and outside hyperlinks."""
    taken = [*listed, *((k.start, k.end) for k in links)]
    return [(a, b, None, text[a:b]) for a, b in find_addresses(text) if not _inside((a, b), taken)]
