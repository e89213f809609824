"""Commands that hold incidents against an agreement: take settings in, tally, check official tallies."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.asked_for import check_position
from truceline.cli.common import (
    DEFAULT_LEDGER,
    Exit,
    JsonOption,
    LedgerOption,
    counted,
    existing,
    fail,
    opened,
    out,
    put_json,
)
from truceline.cli.problems import print_problems
from truceline.cli.review import AnalystOption, ReasonOption, analyst_or_user, rule
from truceline.cli.tallying import print_tally
from truceline.model.snapshot import OfficialTally
from truceline.publish.names import names_of, say_actor
from truceline.publish.words import say_period
from truceline.review.ask import Ask
from truceline.runners.own_files import NUMBERS

FileArgument = Annotated[Path, typer.Argument(help="The file.", show_default=False)]
PolicyArgument = Annotated[Path | None, typer.Argument(help="The policy.", show_default=False)]
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


def disclosure(
    path: PolicyArgument = None,
    allow: Annotated[str | None, typer.Option(help="A name that may leave from now on.", show_default=False)] = None,
    ledger: LedgerOption = _HERE,
    analyst: AnalystOption = None,
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Take a disclosure policy in (TOML), allow a name, or without either list whose names do not leave."""
    if path is not None and allow is not None:
        fail("a policy or a name, not both at once", Exit.USAGE)
    if path is not None:
        _take("disclosure", path, ledger, as_json)
    if allow is not None:
        rule(ledger, Ask(verb="allow", targets=(allow,), analyst=analyst_or_user(analyst), reason=reason), as_json)
        return
    with opened(ledger) as book:
        names = book.withheld_names()
    if as_json:
        put_json({"withheld": [{"name": name, "times": times} for name, times in names]})
        return
    for name, times in names:
        out.print(f"{times:>5}  {name}", markup=False)
    out.print(f"{counted(len(names), 'name does', 'names do')} not leave; --allow NAME opens one", markup=False)


def number_words(path: FileArgument, ledger: LedgerOption = _HERE, as_json: JsonOption = False) -> None:
    """Take vague number words in (TOML): what "dozens" or "several" are taken to mean in texts read from then on."""
    _take(NUMBERS, path, ledger, as_json)


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
    if snapshot.agreements:
        check_position(position, snapshot.agreements, names_of(snapshot))
    found = [t for t in snapshot.tallies if position in {None, t.position}]
    if as_json:
        put_json({"tallies": found, "obligations": snapshot.obligations})
        return
    if not snapshot.agreements:
        out.print(f"no agreement in this ledger: truceline agree agreement.yaml --ledger {ledger}", markup=False)
        return
    print_tally(snapshot, position, by_day)


def check_tally(ledger: LedgerOption = _HERE, as_json: JsonOption = False) -> None:
    """Add official tallies up again from their stated parts, and name those that do not match."""
    with opened(ledger) as book:
        snapshot = book.snapshot()
    official, names = snapshot.official, names_of(snapshot)
    if as_json:
        put_json(official)
        return
    for stated in official:
        out.print(f"{_mark(stated)} {say_official(stated, names)}: {stated.sentence}", markup=False)
    wrong = sum(o.verdict == "does_not_add_up" for o in official)
    unknown = sum(o.verdict == "cannot_be_checked" for o in official)
    told = counted(len(official), "official tally", "official tallies")
    out.print(f"{told}: {counted(wrong, 'does', 'do')} not add up, {unknown} cannot be checked")


def say_official(stated: OfficialTally, names: Mapping[str, str]) -> str:
    """Whose tally it is, of what and when: "White Helmets (x1), 12 killed, 12 or 13 Mar 2016"."""
    sign = "" if stated.comparator == "=" else f"{stated.comparator} "
    when = stated.period or stated.day
    told = f"{say_actor(stated.teller, names)} ({stated.id}), {sign}{stated.stated:,} {stated.unit}"
    return f"{told}, {say_period(when)}" if when else told


def _mark(stated: OfficialTally) -> str:
    return {"adds_up": "  = ", "does_not_add_up": "  ≠ ", "cannot_be_checked": "  ? "}[stated.verdict]
