"""Corrected versions in the terminal: what was taken for one, what may be one, and what one changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from truceline.cli.common import out
from truceline.model.entry import Entry
from truceline.model.outcome import Added, Corrected
from truceline.model.snapshot import LedgerDocument, Snapshot
from truceline.publish.words import say_day_of, say_went_over, shortened
from truceline.review.standing import standing
from truceline.review.versions import may_be_versions, went_over
from truceline.text.revised import Change, changed_sentences

_MOST = 10
"""Documents named one by one; a table read anew may correct hundreds of rows."""
_WORDS = 160
_SUPERSEDE = "truceline document supersede LATER EARLIER"


def print_corrected(added: Added, snapshot: Snapshot, ledger: Path) -> None:
    """Each new document that took the place of one that was there, what became of its rulings, and the way back."""
    for found in added.corrected[:_MOST]:
        print_version(found.document, found.supersedes, snapshot, found.word)
        out.print(f"  to take it back: truceline decide undo {found.decision} --ledger {ledger}", markup=False)
    more: Sequence[Corrected] = added.corrected[_MOST:]
    if more:
        lost = "".join(f"; {said}" for said in [_say_rulings([c.document for c in more], snapshot)] if said)
        out.print(f"and {len(more)} more corrected versions{lost}: truceline decide list names them", markup=False)


def print_version(newer: str, older: str, snapshot: Snapshot, word: str = "a corrected version") -> None:
    """One document as the corrected version of another, and what became of the rulings on that."""
    by_id = {d.id: d for d in snapshot.documents}
    new, old = by_id[newer], by_id[older]
    rulings = _say_rulings([newer], snapshot)
    said = f"{word} of {old.given_id} ({old.id}, added {say_day_of(old.received_at)}), which counts no more"
    out.print(f"{new.given_id}: {said}{'; ' if rulings else ''}{rulings}", markup=False)


def _say_rulings(newer: Sequence[str], snapshot: Snapshot) -> str:
    return say_went_over(*went_over(newer, snapshot.decisions, snapshot.unanchored))


def print_gone(added: Added, snapshot: Snapshot, ledger: Path) -> None:
    """Documents given again that were superseded: they stay so, and what would bring them back."""
    by_id = {d.id: d for d in snapshot.documents}
    said = {d.anchors[1].document: d.id for d in standing(snapshot.decisions) if d.verb == "supersede"}
    gone = [by_id[key] for key in added.superseded if by_id[key].superseded_by]
    for old in gone[:_MOST]:
        stays = f"{old.given_id} ({old.id}) is there already, and superseded by {old.superseded_by}"
        out.print(f"{stays}: truceline decide undo {said[old.id]} --ledger {ledger} lets both count", markup=False)
    if len(gone) > _MOST:
        out.print(f"and {len(gone) - _MOST} more that are superseded: truceline documents lists them", markup=False)


def print_possible(added: Added, snapshot: Snapshot) -> None:
    """New documents that stand beside others which they may correct: nobody is guessed to be meant."""
    place = {key: n for n, key in enumerate(added.documents)}
    new = sorted((d for d in snapshot.current if d.id in place), key=lambda d: place[d.id])
    possible = may_be_versions(new, snapshot.current)
    said = [line for d in new for line in _possible(d, possible[d.id], place)]
    for line in said[:_MOST]:
        out.print(line, markup=False)
    if len(said) > _MOST:
        out.print(f"and {len(said) - _MOST} more that may be corrected versions", markup=False)
    if said:
        out.print(f"where one of them corrects the other: {_SUPERSEDE}; else each is read, and counts", markup=False)


def _possible(new: LedgerDocument, others: Sequence[LedgerDocument], place: Mapping[str, int]) -> list[str]:
    """What it may correct: of two that came in at once, the one that came after the other is said to."""
    return [
        f"{new.given_id} ({new.id}) has {'the name' if d.given_id == new.given_id else 'much of the text'} of "
        f"{d.given_id} ({d.id}, added {say_day_of(d.received_at)}): both stand"
        for d in others
        if place.get(d.id, -1) < place[new.id]
    ]


def print_versions(entry: Entry, earlier: Entry | None, snapshot: Snapshot) -> None:
    """By what a document was superseded, what it supersedes, and what it says otherwise."""
    by_id = {d.id: d for d in snapshot.documents}
    held = by_id.get(entry.id)
    if held is not None and held.superseded_by in by_id:
        later = by_id[held.superseded_by]
        out.print(f"superseded by {later.id}  {later.given_id}, and counts nowhere", markup=False)
    if earlier is None:
        return
    out.print(f"supersedes {earlier.id}  {earlier.given_id}, added {say_day_of(earlier.received_at)}", markup=False)
    changes = changed_sentences(earlier.reading, entry.reading)
    for change in changes[:_MOST]:
        for line in _say_change(change):
            out.print(f"  {line}", markup=False)
    if len(changes) > _MOST:
        out.print(f"  and {len(changes) - _MOST} more changes", markup=False)


def _say_change(change: Change) -> list[str]:
    said = (("- ", change.before), ("+ ", change.after))
    return [mark + shortened(words, _WORDS) for mark, words in said if words]
