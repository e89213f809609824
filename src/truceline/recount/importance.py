"""Which of an article's happenings it is mainly about: of which most is told, by most tellers, and most died."""

from collections.abc import Sequence
from math import log1p

from truceline.recount.bench import Told
from truceline.recount.drafts.as_one import is_total
from truceline.recount.drafts.match import Paired

_DEAD = 3.0
"""Facets that weigh as much as an e-fold number of dead."""


def by_importance(pairs: Sequence[Paired], told: Sequence[Sequence[Told]]) -> list[int]:
    """The numbers of the happenings, the most important first; totals and what is alike stay in their order."""
    return sorted(range(len(pairs)), key=lambda n: 0.0 if is_total(pairs[n]) else -_weight(told[n]))


def _weight(told: Sequence[Told]) -> float:
    """How much is told of a happening: its facets, its tellers, and its dead by orders of magnitude."""
    tellers = {claim.id if claim is not None else None for claim, _ in told}
    return len(told) + len(tellers) + _DEAD * log1p(_dead(told))


def _dead(told: Sequence[Told]) -> int:
    """The largest number of dead that anybody tells."""
    counts = (
        f.value for _, f in told if f.facet == "killed" and f.polarity == "affirmed" and isinstance(f.value, dict)
    )
    return max((c["low"] or c["high"] or 0 for c in counts), default=0)
