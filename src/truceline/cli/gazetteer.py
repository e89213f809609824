"""Commands about one's own gazetteer: take one in, look a name up."""

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
from truceline.cli.problems import print_problems
from truceline.runners.local import kit_with
from truceline.runners.own import Own
from truceline.store.own_places import OwnLayer

gazetteer = typer.Typer(no_args_is_help=True, help="Places of one's own, and what a name may mean.")
_HERE = Path(DEFAULT_LEDGER)


@gazetteer.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="A GeoNames dump (.zip, .txt), CSV or GeoJSON.", show_default=False)],
    ledger: LedgerOption = _HERE,
    as_json: JsonOption = False,
) -> None:
    """Take places in: a GeoNames country dump, a CSV, or GeoJSON points and polygons with names, zones too."""
    existing([path])
    with opened(ledger, make=True) as book:
        imported = book.take_gazetteer(path)
        documents = len(book.snapshot().documents) if imported.places else 0
    if as_json:
        put_json({"file": path.name, "places": len(imported.places), "problems": imported.problems})
    else:
        print_problems(imported.problems)
        if imported.places:
            out.print(f"{counted(len(imported.places), 'place')} of {path.name} taken in", markup=False)
        if documents:
            out.print(f"next: truceline reread --ledger {ledger}", markup=False)
    if not imported.places:
        raise typer.Exit(Exit.NOTHING)
    raise typer.Exit(Exit.PROBLEMS if imported.problems else Exit.ALL)


@gazetteer.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A place name, in any of its spellings.", show_default=False)],
    ledger: LedgerOption = _HERE,
    as_json: JsonOption = False,
) -> None:
    """Print every place a name may mean, one's own first, then the most populous."""
    found = kit_with(Own(places=_own(ledger))).read.gazetteer.candidates(name)
    if as_json:
        put_json(found)
    elif found:
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="")
        for heading in ("name", "kind", "admin", "country", "latitude", "longitude", "km", "people", "id", "from"):
            table.add_column(heading)
        for c in found:
            where = " / ".join(n for n in (c.admin2, c.admin1) if n)
            spot = (f"{c.lat:.4f}", f"{c.lon:.4f}", f"{c.radius_km:g}")
            known = str(c.geonameid) if c.geonameid else ""
            table.add_row(c.name, c.feature, where, c.country, *spot, f"{c.population:,}", known, c.source)
        out.print(table, markup=False)
    if not found:
        out.print(f"{name}: no place of this name: truceline gazetteer import FILE adds places", markup=False)
        raise typer.Exit(Exit.NOTHING)


def _own(ledger: Path) -> tuple[OwnLayer, ...]:
    """A name can be looked up without a ledger, too."""
    if not ledger.exists():
        return ()
    with opened(ledger) as book:
        return book.own().places
