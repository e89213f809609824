"""Points that would overlap on a map, brought together."""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Where the members lie in the middle, and which they are (indices into the points given)."""

    x: float
    y: float
    members: tuple[int, ...]


def clustered(points: Sequence[Point], distance: float) -> tuple[Cluster, ...]:
    """Each point joins the nearest cluster begun before it within `distance`, else begins its own; in the order given.

    Clusters are looked up in a grid of that cell size, so that thousands of points stay quick.
    """
    grid: dict[tuple[int, int], list[int]] = {}
    seeds: list[Point] = []
    members: list[list[int]] = []
    for i, (x, y) in enumerate(points):
        cell = (int(x // distance), int(y // distance))
        near = [c for dx in (-1, 0, 1) for dy in (-1, 0, 1) for c in grid.get((cell[0] + dx, cell[1] + dy), ())]
        close = [(_square(seeds[c], (x, y)), c) for c in near if _square(seeds[c], (x, y)) <= distance**2]
        if close:
            members[min(close)[1]].append(i)
        else:
            grid.setdefault(cell, []).append(len(seeds))
            seeds.append((x, y))
            members.append([i])
    return tuple(_middle(m, points) for m in members)


def _square(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _middle(members: list[int], points: Sequence[Point]) -> Cluster:
    return Cluster(
        x=sum(points[i][0] for i in members) / len(members),
        y=sum(points[i][1] for i in members) / len(members),
        members=tuple(members),
    )
