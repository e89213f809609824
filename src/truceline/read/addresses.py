"""Web addresses: where they stand in a text, whose they are, what kind of thing lies there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from truceline.model.reading import CitationKind
from truceline.model.span import Span

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’)]}…"
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|odt|rtf)(?:$|[?#])", re.IGNORECASE)
_VIDEO = re.compile(r"/(?:video|videos|watch|shorts|reel)/\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher by its address; `owner` and `side` are actor ids."""

    id: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    owner: str | None
    side: str | None
    kind: CitationKind


def load_outlets(data: Path) -> tuple[Outlet, ...]:
    """Rows of `outlets.tsv`, in the file's order."""
    lines = (data / "outlets.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(_outlet(dict(zip(rows[0], row, strict=True))) for row in rows[1:])


def _outlet(row: Mapping[str, str]) -> Outlet:
    kinds: dict[str, CitationKind] = {k: k for k in ("article", "video", "post", "document")}
    return Outlet(
        id=row["id"],
        name=row["name"],
        aliases=_listed(row["aliases"]),
        domains=_listed(row["domains"]),
        country=row["country"] or None,
        owner=row["owner"] or None,
        side=row["side"] or None,
        kind=kinds[row["kind"]],
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(x for x in cell.split(";") if x)


def by_domain(outlets: tuple[Outlet, ...]) -> dict[str, Outlet]:
    """Outlets under each of their domains."""
    return {domain: outlet for outlet in outlets for domain in outlet.domains}


def find_addresses(text: str) -> tuple[Span, ...]:
    """Spans of web addresses, closing punctuation left out."""
    return tuple(address_span(text, m.start(), m.end()) for m in ADDRESS.finditer(text))


def address_span(text: str, start: int, end: int) -> Span:
    """The span without punctuation that closes the sentence or a bracket opened before the address."""
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    return start, end


def domain_of(url: str) -> str:
    """Host name in lower case, without "www." and port; empty where the address has none."""
    address = url if "://" in url else "https://" + url
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def outlet_of(url: str, domains: Mapping[str, Outlet]) -> Outlet | None:
    """The outlet an address belongs to: its host name, or the nearest domain above it."""
    parts = domain_of(url).split(".")
    for at in range(len(parts) - 1):
        found = domains.get(".".join(parts[at:]))
        if found is not None:
            return found
    return None


def kind_of(url: str, outlet: Outlet | None) -> CitationKind:
    """What lies at an address: by its ending, by its path, else by its outlet."""
    if _DOCUMENT.search(url):
        return "document"
    kind: CitationKind = outlet.kind if outlet else "article"
    if kind == "post" and _VIDEO.search(url):
        return "video"
    return kind
