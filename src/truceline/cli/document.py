"""Commands by which an analyst rules on documents: who published them, which corrects which."""

from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.common import DEFAULT_LEDGER, Exit, JsonOption, LedgerOption, fail, opened
from truceline.cli.review import AnalystOption, ReasonOption, analyst_or_user, rule
from truceline.cli.versions import print_version
from truceline.read.claims.tellers import actor_id_of
from truceline.review.amend_documents import publisher_values
from truceline.review.ask import Ask
from truceline.review.values import ValueProblemError
from truceline.runners.local import registry_with

document = typer.Typer(no_args_is_help=True, help="Rule on documents: who published them, which corrects which.")


@document.callback()
def _family() -> None:
    """Rule on documents: who published them, which corrects which."""


@document.command("edit")
def edit(
    targets: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids, as `documents` prints them.")],
    publisher: Annotated[str, typer.Option(help="Who published them.", show_default=False)],
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say who published documents that the ledger holds already; what they were read as stays recorded."""
    for target in targets:
        with opened(ledger) as book:
            entry, registry = book.document(target), registry_with(book.own().actors)
        if entry is None:
            fail(f"{target}: no such document: `truceline documents` lists them")
        before = actor_id_of(entry.reading.document.publisher, registry)
        try:
            values = publisher_values(publisher, actor_id_of(publisher, registry), before)
        except ValueProblemError as problem:
            fail(str(problem), Exit.USAGE)
        who = analyst_or_user(analyst)
        rule(
            ledger,
            Ask(verb="correct", on="document", targets=(target,), analyst=who, reason=reason, values=values),
            as_json,
        )


@document.command("supersede")
def supersede(
    later: Annotated[str, typer.Argument(help="The corrected version's id, as `documents` prints it.")],
    earlier: Annotated[str, typer.Argument(help="The id of the document whose place it takes.")],
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that a document is the corrected version of another, which then counts nowhere; rulings go over to it."""
    who = analyst_or_user(analyst)
    ask = Ask(verb="supersede", on="document", targets=(later, earlier), analyst=who, reason=reason)
    rule(ledger, ask, as_json)
    if not as_json:
        with opened(ledger) as book:
            print_version(later, earlier, book.snapshot())
