"""Commands by which an analyst rules on claims: who speaks, what a claim does, or that it is none."""

from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.common import DEFAULT_LEDGER, Exit, JsonOption, LedgerOption, fail, opened
from truceline.cli.review import AnalystOption, ReasonOption, analyst_or_user, rule
from truceline.publish.names import speakers_of
from truceline.review.ask import Ask
from truceline.review.speakers import typed_claim
from truceline.review.values import ValueProblemError
from truceline.runners.local import actors_by_name

claim = typer.Typer(no_args_is_help=True, help="Rule on claims: accept, correct, reject.")

ClaimArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="DOCUMENT/CLAIM, as `show --claims` prints it.")]
_HERE = Path(DEFAULT_LEDGER)


@claim.command("accept")
def accept(
    target: ClaimArgument,
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Accept a claim as it was read: who speaks, and what the words do."""
    ask = Ask(verb="accept", on="claim", targets=(target,), analyst=analyst_or_user(analyst), reason=reason)
    rule(ledger, ask, as_json)


@claim.command("reject")
def reject(
    target: ClaimArgument,
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Reject a claim: it stays, struck out, and what was told on its word counts nowhere."""
    ask = Ask(verb="reject", on="claim", targets=(target,), analyst=analyst_or_user(analyst), reason=reason)
    rule(ledger, ask, as_json)


@claim.command("correct")
def correct(
    target: ClaimArgument,
    speaker: Annotated[str, typer.Option(help="Who speaks; their accounts follow.", show_default=False)] = "",
    kind: Annotated[
        str, typer.Option(help="Kind of source; 'anonymous' says that nobody is named.", show_default=False)
    ] = "",
    act: Annotated[str, typer.Option(help="What the words do: asserts, denies, admits...", show_default=False)] = "",
    reaches: Annotated[
        str,
        typer.Option(help="What a denial is about: occurrence, responsibility, intent...", show_default=False),
    ] = "",
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Correct a claim: who speaks, what the words do, what a denial reaches. What it was read as stays recorded."""
    document, _, claim_id = target.partition("/")
    typed = {"speaker": speaker, "kind": kind, "act": act, "reaches": reaches}
    with opened(ledger) as book:
        entry, borne = book.document(document), speakers_of(book.snapshot())
    if entry is None or not any(c.id == claim_id for c in entry.reading.claims):
        fail(f"{target}: no such claim: `truceline show {document} --claims` lists a document's claims")
    try:
        values = typed_claim(typed, entry.reading, claim_id, actors_by_name(), borne)
    except ValueProblemError as problem:
        fail(str(problem), Exit.USAGE)
    who = analyst_or_user(analyst)
    ask = Ask(verb="correct", on="claim", targets=(target,), analyst=who, reason=reason, values=values)
    rule(ledger, ask, as_json)
