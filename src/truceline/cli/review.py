"""Commands by which an analyst rules: on accounts, and on what is the same happening. Each can be undone."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import shorten
from typing import Annotated, Any

import typer

from truceline.cli.common import (
    DEFAULT_LEDGER,
    Exit,
    JsonOption,
    LedgerOption,
    counted,
    existing,
    fail,
    opened,
    out,
    put_json,
)
from truceline.cli.new_names import say_new_names
from truceline.cli.problems import print_problems
from truceline.cli.replaced import say_replaced
from truceline.model.decision import Anchor, Decision
from truceline.model.outcome import Ruled
from truceline.publish.names import registry_names
from truceline.publish.rulings import say_set
from truceline.review.ask import Ask, UnknownTargetError
from truceline.review.values import ValueProblemError, event_type_of, typed_facets
from truceline.runners.analyst import ANALYST_VARIABLE, default_analyst, login_name
from truceline.runners.local import shipped_numbers

_WORDS = 60
"""Characters of an incident's words in a line about a ruling."""

account = typer.Typer(no_args_is_help=True, help="Rule on accounts: add, edit, accept, reject.")
decide = typer.Typer(
    no_args_is_help=True,
    help="Rule on incidents: same, different; undo any ruling; list them; take them from a workbook.",
)

AnalystOption = Annotated[
    str | None,
    typer.Option(
        "--analyst", "--by", envvar=ANALYST_VARIABLE, help="Who rules; else the login's name.", show_default=False
    ),
]
ReasonOption = Annotated[str, typer.Option("--reason", "--why", help="Why.", show_default=False)]
SetOption = Annotated[
    list[str] | None, typer.Option("--set", help="FACET=VALUE, as killed='at least 62'; may be given again.")
]
DenyOption = Annotated[list[str] | None, typer.Option("--deny", help="A facet the teller denies; may be given again.")]
AccountArgument = Annotated[str, typer.Argument(metavar="ACCOUNT", help="DOCUMENT/ACCOUNT, as `show` prints it.")]
_HERE = Path(DEFAULT_LEDGER)


@account.command("accept")
def accept(
    target: AccountArgument,
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Accept an account as it was read."""
    rule(ledger, Ask(verb="accept", targets=(target,), analyst=analyst_or_user(analyst), reason=reason), as_json)


@account.command("reject")
def reject(
    target: AccountArgument,
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Reject an account: it stays, struck out, and counts nowhere."""
    rule(ledger, Ask(verb="reject", targets=(target,), analyst=analyst_or_user(analyst), reason=reason), as_json)


@account.command("edit")
def edit(
    target: AccountArgument,
    changes: SetOption = None,
    deny: DenyOption = None,
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Correct facets of an account, each with all its values; what it was read from stays beside it."""
    if not changes and not deny:
        fail("nothing to change: give --set FACET=VALUE or --deny FACET", Exit.USAGE)
    document, _, own = target.partition("/")
    values = _values(ledger, document, changes, deny)
    with opened(ledger) as book:
        before, names = book.document(document), registry_names(book.snapshot())
    rule(
        ledger,
        Ask(verb="edit", targets=(target,), analyst=analyst_or_user(analyst), reason=reason, values=values),
        as_json,
    )
    if before is not None:
        say_replaced(before.reading, own, values["facets"], names)


@account.command("add")
def add(
    document: Annotated[str, typer.Argument(help="The document's id.")],
    quote: Annotated[str, typer.Option(help="The words it stands on, exactly as in the document.")],
    teller: Annotated[list[str] | None, typer.Option(help="Who tells it, outermost first; may be given again.")] = None,
    event_type: Annotated[str, typer.Option("--type", help="Event type.")] = "other",
    incident: Annotated[str | None, typer.Option(help="Key of the document's own incident it belongs to.")] = None,
    changes: SetOption = None,
    deny: DenyOption = None,
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Add an account the reader did not find."""
    try:
        values: dict[str, Any] = {"tellers": teller or [], "event_type": event_type_of(event_type)}
    except ValueProblemError as problem:
        fail(f"--type {problem}", Exit.USAGE)
    values |= {"incident": incident} | _values(ledger, document, changes, deny)
    ask = Ask(
        verb="add", targets=(document,), analyst=analyst_or_user(analyst), reason=reason, quote=quote, values=values
    )
    rule(ledger, ask, as_json)


@decide.command("same")
def same(
    first: Annotated[str, typer.Argument(help="An incident, or DOCUMENT/KEY of one report of it.")],
    second: Annotated[str, typer.Argument(help="The other.")],
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Rule that two incidents are one happening."""
    rule(ledger, Ask(verb="same", targets=(first, second), analyst=analyst_or_user(analyst), reason=reason), as_json)


@decide.command("different")
def different(
    first: Annotated[str, typer.Argument(help="An incident, or DOCUMENT/KEY of one report of it.")],
    second: Annotated[str, typer.Argument(help="The other.")],
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Rule that two incidents, or two reports within one, are different happenings."""
    rule(
        ledger, Ask(verb="different", targets=(first, second), analyst=analyst_or_user(analyst), reason=reason), as_json
    )


@decide.command("undo")
def undo(
    decision: Annotated[str, typer.Argument(help="The decision's id; an undo can itself be undone.")],
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """End a ruling: everything is again as if it had not been made; the record of it stays."""
    rule(ledger, Ask(verb="undo", targets=(decision,), analyst=analyst_or_user(analyst), reason=reason), as_json)


@decide.command("list")
def rulings(
    ledger: LedgerOption = _HERE,
    analyst: Annotated[
        str, typer.Option("--analyst", "--by", help="Only rulings by this name.", show_default=False)
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """List every ruling, oldest first, and those whose words a newer reading no longer has."""
    with opened(ledger) as book:
        snapshot = book.snapshot()
    made, names = [d for d in snapshot.decisions if analyst in ("", d.analyst)], registry_names(snapshot)
    if as_json:
        put_json({"decisions": made, "unanchored": snapshot.unanchored})
        return
    for decision in made:
        lost = "  its words are no longer found" if decision.id in snapshot.unanchored else ""
        unusable = (p.message for p in snapshot.problems if p.where == f"decision {decision.id}")
        out.print(line_of(decision, names) + (lost or next((f"  {why}" for why in unusable), "")), markup=False)
    out.print(counted(len(made), "decision"))


@decide.command("import")
def import_rulings(
    workbook: Annotated[Path, typer.Argument(help="A workbook of `truceline export --review`, ruled in.")],
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: Annotated[str, typer.Option(help="Why, for rulings without a note.", show_default=False)] = "",
    as_json: JsonOption = False,
) -> None:
    """Take the rulings of a review workbook back; the same workbook again changes nothing."""
    existing([workbook])
    with opened(ledger) as book:
        ruled = book.decide_by_sheet(workbook, analyst_or_user(analyst), reason)
        names = registry_names(book.snapshot())
    if as_json:
        put_json(ruled)
    else:
        for decision in ruled.decisions:
            out.print(line_of(decision, names), markup=False)
        _print_ruled(ruled, ledger)
    if not ruled.decisions and not ruled.known:
        raise typer.Exit(Exit.NOTHING)
    raise typer.Exit(Exit.PROBLEMS if ruled.problems else Exit.ALL)


def analyst_or_user(given: str | None) -> str:
    """The name given, else the setting's, else the login's."""
    return given or default_analyst()


def _values(ledger: Path, document: str, changes: list[str] | None, deny: list[str] | None) -> dict[str, Any]:
    with opened(ledger) as book:
        entry = book.document(document)
        if entry is None:
            fail(f"{document}: no such document: `truceline documents` lists them")
        try:
            facets = typed_facets(changes or [], deny or [], entry.reading, shipped_numbers())
        except ValueProblemError as problem:
            fail(str(problem), Exit.USAGE)
        say_new_names(facets, entry.reading, book)
    return {"facets": facets}


def rule(ledger: Path, ask: Ask, as_json: bool) -> None:
    """Record a ruling and say how to take it back."""
    with opened(ledger) as book:
        snapshot = book.snapshot()
        before, names = {d.analyst for d in snapshot.decisions}, registry_names(snapshot)
        try:
            decision = book.decide(ask)
        except UnknownTargetError as error:
            fail(str(error))
        except ValueProblemError as error:
            fail(str(error), Exit.USAGE)
    if as_json:
        put_json(decision)
        return
    out.print(line_of(decision, names), markup=False)
    out.print(f"to take it back: truceline decide undo {decision.id} --ledger {ledger}", markup=False)
    if decision.analyst == login_name() and decision.analyst not in before:
        out.print(
            f"recorded as by {decision.analyst}, the login's name: --analyst NAME or {ANALYST_VARIABLE} gives another",
            markup=False,
        )


def line_of(decision: Decision, names: Mapping[str, str]) -> str:
    """A ruling on one line, with what it set."""
    target = decision.reverses or " and ".join(map(_about, decision.anchors))
    reason = f": {decision.reason}" if decision.reason else ""
    values = f" ({told})" if (told := say_set(decision, names)) else ""
    about = f" {target}" if target else ""
    return f"{decision.id}  {decision.verb}{about}{values} by {decision.analyst}, {decision.at[:16]}{reason}"


def _about(anchor: Anchor) -> str:
    """What a ruling is about: document and part; an incident's number says little, so its words are told too."""
    part = anchor.account or anchor.claim or anchor.incident
    words = f' "{shorten(anchor.quote, _WORDS, placeholder=" …")}"' if part == anchor.incident and anchor.quote else ""
    return (f"{anchor.document}/{part}" if part else anchor.document) + words


def _print_ruled(ruled: Ruled, ledger: Path) -> None:
    """What came of a workbook's rulings."""
    known = f" ({ruled.known} stood already)" if ruled.known else ""
    out.print(f"{counted(len(ruled.decisions), 'ruling')} recorded{known}")
    print_problems(ruled.problems)
    if not (ruled.decisions or ruled.known or ruled.problems):
        out.print("nothing is ruled in it: write accept, edit or reject into the column ruling")
    if ruled.decisions:
        out.print(f"to take one back: truceline decide undo DECISION --ledger {ledger}", markup=False)
