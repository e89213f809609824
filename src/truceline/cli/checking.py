"""Commands that look: verify, search."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.common import (
    DEFAULT_LEDGER,
    Exit,
    JsonOption,
    LedgerOption,
    counted,
    err,
    fail,
    opened,
    out,
    put_json,
)
from truceline.model.snapshot import Snapshot
from truceline.store.base import Hit
from truceline.text.queries import match_expression, say_misquoted


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
    words: Annotated[
        list[str],
        typer.Argument(help="Words to find, in any order; those quoted together are a phrase.", show_default=False),
    ],
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    as_json: JsonOption = False,
) -> None:
    """Find documents by the words of their texts and titles."""
    with opened(ledger) as book:
        query = " ".join(map(_as_typed, words))
        if not match_expression(query):
            fail(say_misquoted(query), Exit.USAGE)
        snapshot = book.snapshot()
        hits = _titled(book.search(query), snapshot)
    if said := say_misquoted(query):
        err.print(said, markup=False)
    if as_json:
        put_json(hits)
        return
    later = {d.id: f"  superseded by {d.superseded_by}" for d in snapshot.documents if d.superseded_by}
    for hit in hits:
        out.print(f"{hit.document}  {hit.title or ''}{later.get(hit.document, '')}", markup=False)
        out.print(f"    {' '.join(hit.excerpt.split())}", markup=False)
    out.print(counted(len(hits), "document"))


def _as_typed(argument: str) -> str:
    """An argument as its user typed it: one with several words had quotation marks, which the shell took away."""
    return f'"{argument}"' if '"' not in argument and len(argument.split()) > 1 else argument


def _titled(hits: Sequence[Hit], snapshot: Snapshot) -> list[Hit]:
    """Each with the title as it was read, else the document's own name: the index has only what came with a file."""
    titles = {d.id: d.title or d.given_id for d in snapshot.documents}
    return [replace(hit, title=hit.title or titles.get(hit.document)) for hit in hits]
