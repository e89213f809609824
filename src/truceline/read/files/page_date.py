"""The day a web page says it was published: its own metadata, never a guess from its text."""

import json
from collections.abc import Iterator
from typing import Any

from truceline.read.files.dates import full_date

_META = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
)
"""Names of a page's head that state its first publication, most specific first."""


def page_date(tree: Any) -> str | None:
    """Full ISO date from the head, from JSON-LD `datePublished` or from a `<time>` marked as publication; else None."""
    return next((day for value in _stated(tree) if (day := full_date(value)) is not None), None)


def _stated(tree: Any) -> Iterator[str | None]:
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            named.setdefault((meta.get(key) or "").lower(), meta.get("content") or "")
    yield from (named[name] for name in _META if name in named)
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        yield from _linked_data(script.text or "")
    for time in tree.xpath('//time[@pubdate or @itemprop="datePublished"]'):
        yield time.get("datetime")


def _linked_data(text: str) -> Iterator[str | None]:
    try:
        found: list[Any] = [json.loads(text)]
    except (json.JSONDecodeError, RecursionError):
        return
    while found:
        value = found.pop(0)
        if isinstance(value, dict):
            stated = value.get("datePublished")
            if isinstance(stated, str):
                yield stated
            found.extend(value.values())
        elif isinstance(value, list):
            found.extend(value)
