"""Casualties by group, with the tellers of each figure: a figure counts where two lines of evidence have one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.model.amount import Range
from truceline.model.plain import to_plain
from truceline.model.snapshot import Incident, LedgerAccount, Toll
from truceline.publish import words
from truceline.publish.report_scene import NOT_KNOWN, Row, Scene, single, sum_tolls

_HARMS = ("killed", "injured")
_MOST_TOLD = 3
"""Tellers, and figures of one line, that a cell names before it only counts the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is told of one group's harm in one incident, by whom, and on how many lines of evidence."""

    group: str
    harm: str
    incident: str
    range: Range
    most: int | None
    """The highest number told."""
    tellers: tuple[str, ...]
    lines: int


def casualty_rows(scene: Scene) -> tuple[Row, ...]:
    """By group: killed, injured, according to whom; beside them figures that only one line has, not added up."""
    groups: dict[str, list[_Told]] = defaultdict(list)
    for incident in single(scene.incidents):
        for one in _told(incident):
            groups[one.group].append(one)
    return tuple(_row(group, groups[group], scene) for group in sorted(groups))


def _told(incident: Incident) -> Iterator[_Told]:
    for one in incident.casualties:
        for harm, stated in zip(_HARMS, (one.killed, one.injured), strict=True):
            if stated is None:
                continue
            given = {a.id: _given(a, harm, one.group, stated) for a in incident.accounts}
            tellers = [a for a in incident.accounts if given[a.id]]
            if tellers:
                yield _Told(
                    group=one.group,
                    harm=harm,
                    incident=incident.id,
                    range=stated,
                    most=max((n for ends in given.values() for n in ends), default=None),
                    tellers=tuple(dict.fromkeys(a.teller_name or NOT_KNOWN for a in tellers)),
                    lines=len({a.line for a in tellers}),
                )


def _given(account: LedgerAccount, harm: str, group: str, stated: Range) -> list[int]:
    """The ends of the figures of the group that an account which stands gives within its range over all tellers."""
    if account.review == "rejected" or account.superseded_by:
        return []
    values = [to_plain(f.value) for f in account.facets if f.facet == harm and f.polarity == "affirmed"]
    own = [v for v in values if isinstance(v, dict) and v.get("group") == group and _within(v, stated)]
    return [n for v in own for n in (v.get("low"), v.get("high")) if n is not None]


def _within(value: dict[str, int | None], stated: Range) -> bool:
    low, high = value.get("low") or 0, value.get("high")
    return low >= (stated.low or 0) and (stated.high is None or (high is not None and high <= stated.high))


def _row(group: str, told: Sequence[_Told], scene: Scene) -> Row:
    counted = [t for t in told if t.lines > 1]
    return Row(
        head=words.heading(group),
        cells=(
            *(_sum([t for t in counted if t.harm == harm]) for harm in _HARMS),
            _listed(list(dict.fromkeys(name for t in counted for name in t.tellers)), ", ") or NOT_KNOWN,
            _listed([_say(t, scene) for t in told if t.lines < 2], "; ") or "none",
        ),
        incidents=scene.numbered([t.incident for t in counted]),
    )


def _sum(told: Sequence[_Told]) -> str:
    return sum_tolls([_toll(t) for t in told])


def _toll(told: _Told) -> Toll:
    return Toll(low=told.range.low, best=None, high=told.range.high, most=told.most)


def _say(told: _Told, scene: Scene) -> str:
    figure = words.say_toll(_toll(told))
    return f"{told.harm} {figure} in {scene.numbers[told.incident]}, according to {', '.join(told.tellers)}"


def _listed(said: Sequence[str], by: str) -> str:
    """The first few, and how many there are besides."""
    more = len(said) - _MOST_TOLD
    return by.join(said) if more <= 0 else f"{by.join(said[:_MOST_TOLD])} and {more} more"
