"""Casualties over all tellers: who last said what, which figures later ones replaced, and the range of the rest."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import get_args

from truceline.model.account import FIGURES, Casualties, CasualtyGroup
from truceline.model.amount import Range
from truceline.model.snapshot import Toll
from truceline.weigh.dossier import Dossier, Report, Voice, group_of, held, range_value
from truceline.weigh.tellers import Teller

_WHOLE = ("civilians", "combatants", "security_forces")
"""Groups that do not overlap; the others are parts of them."""
_WIDE = 3
"""How many times its lower end the upper one of a range may be for its middle to say something."""
_ONE = re.compile(r"\b(?:one|1|single|only)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line's standing figure for one facet and group; `whole` where a document as a whole has it as its total."""

    line: str
    group: str
    range: Range
    whole: bool = False


def superseded_by(voices: Sequence[Voice], tellers: Mapping[str, Teller]) -> dict[str, str]:
    """By account id the later account of the same teller that gives another figure for the same facet."""
    ended: dict[str, str] = {}
    latest: dict[tuple[str, str, str], Voice] = {}
    for v in sorted(voices, key=lambda v: (v.published or "", v.id)):
        for _, f in held([v], *FIGURES):
            key = (tellers[v.id].speaker, f.facet, group_of(f))
            before = latest.get(key)
            if before is not None and before.published and v.published and before.published < v.published:
                ended[before.id] = v.id
            latest[key] = v
    return ended


def figures(dossier: Dossier, facet: str, lines: Mapping[str, str], superseded: Mapping[str, str]) -> list[Figure]:
    """Standing figures of a facet: each report's own total, and what its tellers say beside it.

    A teller who speaks of one of several people ("a man of 25 was wounded") names a part, not a rival total.
    """
    found: list[Figure] = []
    for report in dossier.reports:
        voices = [
            v for v in dossier.heard if v.entry.id == report.entry.id and v.account.incident == report.incident.key
        ]
        standing = [v for v in voices if v.id not in superseded]
        told = [
            Figure(line=lines[v.id], group=group_of(f), range=value)
            for v, f in held(standing, facet)
            if f.polarity == "affirmed" and (value := range_value(f))
        ]
        whole = report.incident.killed if facet == "killed" else report.incident.injured
        found += [f for f in told if not _is_part(f.range, whole)]
        if whole is not None and (standing or not voices) and not _rejected_too(dossier, report, facet):
            found.append(Figure(line=_line_of(whole, told, report), group="total", range=whole, whole=True))
    return found


def _rejected_too(dossier: Dossier, report: Report, facet: str) -> bool:
    """Whether an account with such a figure was rejected: the report's own total counted it in."""
    rejected = [v for v in dossier.voices if v not in dossier.heard and v.entry.id == report.entry.id]
    return any(held([v for v in rejected if v.account.incident == report.incident.key], facet))


def _is_part(said: Range, whole: Range | None) -> bool:
    """Whether a figure of one person stands beside a larger total of the same report and does not count: "one dead"."""
    if whole is None or _point(said) != 1 or _point(whole) <= 1:
        return False
    return not _ONE.search(said.text)


def _line_of(whole: Range, told: Sequence[Figure], report: Report) -> str:
    """The line that has a report's total for its own; the report itself where none has."""
    own = (f.line for f in told if (f.range.low, f.range.high) == (whole.low, whole.high))
    return next(own, report.entry.id)


def toll(said: Sequence[Figure]) -> Toll | None:
    """Range over all lines: lowest floor, highest top (open where any is).

    Best is the middle of the reports' totals, one a line; of all lines' totals where no report has one.
    """
    totals = _totals(said)
    if not totals:
        return None
    lows = [r.low for r in totals if r.low is not None]
    highs = [r.high for r in totals if r.high is not None]
    low = min(lows) if lows else 0
    top = None if len(highs) < len(totals) else max(highs)
    middle = _totals([f for f in said if f.whole]) or totals
    best = median_low(sorted(_point(r) for r in middle))
    best = max(best, low) if top is None else min(max(best, low), top)
    return Toll(low=low, best=best, high=top)


def _totals(said: Sequence[Figure]) -> list[Range]:
    """One range a line: its stated total, else what its groups add up to."""
    by_line: dict[str, list[Figure]] = {}
    for f in said:
        by_line.setdefault(f.line, []).append(f)
    found = []
    for line in sorted(by_line):
        stated = [f.range for f in by_line[line] if f.whole] or [f.range for f in by_line[line] if f.group == "total"]
        found.append(_widest(stated) if stated else _added(by_line[line]))
    return found


def _widest(ranges: Sequence[Range]) -> Range:
    """The largest of one line's totals: a line's smaller numbers are mostly parts of it."""
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
    highs = [r.high for r in found]
    low, high = min(r.low or 0 for r in found), None if None in highs else max(h for h in highs if h is not None)
    return Range(
        low=low,
        high=high,
        text="; ".join(sorted({r.text for r in found})),
        comparator=">=" if high is None else "=" if low == high else "between",
    )
