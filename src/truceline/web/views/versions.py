"""Versions on a document's page: what took its place, whose place it took, what was changed, what it may correct."""

from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.entry import Entry
from truceline.model.outcome import Added, Corrected
from truceline.model.snapshot import LedgerDocument, Snapshot
from truceline.publish.words import plural, say_day_of, say_went_over
from truceline.review.standing import standing
from truceline.review.versions import may_be_versions, went_over
from truceline.text.revised import Change, changed_sentences

_MOST = 12
"""Changes listed."""
_MOST_OFFERED = 200
"""Documents offered as the one that is corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The version before or after: its id, what it is called, when it came in, and the ruling that says so."""

    id: str
    name: str
    added: str
    decision: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What a document's page says of its versions; `offered` are documents (id, name) that it may correct."""

    later: Neighbour | None
    earlier: Neighbour | None
    changes: tuple[Change, ...]
    more_changes: int
    went_over: str
    offered: tuple[tuple[str, str], ...]
    likely: int
    """How many of those offered bear its name or much of its text; they come first."""


def versions_view(entry: Entry, earlier: Entry | None, snapshot: Snapshot) -> Versions:
    """The view; `earlier` is the document whose place this one took."""
    by_id = {d.id: d for d in snapshot.documents}
    held = by_id.get(entry.id)
    changes = changed_sentences(earlier.reading, entry.reading) if earlier else ()
    current = snapshot.current
    likely = may_be_versions([held], current)[held.id] if held else ()
    others = [d for d in current if d.id != entry.id and d not in likely]
    offered = (*likely, *sorted(others, key=lambda d: (d.given_id, d.id)))[:_MOST_OFFERED]
    return Versions(
        later=_neighbour(by_id[held.superseded_by], held, snapshot) if held and held.superseded_by in by_id else None,
        earlier=_neighbour(by_id[earlier.id], held, snapshot) if held and earlier and earlier.id in by_id else None,
        changes=changes[:_MOST],
        more_changes=max(0, len(changes) - _MOST),
        went_over=say_went_over(*went_over([entry.id], snapshot.decisions, snapshot.unanchored)) if earlier else "",
        offered=tuple((d.id, _name(d)) for d in offered) if held and not held.supersedes else (),
        likely=len(likely),
    )


def _neighbour(other: LedgerDocument, here: LedgerDocument, snapshot: Snapshot) -> Neighbour:
    pair = {other.id, here.id}
    said = [
        d for d in standing(snapshot.decisions) if d.verb == "supersede" and {a.document for a in d.anchors} == pair
    ]
    return Neighbour(
        id=other.id,
        name=other.given_id,
        added=say_day_of(other.received_at),
        decision=said[-1].id if said else "",
        by=said[-1].analyst if said else "",
        reason=said[-1].reason if said else "",
    )


def _name(document: LedgerDocument) -> str:
    title = f": {document.title}" if document.title else ""
    return f"{document.given_id}{title}, added {say_day_of(document.received_at)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedLine:
    """One new document: what it is called, and what it corrects or may correct; `decision` takes that back."""

    id: str
    name: str
    said: str
    decision: str


def added_lines(added: Added, snapshot: Snapshot) -> tuple[AddedLine, ...]:
    """Every document just added, with what was taken for granted of it."""
    by_id = {d.id: d for d in snapshot.documents}
    corrected = {c.document: c for c in added.corrected}
    alone = [by_id[key] for key in added.documents if key in by_id and key not in corrected]
    possible = may_be_versions([d for d in alone if d.superseded_by is None], snapshot.current)
    return tuple(
        AddedLine(
            id=key,
            name=(by_id[key].title or by_id[key].given_id) if key in by_id else key,
            said=(
                _say_corrected(by_id[corrected[key].supersedes], corrected[key], snapshot)
                if key in by_id and key in corrected
                else _say_possible(possible.get(key, ()))
            ),
            decision=corrected[key].decision if key in corrected else "",
        )
        for key in added.documents
    )


def _say_corrected(old: LedgerDocument, corrected: Corrected, snapshot: Snapshot) -> str:
    ruled = say_went_over(*went_over([corrected.document], snapshot.decisions, snapshot.unanchored))
    known = f"{corrected.word} of {old.given_id} (added {say_day_of(old.received_at)}), which counts no more"
    return f"{known}; {ruled}" if ruled else known


def _say_possible(others: Sequence[LedgerDocument]) -> str:
    if not others:
        return ""
    more = f" and {plural(len(others) - 1, 'other')}" if len(others) > 1 else ""
    return (
        f"has the name or much of the text of {others[0].given_id}{more}: each counts, unless its page rules otherwise"
    )
