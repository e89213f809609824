"""What an analyst wrote into a review sheet made into rulings; a line that cannot be used is a Problem."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from truceline.model.problem import Problem
from truceline.model.sheet import Sheet
from truceline.review.ask import Ask, Desk
from truceline.review.sheet import ACCOUNTS, PAIRS
from truceline.review.sheet_accounts import AccountRulings
from truceline.review.sheet_changed import changed_cells
from truceline.review.sheet_lines import Line, LineError, Ruler, lines_of, sheet_problem
from truceline.review.sheet_pairs import PairRulings


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Rulings to record, how many lines' rulings stand already, and lines that cannot be used."""

    asks: tuple[Ask, ...]
    known: int
    problems: tuple[Problem, ...]


def plan_rulings(sheets: Sequence[Sheet], desk: Desk, ruler: Ruler) -> Plan:
    """Rulings of the sheets for review among `sheets`, each against the ledger as it is on the desk."""
    named = {s.name.strip().casefold(): s for s in reversed(sheets)}
    plans = [_planned(named[kind.sheet], kind, desk, ruler) for kind in _KINDS if kind.sheet in named]
    if not plans:
        mend = "export one with `truceline export --review --out FILE.xlsx`"
        absent = sheet_problem(ruler.file, "sheet_missing", f"it has no sheet {ACCOUNTS} and none {PAIRS}", mend)
        return Plan(asks=(), known=0, problems=(absent,))
    return Plan(
        asks=tuple(a for p in plans for a in p.asks),
        known=sum(p.known for p in plans),
        problems=tuple(q for p in plans for q in p.problems),
    )


class _Rules(Protocol):
    """Lines to their ruling, None where it stands already. Raises LineError."""

    def rule(self, group: Sequence[Line], /) -> Ask | None:
        """The ruling that these lines make together."""
        ...


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of sheet: the columns it needs, which of its lines go together, and who makes rulings of them."""

    sheet: str
    needed: tuple[str, ...]
    group: Callable[[Iterable[Line]], list[list[Line]]]
    rules: Callable[[Desk, Ruler], _Rules]


def _planned(sheet: Sheet, kind: _Kind, desk: Desk, ruler: Ruler) -> Plan:
    lines, problems = lines_of(sheet, kind.needed, ruler.file)
    if kind.sheet == ACCOUNTS:
        problems.extend(changed_cells(lines, desk))
    rules = kind.rules(desk, ruler)
    asks: list[Ask] = []
    known = 0
    for group in kind.group(_folded(line) for line in lines):
        try:
            ask = rules.rule(group)
        except LineError as error:
            problems.extend(error.problems)
            continue
        known += ask is None
        asks += [ask] if ask else []
    return Plan(asks=tuple(asks), known=known, problems=tuple(problems))


def _folded(line: Line) -> Line:
    """A blank ruling beside a new value means an edit."""
    ruling = line["ruling"].casefold() or ("edit" if line["new value"] else "")
    return replace(line, cells={**line.cells, "ruling": ruling, "facet": line["facet"].casefold()})


def _by_account(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines of each account that has a ruling; its unruled lines too, since they bear its state."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line["account"] or line.where, []).append(line)
    return [group for group in groups.values() if any(line["ruling"] for line in group)]


def _one_by_one(lines: Iterable[Line]) -> list[list[Line]]:
    return [[line] for line in lines if line["ruling"]]


_KINDS = (
    _Kind(ACCOUNTS, ("account", "facet", "no", "ruling", "new value", "state"), _by_account, AccountRulings),
    _Kind(PAIRS, ("first", "second", "ruling", "state"), _one_by_one, PairRulings),
)
