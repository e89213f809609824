"""Grouping of mentions: the mean of MUC, B-cubed and CEAF (by entities) F1, as CoNLL-2012 scores coreference.

Pradhan et al. 2012, "CoNLL-2012 Shared Task". A mention is any hashable; groups of each text are scored apart and
added up.
"""

from collections.abc import Iterable, Sequence
from typing import Any

Groups = Sequence[set[Any]]


def conll_f1(texts: Iterable[tuple[Groups, Groups]]) -> float:
    """Of (gold, read) groups a text, in percent to one decimal."""
    texts = list(texts)
    scores = [_f1(texts, part) for part in (_muc, _b_cubed)]
    scores.append(_ceaf(texts))
    return round(100 * sum(scores) / len(scores), 1)


def _f1(texts: Sequence[tuple[Groups, Groups]], part: Any) -> float:
    recall = _ratio(part(gold, read) for gold, read in texts)
    precision = _ratio(part(read, gold) for gold, read in texts)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _ratio(pairs: Iterable[tuple[float, float]]) -> float:
    over, under = map(sum, zip(*pairs, strict=True))
    return over / under if under else 0.0


def _muc(keys: Groups, others: Groups) -> tuple[float, float]:
    """Links of `keys` kept by `others`, and links of `keys`."""
    kept = total = 0
    for group in keys:
        parts = {next((i for i, o in enumerate(others) if m in o), ("alone", m)) for m in group}
        kept += len(group) - len(parts)
        total += len(group) - 1
    return kept, total


def _b_cubed(keys: Groups, others: Groups) -> tuple[float, float]:
    """Sum over mentions of the share of their group that `others` keep with them, and the count of mentions."""
    shared = sum(len(group & other) ** 2 / len(group) for group in keys for other in others if group)
    return shared, sum(len(group) for group in keys)


def _ceaf(texts: Sequence[tuple[Groups, Groups]]) -> float:
    """F1 of the best one-to-one alignment of groups, by greedy choice: groups of one text are few."""
    same = gold_count = read_count = 0.0
    for gold, read in texts:
        fits = sorted(
            (
                (2 * len(g & r) / (len(g) + len(r)), i, j)
                for i, g in enumerate(gold)
                for j, r in enumerate(read)
                if g & r
            ),
            key=lambda f: (-f[0], f[1], f[2]),
        )
        used_gold: set[int] = set()
        used_read: set[int] = set()
        for value, i, j in fits:
            if i not in used_gold and j not in used_read:
                used_gold.add(i)
                used_read.add(j)
                same += value
        gold_count += len(gold)
        read_count += len(read)
    return 2 * same / (gold_count + read_count) if gold_count + read_count else 0.0
