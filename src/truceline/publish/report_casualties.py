"""Casualties by group."""

from collections import defaultdict
from collections.abc import Sequence

from truceline.model.amount import Range
from truceline.model.snapshot import Toll
from truceline.publish import words
from truceline.publish.report_scene import Row, Scene, single, sum_tolls


def casualty_rows(scene: Scene) -> tuple[Row, ...]:
    """Killed and injured by group, over incidents with at least two independent lines."""
    groups: dict[str, list[tuple[Range | None, Range | None, str]]] = defaultdict(list)
    for incident in single(scene.incidents):
        if incident.independent_lines >= 2:
            for one in incident.casualties:
                groups[one.group].append((one.killed, one.injured, incident.id))
    return tuple(
        Row(
            head=words.heading(group),
            cells=(_sum_ranges([k for k, _, _ in found]), _sum_ranges([i for _, i, _ in found])),
            incidents=scene.numbered([i for _, _, i in found]),
        )
        for group, found in sorted(groups.items())
    )


def _sum_ranges(ranges: Sequence[Range | None]) -> str:
    return sum_tolls([Toll(low=r.low, best=None, high=r.high) for r in ranges if r is not None])
