"""The tally in the terminal: one block for each position on the window, one table for each term."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rich.table import Table

from truceline.cli.common import out
from truceline.model.agreement import Agreement, Position
from truceline.model.snapshot import ObligationStatus, Scope, Snapshot, Tally
from truceline.monitor.scope import is_located, within_zone
from truceline.monitor.tallies import count_tallies
from truceline.publish.names import names_of, say_actor
from truceline.publish.words import say_duty, say_moment, with_due

_ANY = "any"
_NOBODY = "not named"
_AREAS = 5
_NO_DAY, _ALL_DAYS = "no single day", "total"
_COMMON = frozenset({"government", "opposition", "army", "forces", "states", "council", "front"})
"""Last words of names that take an article."""
_HOW_TO_READ = """\
Counts are of incidents alleged to breach a term: certainly within the agreement's place and window, and behind the +
those that may be. Place not known: no located place is told, and nothing that places it in another country. No single
day: nobody gives a day, or it spans several. Corroborated: told by two independent lines, not both of the accuser's
side. Attributed: of these, laid to the accused by a named body that is no party, or admitted. Both are said of
incidents, over all accounts that name the accused: where several accuse, they stand beside "any accuser" alone. No
party named: no account says who acted, or only by a label that is no one party's (add it to that party's `labels` in
the agreement's file)."""


def print_tally(snapshot: Snapshot, position: str | None, by_day: bool) -> None:
    """Every agreement's counts for each position (or one party's), then its obligations."""
    names = names_of(snapshot)
    for agreement in snapshot.agreements:
        out.print(f"{agreement.name}\n", markup=False)
        for held in agreement.positions:
            if position in {None, held.party}:
                _print_position(agreement, held, _rows(snapshot, agreement, held, by_day), names)
        _print_strange_zone(agreement, snapshot)
        duties = [o for o in snapshot.obligations if o.agreement == agreement.id]
        if duties:
            out.print("Obligations, whichever position is taken:")
        for duty in duties:
            _print_duty(duty, snapshot)
    out.print(f"\n{_HOW_TO_READ}", markup=False)


def _print_strange_zone(agreement: Agreement, snapshot: Snapshot) -> None:
    """That no located incident at all lies in the zone, and where they lie: its name may be spelled otherwise there."""
    places = [i.place for i in snapshot.incidents if i.place is not None and is_located(i.place)]
    if not agreement.zone or not places or any(within_zone(p, agreement)[0] != "outside" for p in places):
        return
    areas = Counter(p.admin1 or p.country or p.name for p in places)
    told = ", ".join(f"{area} ({count})" for area, count in sorted(areas.items(), key=lambda a: (-a[1], a[0]))[:_AREAS])
    zone = ", ".join(agreement.zone)
    out.print(f"  No incident with a known place lies in the zone ({zone}). They lie in: {told}.", markup=False)
    out.print("  If one of these is meant, write its name under `zone` in the agreement's file.\n", markup=False)


def _rows(snapshot: Snapshot, agreement: Agreement, held: Position, by_day: bool) -> list[Tally]:
    """The whole counts; by day those of each day, of what has no single day, and of all days."""
    mine = [t for t in snapshot.tallies if (t.agreement, t.position) == (agreement.id, held.party)]
    whole = [t for t in mine if t.day is None]
    if not by_day:
        return whole
    dayless = [b for b in snapshot.breaches if (b.agreement, b.position, b.day) == (agreement.id, held.party, None)]
    undated = count_tallies(dayless, {i.id: i for i in snapshot.incidents})
    return [
        *(t for t in mine if t.day is not None),
        *(replace(t, day=_NO_DAY) for t in undated),
        *(replace(t, day=_ALL_DAYS) for t in whole if (t.accused, t.accuser) == (_ANY, _ANY)),
    ]


def _print_position(agreement: Agreement, held: Position, rows: Sequence[Tally], names: Mapping[str, str]) -> None:
    out.print(f"As {_with_the(say_actor(held.party, names))} sees the window: {_window(held)}", markup=False)
    if not rows:
        out.print("  no incident is alleged within it\n")
    for term in agreement.terms:
        mine = [t for t in rows if t.term == term.id]
        if mine:
            out.print(f"  {term.text}", markup=False)
            out.print(_term_table(_told_once(mine), names))
            _print_unplaced(mine)
            out.print()


def _print_unplaced(rows: Sequence[Tally]) -> None:
    """How many are possibly within only because nobody knows where they were."""
    whole = next((t for t in rows if (t.accused, t.accuser) == (_ANY, _ANY) and t.day in {None, _ALL_DAYS}), None)
    if whole and whole.alleged.unplaced:
        out.print(f"  place not known: {whole.alleged.unplaced} of the {whole.alleged.possibly} possibly within")


def _window(held: Position) -> str:
    began = f"began {say_moment(held.began)}" if held.began else "beginning not stated"
    return f"{began}; ended {say_moment(held.ended)}" if held.ended else f"{began}; holds that it had not ended"


def _with_the(name: str) -> str:
    common = name.casefold().rpartition(" ")[2] in _COMMON
    return f"the {name}" if common and not name.startswith(("the ", "The ")) else name


def _told_once(rows: Sequence[Tally]) -> list[Tally]:
    """Totals over accusers or accused only where they add several rows; the totals first."""
    pairs = [(t.day, t.accused, t.accuser) for t in rows if _ANY not in (t.accused, t.accuser)]
    return sorted(
        (t for t in rows if t.day == _ALL_DAYS or t.accuser != _ANY or _adds_several(t, pairs)),
        key=lambda t: (t.day == _ALL_DAYS, t.day or "", t.accused != _ANY, t.accused, t.accuser != _ANY, t.accuser),
    )


def _adds_several(total: Tally, pairs: Sequence[tuple[str | None, str, str]]) -> bool:
    """Whether a total over accusers adds several of a day's rows; one over all accused too those of several parties."""
    several = {p for p in pairs if p[0] == total.day and total.accused in (_ANY, p[1])}
    return len({p[1] for p in several} if total.accused == _ANY else several) > 1


def _term_table(rows: Sequence[Tally], names: Mapping[str, str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 2), header_style="dim")
    days = any(t.day for t in rows)
    for name in (
        *(("day",) if days else ()),
        "accused",
        "accuser",
        "alleged",
        "corroborated",
        "attributed",
        "accepted",
    ):
        table.add_column(name)
    before = ""
    over_all = {(t.day, t.accused) for t in rows if t.accuser == _ANY}
    for t in rows:
        accused = _accused(t, names)
        accuser = "" if t.accused == _ANY else "any accuser" if t.accuser == _ANY else names.get(t.accuser, t.accuser)
        shown = "" if accused == before and not days else accused
        before = accused
        share = t.accuser != _ANY and (t.day, t.accused) in over_all
        counts = (_scope(t.alleged), *(("", "") if share else (_scope(t.corroborated), _attributed(t))))
        table.add_row(
            *((t.day or "",) if days else ()), shown, accuser, *counts, f"{t.accepted} of {t.accepted + t.proposed}"
        )
    return table


def _accused(tally: Tally, names: Mapping[str, str]) -> str:
    if tally.accused == _ANY:
        return "in all"
    return "no party named" if tally.accused == _NOBODY else say_actor(tally.accused, names)


def _scope(scope: Scope) -> str:
    """Certainly within alone, or with a + those possibly so; a dash where there is none."""
    if not scope.certainly and not scope.possibly:
        return "-"
    return f"{scope.certainly} + {scope.possibly}" if scope.possibly else str(scope.certainly)


def _attributed(tally: Tally) -> str:
    by = f" by {', '.join(tally.attributed_by)}" if tally.attributed_by else ""
    return f"{_scope(tally.attributed)}{by}"


def _print_duty(duty: ObligationStatus, snapshot: Snapshot) -> None:
    names = {a.id: a.teller_name or a.line for i in snapshot.incidents for a in i.accounts}
    kept, broken, late = ([names.get(a, a) for a in ids] for ids in (duty.kept, duty.broken, duty.late))
    said = say_duty(duty.status, kept, broken, late) if kept or broken else "unknown: no account speaks to it"
    out.print(f"  {with_due(duty.text, duty.due)}", markup=False)
    out.print(f"    {said}", markup=False)
