"""Writers who signed a published article: a byline is its bearer's own public act."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from truceline.model.reading import Document, Reading
from truceline.model.span import Span
from truceline.publish.kit import NameKit
from truceline.publish.persons.offices import endings_of
from truceline.publish.tokens import Keys, Names, keys_of

_MAILS = (".eml", ".msg", ".mbox")
_SOURCED = 3
"""Published pages that a signed text must cite to pass for an article where no outlet is told."""
_HEAD = 400
"""Characters in which a byline is printed."""


def bylines(readings: Iterable[Reading], outlets: Names, hosts: frozenset[str], kit: NameKit) -> Iterator[Keys]:
    """Names of the writers of published articles; of a mail, a statement or a file's properties nobody's.

    `outlets` are names of outlets and listed sources, `hosts` their web addresses.
    """
    for reading in readings:
        author = reading.document.author
        if author and _is_article(reading, outlets, hosts, kit) and not _is_private(reading, author, kit):
            yield keys_of(author)


_WRITTEN = re.compile(r"\b(?:article|op-ed|opinion piece|column|essay|editorial|commentary|book) by\s+$", re.IGNORECASE)


def credited(text: str, spans: Iterable[Span], kit: NameKit) -> Iterator[Keys]:
    """Names that a text gives for the writer of an article or a book: "an opinion article by"."""
    for start, end in spans:
        if _WRITTEN.search(text[max(0, start - 30) : start]):
            yield from endings_of(keys_of(text[start:end]), kit)


def _is_hosted(document: Document, hosts: frozenset[str]) -> bool:
    """Whether a document's address is at one of some hosts, or below one."""
    host = urlsplit(document.url or "").hostname or ""
    return any(host == h or host.endswith(f".{h}") for h in hosts)


def _is_article(reading: Reading, outlets: Names, hosts: frozenset[str], kit: NameKit) -> bool:
    document = reading.document
    if document.id.casefold().endswith(_MAILS):
        return False
    name = keys_of(document.publisher or "")
    if _is_hosted(document, hosts) or name in outlets or (name and name[-1] in kit.outlets):
        return True
    cited = {r.url for r in reading.references if r.url}
    return len(cited) >= _SOURCED and _signed(reading, document.author or "") is not None


def _signed(reading: Reading, author: str) -> re.Match[str] | None:
    """The line "By NAME" in a text's head."""
    head = reading.prose[:_HEAD]
    return re.search(rf"^[ \t]*by {re.escape(author)}\b(?P<rest>[^\n]*)", head, re.IGNORECASE | re.MULTILINE)


def _is_private(reading: Reading, author: str, kit: NameKit) -> bool:
    """Whether the byline says that a witness, a nurse or the like signs: "By Ana Karel, a nurse"."""
    signed = _signed(reading, author)
    return signed is not None and not kit.no_office.isdisjoint(keys_of(signed["rest"]))
