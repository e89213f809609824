"""The command line: translates words into calls of the core, and results into lines."""

import json
from pathlib import Path
from typing import Annotated

import typer

from truceline import ledger
from truceline.model.plain import to_plain
from truceline.model.settings import Settings

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="A ledger of accounts for people who watch a ceasefire."
)


@app.callback()
def _main() -> None:
    """Truceline reads reports and keeps a ledger of accounts."""


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders to read.")],
    published: Annotated[
        str | None, typer.Option(help="Day of publication for inputs that carry none (ISO date).")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an input document.")] = False,
) -> None:
    """Read documents without a ledger."""
    settings = Settings(published=published)
    for reading in ledger.read(paths, settings):
        if as_json:
            typer.echo(json.dumps(to_plain(reading), ensure_ascii=False))


def main() -> None:
    """Entry point of the `truceline` command."""
    app()
