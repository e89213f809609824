"""Average-link clustering with must-links and cannot-links; the outcome does not depend on the order of input."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from truceline.link.kit import Clustering

Pair = tuple[int, int]


class Clusters:
    """Clusters while they grow, each named by its smallest member; between two of them, log-odds summed and counted."""

    def __init__(self, owners: Sequence[str], rules: Clustering) -> None:
        """One cluster a member; `owners` names each member's document, whose incidents stay apart."""
        self._rules = rules
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(owners))}
        self._owners: dict[int, frozenset[str]] = {i: frozenset({o}) for i, o in enumerate(owners)}
        self._links: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self._barred: dict[int, set[int]] = defaultdict(set)

    def link(self, a: int, b: int, score: float) -> None:
        """Note a compared pair's log-odds."""
        held = max(-self._rules.clip, min(self._rules.clip, score))
        self._links[a][b] = self._links[b][a] = (held, 1)

    def bar(self, a: int, b: int) -> None:
        """Keep two members apart for good."""
        self._barred[a].add(b)
        self._barred[b].add(a)

    def average(self, a: int, b: int) -> float:
        """Mean log-odds over all pairs between two clusters; pairs never proposed count as `unseen`."""
        total, seen = self._links[a].get(b, (0.0, 0))
        pairs = len(self.members[a]) * len(self.members[b])
        return (total + (pairs - seen) * self._rules.unseen) / pairs

    def is_barred(self, a: int, b: int) -> bool:
        """Whether a ruling keeps two clusters apart."""
        return b in self._barred[a]

    def may_merge(self, a: int, b: int) -> bool:
        """Whether nothing keeps two clusters apart: no ruling, and no document that tells of both."""
        return not self.is_barred(a, b) and not (self._owners[a] & self._owners[b])

    def merge(self, a: int, b: int) -> int:
        """Make two clusters one, under the smaller name; gives that name."""
        a, b = min(a, b), max(a, b)
        self.members[a] = sorted(self.members[a] + self.members.pop(b))
        self._owners[a] |= self._owners.pop(b)
        for other, (total, seen) in self._links.pop(b, {}).items():
            del self._links[other][b]
            if other != a:
                had, count = self._links[a].get(other, (0.0, 0))
                self._links[a][other] = self._links[other][a] = (had + total, count + seen)
        for other in self._barred.pop(b, set()):
            self._barred[other].discard(b)
            self.bar(a, other)
        return a

    def neighbours(self, a: int) -> list[int]:
        """Clusters with at least one compared pair, in order."""
        return sorted(self._links[a])

    def queue(self, a: int, b: int) -> tuple[float, int, int] | None:
        """A merge worth trying: (negated average, names), None where it stays under the bar."""
        average = round(self.average(a, b), 9)
        return (-average, min(a, b), max(a, b)) if average > self._rules.bar else None


def cluster(
    owners: Sequence[str],
    scores: Mapping[Pair, float],
    same: Iterable[Pair],
    different: Iterable[Pair],
    rules: Clustering,
) -> list[list[int]]:
    """Groups of member indices, each sorted, in order of their first; members must be numbered in a stable order.

    A ruling of same joins the whole groups the two stand in. Where another ruling keeps those apart, the two members
    are joined first, and the rest finds its place by score.
    """
    state, refused = _grow(Clusters(owners, rules), scores, (), (sorted(same), sorted(different)))
    if refused:
        state, _ = _grow(Clusters(owners, rules), scores, refused, (sorted(same), sorted(different)))
    return [state.members[name] for name in sorted(state.members)]


def _grow(
    state: Clusters,
    scores: Mapping[Pair, float],
    first: Sequence[Pair],
    rulings: tuple[Sequence[Pair], Sequence[Pair]],
) -> tuple[Clusters, list[Pair]]:
    """Clusters after rulings and scores, and the rulings of same that could not be kept."""
    same, different = rulings
    for (a, b), score in sorted(scores.items()):
        state.link(a, b, score)
    for a, b in different:
        state.bar(a, b)
    _merge_ruled(state, first)
    _merge_likely(state, sorted(scores))
    return state, _merge_ruled(state, same)


def _merge_ruled(state: Clusters, same: Sequence[Pair]) -> list[Pair]:
    """Merge ruled pairs' groups; gives the pairs whose groups another ruling keeps apart."""
    home = {i: name for name, held in state.members.items() for i in held}
    refused = []
    for a, b in same:
        if home[a] == home[b]:
            continue
        if state.is_barred(home[a], home[b]):
            refused.append((a, b))
            continue
        name = state.merge(home[a], home[b])
        home.update(dict.fromkeys(state.members[name], name))
    return refused


def _merge_likely(state: Clusters, pairs: Sequence[Pair]) -> None:
    home = {i: name for name, held in state.members.items() for i in held}
    starts = sorted({(min(home[a], home[b]), max(home[a], home[b])) for a, b in pairs if home[a] != home[b]})
    heap = [entry for a, b in starts if (entry := state.queue(a, b))]
    heapq.heapify(heap)
    while heap:
        entry = heapq.heappop(heap)
        _, a, b = entry
        if a not in state.members or b not in state.members or state.queue(a, b) != entry:
            continue
        if state.may_merge(a, b):
            name = state.merge(a, b)
            for other in state.neighbours(name):
                if found := state.queue(name, other):
                    heapq.heappush(heap, found)
