"""Commands that take a ledger's contents out."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from truceline.cli.common import DEFAULT_LEDGER, Exit, JsonOption, LedgerOption, fail, opened, put_line

Format = Literal["json"]


def export(
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    as_json: JsonOption = False,
    form: Annotated[Format, typer.Option("--format", help="What to write.")] = "json",
) -> None:
    """Write the whole ledger out: --json is the analyst's own full copy."""
    if not as_json and form != "json":
        fail(f"{form}: no such format", Exit.USAGE)
    with opened(ledger) as book:
        put_line(book.snapshot_json())
