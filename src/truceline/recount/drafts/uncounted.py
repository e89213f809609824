"""People killed or hurt whom a teller names without a number, beside the number that he gives of them elsewhere."""

from collections.abc import Sequence

from truceline.model.account import Facet
from truceline.model.span import overlap
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.counts import HARMS, is_counted


def without_uncounted(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told, without "at least two" from a bare plural where its teller counts the same harm.

    "The massacre of soldiers" beside "killing at least 62" is no second figure.
    """
    counted = [(c, f) for c, f in told if f.facet in HARMS and f.polarity == "affirmed" and is_counted(f.text)]
    return [t for t in told if not _is_bare(t[1]) or not _counted_apart(bench, t, counted)]


def _counted_apart(bench: Bench, bare: Told, counted: Sequence[Told]) -> bool:
    """Whether a bare plural's teller counts the same harm, in other words: "several residents and soldiers" is one."""
    claim, facet = bare
    same = [f for c, f in counted if f.facet == facet.facet and bench.teller_key(c) == bench.teller_key(claim)]
    return bool(same) and not any(overlap(f.spans[0], facet.spans[0]) for f in same)


def _is_bare(facet: Facet) -> bool:
    """Whether a figure rests on a plural alone."""
    value = facet.value if isinstance(facet.value, dict) else {}
    return facet.facet in HARMS and value.get("low") == 2 and value.get("high") is None and not is_counted(facet.text)
