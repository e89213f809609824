"""Commands that list: incidents, documents."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, get_args

import typer
from rich.table import Table

from truceline.cli.common import DEFAULT_LEDGER, JsonOption, LedgerOption, counted, opened, out, put_json
from truceline.cli.days import full_day
from truceline.model.account import EventType
from truceline.model.snapshot import Incident, LedgerDocument
from truceline.publish.names import publishers_of
from truceline.publish.words import KEPT_ONLY, REVIEWS, on_days, parsed_day, say_time, say_toll


def incidents(
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    disputed: Annotated[bool, typer.Option("--disputed", help="Only those with a disputed facet.")] = False,
    event_type: Annotated[str | None, typer.Option("--type", help="Only this event type.", show_default=False)] = None,
    since: Annotated[
        str | None,
        typer.Option(help="Only what may be of this day (YYYY-MM-DD) or later.", show_default=False, callback=full_day),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(help="Only what may be of this day or earlier.", show_default=False, callback=full_day),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the ledger's incidents by time, with who agrees and who has checked them."""
    first, last = parsed_day(since), parsed_day(until)
    if first and last and last < first:
        raise typer.BadParameter(f"the last day {until} is before the first day {since}")
    _known_type(event_type)
    with opened(ledger) as book:
        found = [i for i in book.snapshot().incidents if event_type in {None, i.event_type}]
    found = [i for i in found if on_days(i, first, last)]
    if disputed:
        found = [i for i in found if disputed_facets(i)]
    found.sort(key=_by_day)
    if as_json:
        put_json(found)
    else:
        _print_incidents(found)


def _by_day(incident: Incident) -> tuple[str, str]:
    """By its earliest day, those without one last."""
    return (incident.time.earliest if incident.time else None) or "9999", incident.id


def _known_type(event_type: str | None) -> None:
    """Raises BadParameter for an event type that is none, with those that it is near to."""
    if event_type is not None and event_type not in get_args(EventType):
        close = get_close_matches(event_type, get_args(EventType), 3, 0.4)
        known = " or ".join(close or sorted(get_args(EventType)))
        raise typer.BadParameter(f"{event_type!r} is no event type; {known}?")


def _print_incidents(found: Sequence[Incident]) -> None:
    single, totals = [i for i in found if not i.aggregate], [i for i in found if i.aggregate]
    out.print(_incident_table(single), markup=False)
    accepted = sum(i.review in {"accepted", "edited"} for i in single)
    out.print(f"{counted(len(single), 'incident')}, {accepted} accepted")
    if totals:
        out.print(_incident_table(totals), markup=False)
        told = counted(len(totals), "stated total")
        out.print(f"{told}: `truceline check-tally` lists those told with their parts or of several days")


def _incident_table(found: Sequence[Incident]) -> Table:
    table = Table.grid(padding=(0, 2))
    for i in found:
        live = sum(a.review != "rejected" for a in i.accounts)
        lines = f"{counted(live, 'account')}, {counted(i.independent_lines, 'line')}"
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
    found = snapshot.documents
    if as_json:
        put_json(found)
        return
    known = publishers_of(snapshot)
    table = Table.grid(padding=(0, 2))
    for d in found:
        table.add_row(d.id, d.given_id, known.get(d.id, ""), _day(d), _remark(d), d.title or "")
    out.print(table, markup=False)
    troubled = sum(bool(d.problems) for d in found)
    marked = f", {troubled} with problems: truceline problems --ledger {ledger}" if troubled else ""
    gone = len(found) - len(snapshot.current)
    counts = counted(len(snapshot.current), "document") + (f", {gone} more superseded" if gone else "")
    out.print(counts + marked, markup=False)


def _remark(document: LedgerDocument) -> str:
    """Codes of a document's problems, whether it was not read for them, and what took its place."""
    if document.superseded_by:
        return f"superseded by {document.superseded_by}"
    codes = dict.fromkeys(p.code for p in document.problems)
    unread = not document.readable or not KEPT_ONLY.isdisjoint(codes)
    return " ".join([*(["not read:"] if unread else []), *sorted(codes, key=lambda c: c not in KEPT_ONLY)])


def _day(document: LedgerDocument) -> str:
    """The day of publication as it was told; in words where EDTF would write an open end ("2016-09-19/..")."""
    published = document.published
    if published is None:
        return ""
    return published.edtf if published.edtf and ".." not in published.edtf else say_time(published)
