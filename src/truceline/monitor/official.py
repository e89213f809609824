"""`official-tallies.csv`: totals that parties and bodies stated, as a table."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from truceline.model.amount import Comparator
from truceline.model.problem import Problem
from truceline.model.snapshot import OfficialTally, Part
from truceline.monitor.adding import check_tally
from truceline.text.days import day_number

COLUMNS = (
    "id", "teller", "stated", "comparator", "unit", "period", "day", "accused", "parts", "source", "document",
)  # fmt: skip
SIGNS: tuple[str, ...] = get_args(Comparator)
_NEEDED = ("teller", "stated", "unit")
_COMPARATORS = (
    (r"more than|over|above|>(?!=)", ">"),
    (r"at least|no fewer than|>=", ">="),
    (r"fewer than|less than|under|<(?!=)", "<"),
    (r"up to|at most|<=", "<="),
    (r"about|around|some|nearly|~", "~"),
)
_NUMBER = re.compile(r"\d[\d  ,.]*\d|\d")
_LABELLED = re.compile(r"^(?P<label>.*?)[\s:=]*(?P<value>\d+)\s*(?:\((?P<inner>.*)\))?\s*$")


def parse_official(text: str, name: str) -> tuple[tuple[OfficialTally, ...], tuple[Problem, ...]]:
    """Tallies of a CSV text with the columns of `COLUMNS`, each already added up again.

    `stated` is a number, its `comparator` beside it, or words such as "more than 300"; `parts` is
    "combat=219; arrests=32", a part's own parts in brackets behind it or in a row of the same teller.
    A row that cannot be used is a Problem.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    missing = [c for c in _NEEDED if c not in (rows.fieldnames or ())]
    if missing:
        mend = f"the first line should name {', '.join(COLUMNS)}"
        return (), (_problem(f"{name}, line 1", "column_missing", f"no column {', '.join(missing)}", mend),)
    found: list[OfficialTally] = []
    problems: list[Problem] = []
    for row in rows:
        where = f"{name}, line {rows.line_num}"
        made = list(_tally({k: (v or "").strip() for k, v in row.items() if k}, where, len(found) + 1))
        found += [m for m in made if isinstance(m, OfficialTally)]
        problems += [m for m in made if isinstance(m, Problem)]
    return tuple(check_tally(_with_own_rows(t, found)) for t in found), tuple(problems)


def _with_own_rows(tally: OfficialTally, rows: Sequence[OfficialTally]) -> OfficialTally:
    """A tally whose parts are split up in rows of their own: same teller and period, the part's figure and name."""
    parts: list[Part] = []
    for part in tally.parts:
        parts.append(part)
        if part.of is None and not any(p.of == part.label for p in tally.parts):
            row = next((r for r in rows if r is not tally and _splits(r, tally, part)), None)
            parts += [replace(p, of=part.label) for p in row.parts if p.of is None] if row else []
    return replace(tally, parts=tuple(parts))


def _splits(row: OfficialTally, tally: OfficialTally, part: Part) -> bool:
    named = part.label.casefold() in row.unit.casefold() or row.unit.casefold() in part.label.casefold()
    return (row.teller, row.period, row.stated) == (tally.teller, tally.period, part.value) and named


def _tally(row: Mapping[str, str], where: str, rank: int) -> Iterator[OfficialTally | Problem]:
    for column in _NEEDED:
        if not row.get(column):
            yield _problem(f"{where}, field {column}", "field_missing", f"{column} is empty", "fill it in")
            return
    number = read_number(row["stated"])
    if number is None:
        yield _problem(f"{where}, field stated", "number_unreadable", f"{row['stated']!r} is no number", "write 42")
        return
    day = row.get("day") or None
    if day and day_number(day) is None:
        yield _problem(f"{where}, field day", "date_unreadable", f"{day!r} is no full ISO date", "write 2016-09-14")
        day = None
    parts = tuple(parse_parts(row.get("parts", "")))
    yield OfficialTally(
        id=row.get("id") or f"official-{rank}",
        teller=row["teller"],
        stated=number[0],
        comparator=row["comparator"] if row.get("comparator") in SIGNS else number[1],
        unit=row["unit"],
        period=row.get("period") or day or "",
        day=day,
        accused=row.get("accused") or None,
        parts=parts,
        added=None,
        verdict="cannot_be_checked",
        sentence="",
        document=row.get("document") or None,
        source=row.get("source", ""),
    )


def read_number(text: str) -> tuple[int, str] | None:
    """A stated number and its comparator: "more than 300" -> (300, ">")."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    before = text[: found.start()].casefold()
    sign = next((mark for words, mark in _COMPARATORS if re.search(words, before)), "=")
    return int(re.sub(r"\D", "", found.group())), sign


def parse_parts(text: str) -> Iterator[Part]:
    """Parts of "combat 219 (203; 16); arrests 32 (18; 5)"; a part without a label is numbered."""
    for rank, item in enumerate(_split(text), 1):
        m = _LABELLED.match(item)
        if m is None:
            continue
        label = m["label"].strip() or f"part {rank}"
        yield Part(label=label, value=int(m["value"]), text=item)
        for inner_rank, inner in enumerate(_split(m["inner"] or ""), 1):
            if own := _LABELLED.match(inner):
                name = own["label"].strip() or f"{label}, part {inner_rank}"
                yield Part(label=name, value=int(own["value"]), text=inner, of=label)


def _split(text: str) -> list[str]:
    """Items between semicolons outside brackets."""
    items, depth = [""], 0
    for c in text:
        depth += (c == "(") - (c == ")")
        if c == ";" and depth == 0:
            items.append("")
        else:
            items[-1] += c
    return [i.strip() for i in items if i.strip()]


def _problem(where: str, code: str, message: str, mend: str) -> Problem:
    return Problem(stage="monitor", where=where, code=code, message=message, mend=mend)
