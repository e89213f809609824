"""Which pairs are worth comparing: shared rare words, or the same days at the same place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from truceline.link.kit import Blocking
from truceline.link.profiles import Profile
from truceline.link.words import Vector
from truceline.text.days import gap
from truceline.text.fold import fold_name
from truceline.text.geo import same_name

Pair = tuple[int, int]
_CROWD = 150
"""Members of one block beyond which a shared place and day is too common to propose pairs by itself."""


def propose_pairs(profiles: Sequence[Profile], alike: Mapping[tuple[str, str], float], rules: Blocking) -> list[Pair]:
    """Pairs of indices, smaller first, sorted; never two incidents of one document, never a tally with an incident."""
    pairs: set[Pair] = set()
    for vectors in ([p.words for p in profiles], [p.names for p in profiles]):
        pairs.update(_by_words(vectors, rules))
    pairs.update(_by_day_and_place(profiles, rules))
    pairs.update(_by_copies(profiles, alike))
    return sorted(p for p in pairs if may_link(profiles[p[0]], profiles[p[1]]))


def may_link(a: Profile, b: Profile) -> bool:
    """A document's incidents stay apart; a tally is no single incident, nor one day's or area's count another's.

    Nor is what went on from one day to another all of one day's happening.
    """
    if a.document == b.document or a.aggregate != b.aggregate or _other_row(a, b) or _one_day_of(a, b):
        return False
    counts = a.aggregate or a.event_type == b.event_type == "violation_unspecified"
    return not counts or not _other_scene(a, b)


def _one_day_of(a: Profile, b: Profile) -> bool:
    """Whether one is of a stretch of days and the other of a single day."""
    return any(p.over_days and q.days is not None and q.days.width <= 1 for p, q in ((a, b), (b, a)))


def _other_row(a: Profile, b: Profile) -> bool:
    """Whether two rows of one table tell of other days, places or kinds: a log keeps its incidents apart."""
    if not a.columns or a.columns.isdisjoint(b.columns):
        return False
    return a.event_type != b.event_type or _other_scene(a, b)


def _other_scene(a: Profile, b: Profile) -> bool:
    """Whether two incidents or counts are of other days or other places."""
    other_days = a.days is not None and b.days is not None and gap(a.days, b.days) > 0
    other_place = a.place is not None and b.place is not None and not same_name(a.place, b.place)
    return other_days or other_place


def _by_words(vectors: Sequence[Vector], rules: Blocking) -> Iterator[Pair]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for word, weight in vector.items():
            postings[word].append((i, weight))
    most = max(rules.rare_floor, int(rules.rare_share * len(vectors)))
    for i, vector in enumerate(vectors):
        near: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            held = postings[word]
            if len(held) <= most:
                for j, other in held:
                    near[j] += weight * other
        near.pop(i, None)
        best = sorted((j for j, v in near.items() if v >= rules.least_cosine), key=lambda j: (-near[j], j))
        yield from ((min(i, j), max(i, j)) for j in best[: rules.neighbours])


def _by_day_and_place(profiles: Sequence[Profile], rules: Blocking) -> Iterator[Pair]:
    blocks: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        if p.days is None or p.place is None or p.days.width > rules.day_width:
            continue
        names = {fold_name(n) for n in (p.place.name, p.place.admin1) if n}
        for day in range(p.days.first - rules.day_gap, p.days.last + 1):
            for name in sorted(names):
                blocks[day, name].append(i)
    for held in blocks.values():
        if len(held) <= _CROWD:
            yield from combinations(held, 2)


def _by_copies(profiles: Sequence[Profile], alike: Mapping[tuple[str, str], float]) -> Iterator[Pair]:
    at: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        at[p.document].append(i)
    for a, b in alike:
        for i in at[a]:
            for j in at[b]:
                yield min(i, j), max(i, j)
