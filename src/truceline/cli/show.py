"""One incident or document as a page: rival accounts side by side, facet by facet."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import ascii_uppercase
from typing import Annotated

import typer
from rich.table import Table

from truceline.cli.common import DEFAULT_LEDGER, Exit, JsonOption, LedgerOption, counted, fail, opened, out, put_json
from truceline.cli.show_claims import show_claims
from truceline.cli.show_parts import print_own_accounts, show_part
from truceline.cli.versions import print_versions
from truceline.model.account import Facet
from truceline.model.entry import Entry
from truceline.model.snapshot import Incident, LedgerAccount, Snapshot, in_line_order
from truceline.publish.names import registry_names
from truceline.publish.words import (
    FACETS,
    REVIEWS,
    STATES,
    say_place,
    say_review,
    say_time,
    say_toll,
    say_value,
    spaced,
    standing,
)

_CELL = 24
_SAYS = {"affirmed": "", "denied": "denies", "open": "leaves open"}


def show(
    target: Annotated[
        str, typer.Argument(help="The id of an incident, document, account or claim; old ids still lead to theirs.")
    ],
    claims: Annotated[bool, typer.Option("--claims", help="A document's claims, by who speaks.")] = False,
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    as_json: JsonOption = False,
) -> None:
    """Show an incident with every teller's account side by side, a document's reading or claims, or a part of it."""
    holder, part, _ = target.partition("/")
    with opened(ledger) as book:
        incident = book.incident(target)
        entry = None if incident else book.document(holder)
        earlier = book.document(entry.supersedes) if entry and entry.supersedes else None
        snapshot = book.snapshot()
    if incident is None and entry is None:
        fail(f"{holder}: no such incident or document: `truceline incidents` and `truceline documents` list them")
    if entry is None and claims:
        fail(f"{target}: an incident: --claims is for documents; `truceline documents` lists them", Exit.USAGE)
    if entry is not None and part:
        show_part(target, entry, snapshot, as_json)
    elif entry is not None and claims:
        show_claims(entry, snapshot, as_json)
    elif as_json:
        put_json(incident or entry)
    elif incident is not None:
        _print_incident(incident, snapshot)
    elif entry is not None:
        _print_document(entry, earlier, snapshot)


def _print_incident(incident: Incident, snapshot: Snapshot) -> None:
    tellers = _in_page_order(incident.accounts)
    live = [a for a in incident.accounts if a.review != "rejected"]
    told, lines = len({_teller(a) for a in live}), incident.independent_lines
    rejected = f" ({len(incident.accounts) - len(live)} more rejected)" if len(live) < len(incident.accounts) else ""
    out.print(f"{incident.id}  {incident.title}", markup=False)
    out.print(f"{spaced(incident.event_type)}; {say_place(incident.place)}; {say_time(incident.time)}", markup=False)
    out.print(f"killed {say_toll(incident.killed)}; injured {say_toll(incident.injured)}", markup=False)
    out.print(
        f"{counted(len(live), 'account')}{rejected} by {counted(told, 'teller')}, "
        f"{counted(lines, 'independent line')}; "
        f"{REVIEWS[incident.review]}; grade {incident.grade} ({'; '.join(incident.grade_reasons)})\n",
        markup=False,
    )
    letters = dict(zip(tellers, _letters(), strict=False))
    for teller, letter in letters.items():
        _print_teller(letter, teller, [a for a in incident.accounts if _teller(a) == teller], snapshot)
    width = max(1, (out.width - 34) // (_CELL + 2))
    for start in range(0, len(tellers), width):
        out.print()
        shown = {t: letters[t] for t in tellers[start : start + width]}
        out.print(_matrix(incident, shown, registry_names(snapshot)))


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    yield from (a + b for a in ascii_uppercase for b in ascii_uppercase)


def _in_page_order(accounts: Sequence[LedgerAccount]) -> list[str]:
    """Tellers as the page letters them, line by line, so that "column E" is one party to all; rejected ones last."""
    live = in_line_order([a for a in accounts if a.review != "rejected"])
    return list(dict.fromkeys(_teller(a) for a in (*live, *accounts)))


def _teller(account: LedgerAccount) -> str:
    return account.teller_name or (account.tellers[-1] if account.tellers else "the document itself")


def _print_teller(letter: str, teller: str, accounts: Sequence[LedgerAccount], snapshot: Snapshot) -> None:
    given = {d.id: d.given_id for d in snapshot.documents}
    out.print(f"  {letter}  {teller}", markup=False)
    for a in accounts:
        review, where = say_review(a.review, a.extractor), given.get(a.document, "")
        out.print(f"       {a.id}  {review}  {where}  {a.line_reason}", markup=False)


def _matrix(incident: Incident, letters: Mapping[str, str], names: Mapping[str, str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="")
    table.add_column("")
    table.add_column("", style="dim")
    for letter in letters.values():
        table.add_column(letter, max_width=_CELL)
    for facet, label in FACETS.items():
        state = next((s for name, s in incident.facets.items() if name == facet), None)
        if state is not None and state.values:
            cells = (_cell(incident, teller, facet, names) for teller in letters)
            table.add_row(label, STATES[standing(facet, incident)], *cells)
    return table


def _cell(incident: Incident, teller: str, facet: str, names: Mapping[str, str]) -> str:
    mine = [a for a in incident.accounts if _teller(a) == teller and a.review != "rejected"]
    told = [f for a in mine for f in a.facets if f.facet == facet]
    # beside what is denied, what is affirmed says so: "denies A; B" would read as if B were denied too
    plain = "says" if len({f.polarity for f in told}) > 1 else ""
    said = dict.fromkeys(_say(f, names, plain) for f in sorted(told, key=lambda f: f.polarity != "affirmed"))
    return "; ".join(said) or "silent"


def _say(facet: Facet, names: Mapping[str, str], plain: str) -> str:
    value = "" if facet.value is None or facet.facet == "occurrence" else say_value(facet.value, names)
    if facet.facet == "time" and value == say_time(None):
        value = f"“{facet.text}”"  # "seven minutes later": the words say more than that no day is known
    verb = _SAYS[facet.polarity] or (plain if value else "says so")
    return f"{verb} {value}".strip()


def _print_document(entry: Entry, earlier: Entry | None, snapshot: Snapshot) -> None:
    document, reading = entry.reading.document, entry.reading
    out.print(f"{entry.id}  {document.title or entry.given_id}", markup=False)
    dated = f"{say_time(document.published)} ({document.published.reason})" if document.published else "no date"
    out.print(f"{document.publisher or 'publisher not known'}; {dated}; {document.url or 'no address'}", markup=False)
    out.print(f"sha256 {entry.sha256}; received {entry.received_at}", markup=False)
    if reading.reader.asked:
        out.print(f"a language model was asked about it: {reading.reader.asked.extractor}", markup=False)
    print_versions(entry, earlier, snapshot)
    found = (("sentence", reading.sentences), ("claim", reading.claims), ("account", reading.accounts))
    out.print(", ".join(counted(len(items), word) for word, items in found) + "\n")
    titles = {i.id: i.title for i in snapshot.incidents}
    held = next((d for d in snapshot.documents if d.id == entry.id), None)
    for incident_id in held.incidents if held else ():
        out.print(f"  {incident_id}  {titles.get(incident_id, '')}", markup=False)
    if held and held.superseded_by:
        print_own_accounts(entry, snapshot)
    for problem in held.problems if held else reading.problems:
        out.print(f"  {problem.code}  {problem.message}: {problem.mend}", markup=False)
