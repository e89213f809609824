"""Commands about actors: take one's own in, list those named, look a name up."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from truceline.cli.common import (
    DEFAULT_LEDGER,
    Exit,
    JsonOption,
    LedgerOption,
    counted,
    existing,
    opened,
    out,
    put_json,
)
from truceline.cli.days import full_day
from truceline.cli.problems import print_problems
from truceline.model.actor import Actor
from truceline.model.when import Time
from truceline.publish.names import say_names
from truceline.read.actors.names import Alias
from truceline.read.actors.own import OwnActors
from truceline.read.actors.registry import Registry
from truceline.read.actors.words import words_of
from truceline.runners.local import registry_with
from truceline.runners.own_files import ACTORS

actors = typer.Typer(no_args_is_help=True, help="Actors of one's own, and whom a name means.")
_HERE = Path(DEFAULT_LEDGER)


@actors.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="An actor file (TOML).", show_default=False)],
    ledger: LedgerOption = _HERE,
    as_json: JsonOption = False,
) -> None:
    """Take actors in: their names, renamings in time, whom they belong to and speak for."""
    existing([path])
    with opened(ledger, make=True) as book:
        checked = book.take_setting(ACTORS, path)
        taken = next((len(o.actors) for o in book.own().actors if o.source == path.name), 0) if checked.setting else 0
        documents = len(book.snapshot().documents) if taken else 0
    if as_json:
        put_json({"file": path.name, "actors": taken, "problems": checked.problems})
    else:
        print_problems(checked.problems)
        if taken:
            out.print(f"{counted(taken, 'actor')} of {path.name} taken in", markup=False)
        if documents:
            out.print(f"next: truceline reread --ledger {ledger}", markup=False)
    if not taken:
        raise typer.Exit(Exit.NOTHING)
    raise typer.Exit(Exit.PROBLEMS if checked.problems else Exit.ALL)


@actors.command("list")
def list_(
    ledger: LedgerOption = _HERE,
    unknown: Annotated[bool, typer.Option("--unknown", help="Names that no actor file has.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the actors the documents name, or the names no actor file has: what one's own file may add."""
    with opened(ledger) as book:
        strangers = book.unknown_actors() if unknown else ()
        known = () if unknown else book.snapshot().actors
    if as_json:
        put_json(strangers if unknown else known)
    elif unknown:
        rows = ((u.name, str(u.mentions), str(u.documents), u.id) for u in strangers)
        out.print(_table(("name", "mentions", "documents", "id"), rows), markup=False)
    else:
        out.print(_actor_table(known), markup=False)


@actors.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A name, as reports write it.", show_default=False)],
    ledger: LedgerOption = _HERE,
    on: Annotated[
        str | None, typer.Option(help="Day of the document (YYYY-MM-DD).", show_default=False, callback=full_day)
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Print whom a name means, in a document of a day where it has changed hands."""
    day = on[:10] if on else None
    registry = registry_with(_own(ledger)).at(Time(earliest=day, latest=day) if day else None)
    whole = _alias(name, registry)
    actor = registry.actors.get(whole.actor or "") if whole else None
    if as_json:
        put_json(actor)
    elif actor:
        out.print(_actor_table([actor]), markup=False)
    if actor is None:
        why = "several bear it in turn: give the day --on" if whole else "no actor of this name: it would be a new one"
        out.print(f"{name}: {why}", markup=False)
        raise typer.Exit(Exit.NOTHING)


def _own(ledger: Path) -> tuple[OwnActors, ...]:
    """A name can be looked up without a ledger, too."""
    if not ledger.exists():
        return ()
    with opened(ledger) as book:
        return book.own().actors


def _actor_table(found: Iterable[Actor]) -> Table:
    headings = ("name", "kind", "country", "belongs to", "speaks for", "other names", "id")
    return _table(headings, map(_row, found))


def _row(actor: Actor) -> tuple[str, ...]:
    others = "; ".join(say_names(actor))
    return actor.name, actor.kind, actor.country or "", actor.parent or "", actor.side or "", others, actor.id


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="")
    for heading in headings:
        table.add_column(heading)
    for row in rows:
        table.add_row(*row)
    return table


def _alias(name: str, registry: Registry) -> Alias | None:
    """The known name that the whole of some words is."""
    words = words_of(name)
    found = registry.longest(words, 0)
    return found[1] if found and found[0] == len(words) else None
