"""Commands that look: verify, search."""

from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.common import DEFAULT_LEDGER, Exit, JsonOption, LedgerOption, counted, fail, opened, out, put_json


def verify(
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    head: Annotated[str | None, typer.Option(help="A head an earlier report printed: must be in the chain.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Recompute the hash chain from what is stored, and name the first record that does not fit."""
    with opened(ledger) as book:
        verified = book.verify()
        cut_off = head is not None and not book.had_head(head)
    broken = verified.broken
    if as_json:
        put_json(verified)
    elif broken is None:
        out.print(f"{counted(verified.records, 'record')}, all as recorded; head {verified.head}")
    else:
        out.print(f"record {broken.number} ({broken.kind} {broken.subject}): {broken.message}", markup=False)
        out.print(f"{verified.records} before it are as recorded; take the ledger from a copy made before it broke")
    if cut_off:
        fail(f"{head}: no record of this ledger has this head: records were cut off, or it is another ledger's")
    raise typer.Exit(Exit.ALL if broken is None else Exit.NOTHING)


def search(
    words: Annotated[list[str], typer.Argument(help="Words to find; a phrase in double quotes.", show_default=False)],
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    as_json: JsonOption = False,
) -> None:
    """Find documents by the words of their texts and titles."""
    with opened(ledger) as book:
        hits = book.search(" ".join(words))
    if as_json:
        put_json(hits)
        return
    for hit in hits:
        out.print(f"{hit.document}  {hit.title or ''}", markup=False)
        out.print(f"    {hit.excerpt}", markup=False)
    out.print(counted(len(hits), "document"))
