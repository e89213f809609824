"""The command line: translates words into calls of the core, and results into lines."""

import typer

from truceline.cli import checking, exporting, reading

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A ledger of accounts for people who watch a ceasefire or document a conflict.",
)
app.command()(reading.read)
app.command()(reading.add)
app.command()(checking.search)
app.command()(checking.verify)
app.command()(exporting.export)


def main() -> None:
    """Entry point of the `truceline` command."""
    app()
