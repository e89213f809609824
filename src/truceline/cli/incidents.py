"""Commands that list: incidents, documents."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.table import Table

from truceline.cli.common import DEFAULT_LEDGER, JsonOption, LedgerOption, counted, opened, out, put_json
from truceline.model.account import EventType
from truceline.model.snapshot import Incident, LedgerDocument, Snapshot
from truceline.publish.words import REVIEWS, say_toll

if TYPE_CHECKING:
    from truceline.ledger import Ledger


def incidents(
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    disputed: Annotated[bool, typer.Option("--disputed", help="Only those with a disputed facet.")] = False,
    event_type: Annotated[str | None, typer.Option("--type", help="Only this event type.", show_default=False)] = None,
    as_json: JsonOption = False,
) -> None:
    """List the ledger's incidents by time, with who agrees and who has checked them."""
    if event_type not in {None, *get_args(EventType)}:
        close = get_close_matches(event_type or "", get_args(EventType), 3, 0.4)
        known = " or ".join(close or sorted(get_args(EventType)))
        raise typer.BadParameter(f"{event_type!r} is no event type; {known}?")
    with opened(ledger) as book:
        found = [i for i in book.snapshot().incidents if event_type in {None, i.event_type}]
    if disputed:
        found = [i for i in found if disputed_facets(i)]
    found.sort(key=lambda i: ((i.time.earliest if i.time else None) or "9999", i.id))
    if as_json:
        put_json(found)
        return
    single, totals = [i for i in found if not i.aggregate], [i for i in found if i.aggregate]
    out.print(_incident_table(single), markup=False)
    accepted = sum(i.review in {"accepted", "edited"} for i in single)
    out.print(f"{counted(len(single), 'incident')}, {accepted} accepted")
    if totals:
        out.print(_incident_table(totals), markup=False)
        out.print(f"{counted(len(totals), 'report')} of a stated total: `truceline check-tally` adds them up again")


def _incident_table(found: Sequence[Incident]) -> Table:
    table = Table.grid(padding=(0, 2))
    for i in found:
        lines = f"{counted(len(i.accounts), 'account')}, {counted(i.independent_lines, 'line')}"
        killed = f"killed {say_toll(i.killed)}" if i.killed else ""
        unlike = ", ".join(disputed_facets(i))
        table.add_row(i.id, i.title, killed, lines, f"disputed: {unlike}" if unlike else "", REVIEWS[i.review])
    return table


def disputed_facets(incident: Incident) -> list[str]:
    """Facets its tellers disagree on."""
    return [name for name, state in incident.facets.items() if state.status == "disputed"]


def documents(ledger: LedgerOption = Path(DEFAULT_LEDGER), as_json: JsonOption = False) -> None:
    """List the ledger's documents."""
    with opened(ledger) as book:
        snapshot = book.snapshot()
        codes = {} if as_json else _codes(book, snapshot)
    found = snapshot.documents
    if as_json:
        put_json(found)
        return
    table = Table.grid(padding=(0, 2))
    for d in found:
        mark = " ".join([*([] if d.readable else ["not read:"]), *codes.get(d.id, ())])
        table.add_row(d.id, d.given_id, d.publisher or "", _day(d), mark, d.title or "")
    out.print(table, markup=False)
    marked = f", {len(codes)} with problems: truceline problems --ledger {ledger}" if codes else ""
    out.print(counted(len(found), "document") + marked, markup=False)


def _codes(book: "Ledger", snapshot: Snapshot) -> dict[str, list[str]]:
    """Codes of the problems of each document that has any; looked for until all that the ledger has are found."""
    codes: dict[str, list[str]] = {}
    left = len(snapshot.problems)
    for document in sorted(snapshot.documents, key=lambda d: d.readable):
        if left <= 0:
            break
        entry = book.document(document.id)
        own = [p.code for p in entry.reading.problems] if entry else []
        left -= len(own)
        if own:
            codes[document.id] = list(dict.fromkeys(own))
    return codes


def _day(document: LedgerDocument) -> str:
    published = document.published
    return (published.edtf or published.earliest or "") if published else ""
