"""Official tallies as bars: the stated total in outline, its stated parts inside, on one scale for each unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model.snapshot import OfficialTally
from truceline.publish.names import say_actor
from truceline.publish.words import parsed_day, say_day, say_period

WIDTH = 640.0
GROUND = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One stated part as drawn; `beyond` where it runs past the stated total."""

    x: float
    width: float
    label: str
    value: int
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedBar:
    """One stated total: its outline, its parts, and a sentence on whether they add up."""

    id: str
    teller: str
    when: str
    stated: str
    unit: str
    width: float
    pieces: tuple[Piece, ...]
    verdict: str
    sentence: str
    source: str
    document: str | None
    ledger: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitGroup:
    """Totals in one unit: only these share a scale."""

    unit: str
    bars: tuple[StatedBar, ...]


def official_bars(tallies: Sequence[OfficialTally], names: Mapping[str, str]) -> tuple[UnitGroup, ...]:
    """Every official tally, grouped by unit, in order of day."""
    units: dict[str, list[OfficialTally]] = {}
    for tally in sorted(tallies, key=lambda t: (t.day or "9999", t.id)):
        units.setdefault(tally.unit, []).append(tally)
    return tuple(UnitGroup(unit=unit, bars=_bars(group, names)) for unit, group in units.items())


def _bars(group: Sequence[OfficialTally], names: Mapping[str, str]) -> tuple[StatedBar, ...]:
    most = max(max(t.stated, _sum(t)) for t in group) or 1
    return tuple(_bar(t, (WIDTH - GROUND) / most, names) for t in group)


def _sum(tally: OfficialTally) -> int:
    return sum(p.value for p in tally.parts if p.of is None)


def _bar(tally: OfficialTally, scale: float, names: Mapping[str, str]) -> StatedBar:
    pieces, at = [], 0.0
    for n, part in enumerate(p for p in tally.parts if p.of is None):
        width = part.value * scale
        pieces.append(Piece(x=at, width=width, label=part.label, value=part.value, shade=n % 2))
        at += width
    own = tally.ledger
    day = parsed_day(tally.day)
    return StatedBar(
        id=tally.id,
        teller=say_actor(tally.teller, names),
        when=say_day(day) if day else say_period(tally.period),
        stated=f"{'' if tally.comparator == '=' else tally.comparator + ' '}{tally.stated:,} {tally.unit}",
        unit=tally.unit,
        width=tally.stated * scale,
        pieces=tuple(pieces),
        verdict=tally.verdict,
        sentence=tally.sentence,
        source=tally.source,
        document=tally.document,
        ledger=f"{own.certainly} certainly and {own.possibly} possibly within" if own else "",
        said=f"{tally.stated} {tally.unit}; " + ", ".join(f"{p.label} {p.value}" for p in tally.parts),
    )
