"""Which of an article's happenings it is mainly about: of which most is told, by most tellers, and most died."""

from collections.abc import Sequence
from math import log1p

from truceline.recount.bench import Told
from truceline.recount.drafts.as_one import is_total
from truceline.recount.drafts.match import Paired

_DEAD = 3.0
"""Facets that weigh as much as an e-fold number of dead."""
_HISTORY = 0.5
"""Share of its weight that a happening has which lies more than a year before the newest of the text."""


def by_importance(pairs: Sequence[Paired], told: Sequence[Sequence[Told]]) -> list[int]:
    """The numbers of the happenings, the most important first; totals and what is alike stay in their order."""
    newest = max((d for some in told for d in _days(some)), default="")
    order = sorted(range(len(pairs)), key=lambda n: 0.0 if is_total(pairs[n]) else -_weight(told[n], newest))
    if order and not is_total(pairs[0]) and _dead(told[0]) > _dead(told[order[0]]):
        order.remove(0)  # a narrative that opens with its dead goes on to name them one by one
        order.insert(0, 0)
    return order


def _weight(told: Sequence[Told], newest: str) -> float:
    """How much is told of a happening: its facets, its tellers, and its dead by orders of magnitude; history less."""
    tellers = {claim.id if claim is not None else None for claim, _ in told}
    weight = len(told) + len(tellers) + _DEAD * log1p(_dead(told))
    last = max(_days(told), default=newest)
    return weight * _HISTORY if int(newest[:4] or 0) - int(last[:4] or 0) > 1 else weight


def _days(told: Sequence[Told]) -> list[str]:
    """The last days (ISO) of the times told of a happening."""
    times = (f.value for _, f in told if f.facet == "time" and isinstance(f.value, dict))
    return [t["latest"] for t in times if t.get("latest")]


def _dead(told: Sequence[Told]) -> int:
    """The largest number of dead that anybody tells."""
    counts = (
        f.value for _, f in told if f.facet == "killed" and f.polarity == "affirmed" and isinstance(f.value, dict)
    )
    return max((c["low"] or c["high"] or 0 for c in counts), default=0)
