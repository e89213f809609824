"""The list of documents."""

from collections import Counter
from dataclasses import dataclass

from truceline.model.snapshot import LedgerDocument, Snapshot
from truceline.publish.names import publishers_of
from truceline.publish.words import KEPT_ONLY, say_time

SUPERSEDED = " (superseded)"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document of the list."""

    id: str
    title: str
    publisher: str
    published: str
    language: str
    claims: int
    incidents: int
    copies: int
    unread: str
    """Why nothing was read from it; empty where it was read."""
    problem: str
    """What else is the matter with it: the first of its problems, and how many more there are."""
    later: str
    """The corrected version that took its place; empty where it counts."""
    earlier: str
    """The document whose place it took; empty for none."""


def document_lines(snapshot: Snapshot) -> tuple[DocumentLine, ...]:
    """Every document, newest publication last, undated ones at the end."""
    known = publishers_of(snapshot)
    copies: dict[str, int] = {}
    for d in snapshot.documents:
        copies[d.lineage] = copies.get(d.lineage, 0) + 1
    ordered = sorted(
        snapshot.documents, key=lambda d: ((d.published.earliest if d.published else None) or "9999", d.given_id, d.id)
    )
    titles = titles_apart(snapshot)
    return tuple(
        DocumentLine(
            id=d.id,
            title=titles[d.id],
            publisher=known.get(d.id, "not known"),
            published=say_time(d.published) if d.published else "not dated",
            language=d.language or "",
            claims=d.claims,
            incidents=len(d.incidents),
            copies=copies[d.lineage] - 1,
            unread=_why_unread(d),
            problem="" if _why_unread(d) else _problem(d),
            later=d.superseded_by or "",
            earlier=d.supersedes or "",
        )
        for d in ordered
    )


def titles_apart(snapshot: Snapshot) -> dict[str, str]:
    """By document its title, else what it was given as; with that where others have its title: a letterhead is one.

    One that a corrected version took the place of says so.
    """
    many = Counter(d.title for d in snapshot.current if d.title)
    return {
        d.id: (f"{d.title} ({d.given_id})" if d.title and many[d.title] > 1 else d.title or d.given_id)
        + (SUPERSEDED if d.superseded_by else "")
        for d in snapshot.documents
    }


def _problem(document: LedgerDocument) -> str:
    if not document.problems:
        return ""
    more = f" (and {len(document.problems) - 1} more)" if len(document.problems) > 1 else ""
    return document.problems[0].message + more


def _why_unread(document: LedgerDocument) -> str:
    own = [p for p in document.problems if not document.readable or p.code in KEPT_ONLY]
    if own:
        return own[0].message
    return "" if document.readable else "Its text could not be read."
