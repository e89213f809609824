"""Commands that hold incidents against an agreement: take settings in, tally, check stated totals."""

from collections.abc import Sequence
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
from truceline.model.snapshot import OfficialTally, Scope, Tally

FileArgument = Annotated[Path, typer.Argument(help="The file.", show_default=False)]
_HERE = Path(DEFAULT_LEDGER)


def agree(path: FileArgument, ledger: LedgerOption = _HERE, as_json: JsonOption = False) -> None:
    """Take an agreement in (YAML): parties, window with each one's position, zone, prohibitions, obligations."""
    _take("agreement", path, ledger, as_json)


def sources(path: FileArgument, ledger: LedgerOption = _HERE, as_json: JsonOption = False) -> None:
    """Take a source registry in (YAML): outlet, owner, country, affiliation."""
    _take("sources", path, ledger, as_json)


def tallies(path: FileArgument, ledger: LedgerOption = _HERE, as_json: JsonOption = False) -> None:
    """Take official tallies in (CSV): who stated which total, with which parts."""
    _take("tallies", path, ledger, as_json)


def disclosure(path: FileArgument, ledger: LedgerOption = _HERE, as_json: JsonOption = False) -> None:
    """Take a disclosure policy in (TOML): per category, how coarse, how late or whether at all a position leaves."""
    _take("disclosure", path, ledger, as_json)


def _take(kind: str, path: Path, ledger: Path, as_json: bool) -> None:
    existing([path])
    with opened(ledger, make=True) as book:
        checked = book.take_setting(kind, path)
    if as_json:
        name = checked.setting.name if checked.setting else None
        put_json({"kind": kind, "name": name, "problems": checked.problems})
    else:
        if checked.setting:
            out.print(f"{kind} {checked.setting.name} taken in", markup=False)
        print_problems(checked.problems)
    if checked.setting is None:
        raise typer.Exit(Exit.NOTHING)
    raise typer.Exit(Exit.PROBLEMS if checked.problems else Exit.ALL)


def tally(
    ledger: LedgerOption = _HERE,
    position: Annotated[str | None, typer.Option(help="Only this party's position on the window.")] = None,
    by_day: Annotated[bool, typer.Option("--by-day", help="One row a day.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Count alleged breaches per term, accused and accuser, for each position on when the truce held."""
    with opened(ledger) as book:
        snapshot = book.snapshot()
    found = [t for t in snapshot.tallies if position in {None, t.position}]
    if as_json:
        put_json({"tallies": found, "obligations": snapshot.obligations})
        return
    if not snapshot.agreements:
        out.print(f"no agreement in this ledger: truceline agree agreement.yaml --ledger {ledger}", markup=False)
        return
    out.print(_tally_table([t for t in found if (t.day is not None) == by_day] or found))
    out.print("each count is certainly within the terms + possibly within; alleged ≥ corroborated ≥ attributed")
    for duty in snapshot.obligations:
        sides = f"{counted(len(duty.kept), 'account')} for, {len(duty.broken)} against"
        out.print(f"  {duty.status}  {duty.text} ({sides})", markup=False)


def _tally_table(found: Sequence[Tally]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="")
    for name in ("position", "term", "accused", "accuser", "day", "alleged", "corroborated", "attributed", "accepted"):
        table.add_column(name)
    for t in found:
        counts = (_scope(t.alleged), _scope(t.corroborated), _scope(t.attributed))
        accepted = f"{t.accepted} of {t.accepted + t.proposed}"
        table.add_row(t.position, t.term, t.accused, t.accuser, t.day or "", *counts, accepted)
    return table


def _scope(scope: Scope) -> str:
    return f"{scope.certainly} + {scope.possibly}"


def check_tally(ledger: LedgerOption = _HERE, as_json: JsonOption = False) -> None:
    """Add stated totals up again from their stated parts, and name those that do not match."""
    with opened(ledger) as book:
        official = book.snapshot().official
    if as_json:
        put_json(official)
        return
    for stated in official:
        out.print(_mark(stated), stated.sentence, markup=False)
    wrong = sum(o.verdict == "does_not_add_up" for o in official)
    unknown = sum(o.verdict == "cannot_be_checked" for o in official)
    out.print(f"{counted(len(official), 'stated total')}: {wrong} do not add up, {unknown} cannot be checked")


def _mark(stated: OfficialTally) -> str:
    return {"adds_up": "  = ", "does_not_add_up": "  ≠ ", "cannot_be_checked": "  ? "}[stated.verdict]
