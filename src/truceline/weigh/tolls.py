"""Casualties over all tellers: who last said what, which figures later ones replaced, and the range of the rest."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median_low
from typing import get_args

from truceline.model.account import FIGURES, Casualties, CasualtyGroup
from truceline.model.amount import Comparator, Range
from truceline.model.snapshot import Toll
from truceline.weigh.dossier import Dossier, Report, Voice, group_of, held, is_added, is_loose, range_value
from truceline.weigh.tellers import Teller

_WHOLE = ("civilians", "combatants", "security_forces")
"""Groups that do not overlap; the others are parts of them."""
_WIDE = 3
"""How many times its lower end the upper one of a range may be for its middle to say something."""
_MORE = "later"
"""The group of those who died of their wounds, told by somebody who does not say of how many dead they are more."""
_PART = re.compile(
    r"\bof (?:the|those|its|their|these) (?:\w+ )?(?:dead|killed|victims|slain|fatalities|bodies|wounded|injured)\b"
)
"""Words of a number that is of some of those counted elsewhere: "two of the dead"."""
_DESCRIBED = re.compile(
    r"(?:his|her|their|its|my|our|an?) (?!(?:dozen|score|hundred|couple|pair|number|few)\b)", re.IGNORECASE
)
_ONE = re.compile(r"\b(?:one|1|single|only)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One account's standing figure for a facet and group.

    `whole` where a document as a whole has it as its total; `part` where that total is larger and this is of a group.
    """

    line: str
    group: str
    range: Range
    whole: bool = False
    part: bool = False
    account: str = ""
    teller: str = ""
    """Who says it in which document; "" where that is not asked."""


def superseded_by(voices: Sequence[Voice], tellers: Mapping[str, Teller]) -> dict[str, str]:
    """By account id the later account of the same teller that gives another figure for the same facet."""
    ended: dict[str, str] = {}
    latest: dict[tuple[str, ...], Voice] = {}
    for v in sorted(voices, key=lambda v: (v.published or "", v.id)):
        for _, f in held([v], *FIGURES):
            if f.polarity == "open":
                continue  # a figure that others doubt takes nothing back
            key = (tellers[v.id].speaker, *tellers[v.id].through, f.facet, group_of(f))
            before = latest.get(key)
            if before is not None and before.published and v.published and before.published < v.published:
                ended[before.id] = v.id
            latest[key] = v
    return ended


def figures(
    dossier: Dossier,
    facet: str,
    lines: Mapping[str, str],
    superseded: Mapping[str, str],
    tellers: Mapping[str, Teller],
) -> list[Figure]:
    """Standing figures of a facet: what tellers say, and each report's own total where one of its tellers says it.

    A teller who speaks of one of several people ("a man of 25 was wounded") names a part, not a rival total; "dozens"
    beside a count of the same report is that count.
    """
    found: list[Figure] = []
    for report in dossier.reports:
        voices = [
            v for v in dossier.heard if v.entry.id == report.entry.id and v.account.incident == report.incident.key
        ]
        standing = [v for v in voices if v.id not in superseded]
        told = [
            Figure(line=lines[v.id], group=group_of(f), range=value, account=v.id, part=bool(_PART.search(f.text)))
            for v, f in held(standing, facet)
            if f.polarity == "affirmed" and not is_added(f) and (value := range_value(f))
        ]
        told = _with_added(told, standing, facet, (dossier, lines, superseded))
        stated = report.incident.killed if facet == "killed" else report.incident.injured
        counts = stated is not None and (not voices or _is_told(stated, told) or _is_spared(stated, told, standing))
        whole = stated if counts and not _rejected_too(dossier, report, facet) else None
        whole = None if whole is not None and _are_described(whole, told) else whole
        told = [replace(f, teller=f"{report.entry.id} {tellers[f.account].speaker}") for f in told]
        found += [replace(f, part=f.part or _is_among(f, stated)) for f in told if not _is_said_by(f.range, whole)]
        if whole is not None:
            group = _group_of(whole, told or _spared(whole, standing))
            found.append(Figure(line=_line_of(whole, told, report), group=group, range=whole, whole=True))
    return found


def _with_added(
    told: Sequence[Figure],
    voices: Sequence[Voice],
    facet: str,
    known: tuple[Dossier, Mapping[str, str], Mapping[str, str]],
) -> list[Figure]:
    """The figures with those who died later of their wounds: more than the teller said before.

    Where the same account counts the dead it may have counted them in; where an earlier one did it can't have. Of a
    teller who said nothing before they are so many at least, and no low for anybody who counts all the dead.
    """
    dossier, lines, superseded = known
    out = list(told)
    for v, added in held(voices, facet):
        more = range_value(added) if added.polarity == "affirmed" and is_added(added) else None
        if more is None or more.low is None:
            continue
        own = [f for f in told if f.account == v.id and f.group == "total"]
        before = [e for e in dossier.heard if superseded.get(e.id) == v.id]
        earlier = [r for _, f in held(before, facet) if not is_added(f) and (r := range_value(f))]
        base = _widest([f.range for f in own] or earlier) if own or earlier else None
        out = [f for f in out if f not in own]
        made = _raised(base, more, counted=bool(own)) if base else replace(more, high=None, comparator=">=")
        out.append(Figure(line=lines[v.id], group="total" if base else _MORE, range=made, account=v.id))
    return out


def _raised(base: Range, more: Range, *, counted: bool) -> Range:
    """A figure with the later dead: on top of it, or, where it may have `counted` them, up to that."""
    low = (base.low or 0) + (0 if counted else more.low or 0)
    high = None if base.high is None or more.high is None else base.high + more.high
    sign: Comparator = ">=" if high is None else "=" if low == high else "between"
    return Range(low=low, high=high, text=f"{base.text}; {more.text}", comparator=sign)


def _are_described(whole: Range, told: Sequence[Figure]) -> bool:
    """Whether a report's total is of people it describes ("her husband and her son"), who are among those it counts."""
    return _DESCRIBED.match(whole.text) is not None and any(_point(f.range) > _point(whole) for f in told if not f.part)


def _is_told(whole: Range, told: Sequence[Figure]) -> bool:
    """Whether a report's total, end by end, is what its accounts say or what one account's groups add up to."""
    ranges = [f.range for f in told] + [f.range for f in _totals(told)]
    return whole.low in {r.low for r in ranges} and whole.high in {r.high for r in ranges}


def _is_spared(whole: Range, told: Sequence[Figure], standing: Sequence[Voice]) -> bool:
    """Whether a report has nobody killed because an account says that nobody was hurt."""
    return not told and bool(_spared(whole, standing))


def _spared(whole: Range, standing: Sequence[Voice]) -> list[Figure]:
    """Those of whom accounts say that none was hurt, in the words by which a report has none killed."""
    hurt = [
        (v, f, value) for v, f in held(standing, "injured") if f.polarity == "affirmed" and (value := range_value(f))
    ]
    return [
        Figure(line=v.id, group=group_of(f), range=value)
        for v, f, value in hurt
        if whole.high == value.high == 0 and value.text == whole.text
    ]


def _rejected_too(dossier: Dossier, report: Report, facet: str) -> bool:
    """Whether an account with such a figure was rejected: the report's own total counted it in."""
    rejected = [v for v in dossier.voices if v not in dossier.heard and v.entry.id == report.entry.id]
    return any(held([v for v in rejected if v.account.incident == report.incident.key], facet))


def _is_part(said: Range, whole: Range | None) -> bool:
    """Whether a figure of one person stands beside a larger total of the same report and does not count: "one dead"."""
    if whole is None or _point(said) != 1 or _point(whole) <= 1:
        return False
    return not _ONE.search(said.text)


def _is_said_by(said: Range, whole: Range | None) -> bool:
    """Whether a report's total says the figure too: it is a part of it, or a loose word for so many."""
    loose = whole is not None and is_loose(said) and not is_loose(whole) and (whole.low or 0) >= (said.low or 0)
    return loose or _is_part(said, whole)


def _is_among(said: Figure, whole: Range | None) -> bool:
    """Whether a figure is of people of a group who were among the larger number of the same report."""
    return whole is not None and said.group not in {"total", _MORE, *_WHOLE} and _point(said.range) < _point(whole)


def _group_of(whole: Range, told: Sequence[Figure]) -> str:
    """The group a report's total is of, where it tells that number of one group alone: "140 fighters"."""
    groups = {f.group for f in told if (f.range.low, f.range.high) == (whole.low, whole.high)}
    return groups.pop() if len(groups) == 1 and groups <= set(_WHOLE) else "total"


def _line_of(whole: Range, told: Sequence[Figure], report: Report) -> str:
    """The line that has a report's total for its own; the report itself where none has."""
    own = (f.line for f in told if (f.range.low, f.range.high) == (whole.low, whole.high))
    return next(own, report.entry.id)


def toll(said: Sequence[Figure]) -> Toll | None:
    """Range over all that is told as a total: the lowest number and the highest, each end open where any teller's is.

    Best is the middle one of the reports' totals, one a line; of all lines' totals where no report has one. All of
    them are numbers that somebody told, or what one account's separate groups add up to: none is an average.
    """
    said = _but_spared([f for f in said if not f.part] or said)
    totals = _totals([f for f in said if f.group != _MORE]) or _totals(said)
    if not totals:
        return None
    lows, highs = [f.range.low for f in totals], [f.range.high for f in totals]
    high = _highest(highs)
    middle = _one_a_line([f for f in said if f.whole]) or _one_a_line(totals)
    return Toll(
        low=_lowest(lows),
        best=median_low(sorted(_told_best(r) for r in middle)),
        high=high,
        most=max((n for n in (*lows, *highs) if n is not None), default=None) if high is None else None,
    )


def _but_spared(said: Sequence[Figure]) -> list[Figure]:
    """The figures but for "no civilian was hurt", where all the dead that anybody counts are told to be others.

    Beside a total of the same report, whose dead may be others, what one teller says of a group is no total either.
    """
    spared = {f.group for f in said if f.range.high == 0 and f.group in _WHOLE}
    harmed = {f.group for f in said if f.range.high != 0}
    others = bool(harmed) and harmed <= set(_WHOLE) - spared
    beside = any(f.whole and f.group == "total" and f.range.high != 0 for f in said) and harmed.isdisjoint(spared)
    # "nobody died" is a total whoever else counts fighters: the lowest number that anybody tells
    nobody = [f for f in said if f.range.high == 0 and f.group in _WHOLE and (others or (beside and not f.whole))]
    return [f for f in said if f not in nobody]


def _totals(said: Sequence[Figure]) -> list[Figure]:
    """Each report's total, and each of its tellers': their largest figure, else what their groups add up to."""
    by_teller: dict[tuple[str, str], list[Figure]] = {}
    for f in said:
        if not f.whole:
            by_teller.setdefault((f.line, f.teller or f.account), []).append(f)
    found = [f for f in said if f.whole]
    for (line, _), own in sorted(by_teller.items()):
        stated = [f.range for f in own if f.group == "total"]
        total = _widest(stated) if stated else _added(own)
        found.append(Figure(line=line, group="total", range=total, account=own[0].account))
    return found


def _one_a_line(totals: Sequence[Figure]) -> list[Range]:
    """The largest total of each line."""
    by_line: dict[str, list[Range]] = {}
    for f in totals:
        by_line.setdefault(f.line, []).append(f.range)
    return [_widest(by_line[line]) for line in sorted(by_line)]


def _told_best(r: Range) -> int:
    """The number a range has for its best one: the one its words are (a table's "best"), else its lower end."""
    ends = (r.low or 0, r.high)
    number = int(r.text) if r.text.strip().isdecimal() else None
    if number is not None and ends[0] <= number and (ends[1] is None or number <= ends[1]):
        return number
    return r.low if r.low is not None else r.high or 0


def _widest(ranges: Sequence[Range]) -> Range:
    """The largest of one teller's totals: its smaller numbers are mostly parts of it."""
    return max(ranges, key=lambda r: (_point(r), r.low or 0))


def _added(parts: Sequence[Figure]) -> Range:
    """Groups that do not overlap added up; where only parts of groups are named, the largest of them."""
    whole = {f.group: f.range for f in sorted(parts, key=lambda f: _point(f.range)) if f.group in _WHOLE}
    chosen = list(whole.values()) or [_widest([f.range for f in parts])]
    highs = [r.high for r in chosen]
    return Range(
        low=sum(r.low or 0 for r in chosen),
        high=None if None in highs else sum(h for h in highs if h is not None),
        text=", ".join(r.text for r in chosen),
        comparator="between",
    )


def _point(r: Range) -> int:
    """One number for a range: its middle, or the end that is known; of one too wide for a middle, its lower end."""
    if r.low is None or r.high is None:
        return r.low if r.low is not None else r.high or 0
    if r.high > _WIDE * max(r.low, 1):
        return r.low
    return (r.low + r.high) // 2


def by_group(killed: Sequence[Figure], injured: Sequence[Figure]) -> tuple[Casualties, ...]:
    """Killed and injured of every group anybody names, over all lines."""
    return tuple(
        Casualties(group=group, killed=_span(killed, group), injured=_span(injured, group))
        for group in get_args(CasualtyGroup)
        if any(f.group == group for f in (*killed, *injured))
    )


def _span(said: Sequence[Figure], group: str) -> Range | None:
    found = [f.range for f in said if f.group == group]
    if not found:
        return None
    low, high = _lowest([r.low for r in found]), _highest([r.high for r in found])
    return Range(
        low=low,
        high=high,
        text="; ".join(sorted({r.text for r in found})),
        comparator=">=" if high is None else "<=" if low is None else "=" if low == high else "between",
    )


def _lowest(lows: Sequence[int | None]) -> int | None:
    """The lowest number; None where any end is open."""
    return None if None in lows else min(n for n in lows if n is not None)


def _highest(highs: Sequence[int | None]) -> int | None:
    """The highest number; None where any end is open."""
    return None if None in highs else max(n for n in highs if n is not None)
