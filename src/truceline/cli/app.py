"""The command line: translates words into calls of the core, and results into lines."""

from importlib.metadata import version
from typing import Annotated

import typer

from truceline.cli import (
    actors,
    checking,
    claims,
    document,
    exporting,
    gazetteer,
    incidents,
    monitoring,
    problems,
    reading,
    reporting,
    review,
    serving,
    show,
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A ledger of accounts for people who watch a ceasefire or document a conflict.",
)
COMMANDS = (
    reading.add,
    reading.read,
    reading.reread,
    incidents.incidents,
    show.show,
    incidents.documents,
    problems.problems,
    checking.search,
    monitoring.agree,
    monitoring.sources,
    monitoring.tallies,
    monitoring.disclosure,
    monitoring.number_words,
    monitoring.tally,
    monitoring.check_tally,
    reporting.report,
    exporting.export,
    checking.verify,
    serving.serve,
    serving.demo,
)
"""In the order in which a day's work needs them."""
for command in COMMANDS:
    app.command()(command)
app.add_typer(review.account, name="account")
app.add_typer(claims.claim, name="claim")
app.add_typer(document.document, name="document")
app.add_typer(review.decide, name="decide")
app.add_typer(gazetteer.gazetteer, name="gazetteer")
app.add_typer(actors.actors, name="actors")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"truceline {version('truceline')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Entry point of the `truceline` command."""
    app()
