"""What a stated total says beside its kind: how many, laid to whom, and who states it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.model.account import FacetName
from truceline.model.amount import Quantity, Range
from truceline.model.span import Span
from truceline.weigh.dossier import Dossier, Report, group_of, held, range_value
from truceline.weigh.kit import WeighKit
from truceline.weigh.tellers import Teller

_BETWEEN = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}|")
"""Between a number and what it counts: "31 alleged violations"."""
_TIMES = re.compile(r"\s+times\b", re.IGNORECASE)
_CELL = re.compile(r"(?:^|\n)[^:\n]{1,40}: $")
"""Before a count that stands in a table's cell."""
_DIGIT = re.compile(r"\d")
_NEAR = 60
"""Characters behind a mention in which it may be told how many times."""
_SAID = {">=": "at least ", "<=": "up to ", ">": "more than ", "<": "fewer than ", "~": "about "}
_UNKNOWN = re.compile(r"\(publisher not known\)|^unnamed source\b")
_MOST_NAMED = 2
_HARMS: tuple[FacetName, ...] = ("killed", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """How many are counted, in words; to whom they are laid; who says so. Each "" where that is not told.

    `people` is said instead of what happened where people are counted: "at least 96 civilians killed, 240 injured".
    """

    count: str = ""
    people: str = ""
    accused: str = ""
    teller: str = ""


def stated_of(dossier: Dossier, tellers: dict[str, Teller], kit: WeighKit) -> Stated:
    """What the reports of one stated total say of it; rival numbers side by side."""
    counted = [(r, q) for r in dossier.reports for q in _counts(r)]
    counts = dict.fromkeys(said for _, q in counted if (said := _say(q)))
    people = dict.fromkeys(said for r, q in counted if (said := _people(dossier, r, q)))
    names = dict.fromkeys(tellers[v.id].name for v in dossier.heard)
    return Stated(
        count=" or ".join(counts), people=" or ".join(people), accused=_accused(dossier, kit), teller=_listed([*names])
    )


def _people(dossier: Dossier, report: Report, count: Quantity) -> str:
    """The harm that is counted, where the number is of people killed or hurt; "" where it is of happenings."""
    own = [v for v in dossier.heard if v.entry.id == report.entry.id]
    told = [(f, r) for _, f in held(own, *_HARMS) if f.polarity == "affirmed" and (r := range_value(f))]
    if not any(a <= count.start and count.end <= b for f, _ in told for a, b in f.spans):
        return ""
    first = {f.facet: (group_of(f), r) for f, r in reversed(told)}
    return ", ".join(
        " ".join(filter(None, (_say(r), "" if group == "total" else group.replace("_", " "), harm)))
        for harm, (group, r) in ((harm, first[harm]) for harm in _HARMS if harm in first)
    )


def _counts(report: Report) -> Iterator[Quantity]:
    """The number beside the first mention that has one; of a table's row the cell that counts."""
    reading = report.entry.reading
    firm = [q for q in reading.quantities if q.low == q.high or " " in q.text or _DIGIT.search(q.text)]
    for mention in report.incident.mentions:
        if (found := _beside(reading.prose, mention, firm)) is not None:
            yield found
            return
    cells = [q for q in reading.quantities if _CELL.search(reading.prose[: q.start])]
    if len(cells) == len(reading.quantities) == 1:
        yield cells[0]


def _beside(text: str, mention: Span, quantities: Sequence[Quantity]) -> Quantity | None:
    """The number right before what a mention counts, in it, or behind it ("violated the truce seven times")."""
    start, end = mention
    for q in quantities:
        if start <= q.start < end or (q.end <= start and _BETWEEN.fullmatch(text, q.end, start)):
            return q
    near = (q for q in quantities if end <= q.start <= end + _NEAR and "." not in text[end : q.start])
    return next((q for q in near if _TIMES.match(text, q.end)), None)


def _say(count: Quantity | Range) -> str:
    """A number as a title has it: "31", "at least 31", "22 to 31"; "" where it has no figure."""
    low, high = count.low, count.high
    if low is not None and high is not None and low != high:
        return f"{low} to {high}"
    value = low if low is not None else high
    if value is None:
        return ""
    shift = {">": -1, "<": 1}.get(count.comparator, 0)  # a bound is held as the first number beyond it
    return f"{_SAID.get(count.comparator, '')}{value + shift}"


def _accused(dossier: Dossier, kit: WeighKit) -> str:
    """The one to whom all of it is laid; a label that names nobody stands in quotes, and is its teller's own."""
    said = [f for v in dossier.heard for f in v.account.facets if f.facet in {"responsibility", "actor"}]
    found = {
        kit.actors[f.value].name if f.value in kit.actors else f"“{f.text.strip(' ,.;')}”"
        for f in said
        if f.polarity == "affirmed" and isinstance(f.value, str) and f.text.strip()
    }
    return found.pop() if len(found) == 1 else ""


def _listed(names: Sequence[str]) -> str:
    """Those who state it by name, the first of many."""
    named = [n for n in names if not _UNKNOWN.search(n)]
    if len(named) > _MOST_NAMED:
        return f"{named[0]} and {len(named) - 1} others"
    return " and ".join(named)
