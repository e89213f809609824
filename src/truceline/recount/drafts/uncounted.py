"""People killed or hurt who are counted once already: a bare plural beside a number, the dead among the hurt."""

import re
from collections.abc import Sequence

from truceline.model.account import Facet
from truceline.model.span import Span, overlap, span_at
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.counts import HARMS, is_counted


def without_uncounted(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told, without "at least two" from a bare plural where its teller counts the same harm.

    "The massacre of soldiers" beside "killing at least 62" is no second figure.
    """
    counted = [(c, f) for c, f in told if f.facet in HARMS and f.polarity == "affirmed" and is_counted(f.text)]
    return [t for t in told if not _is_bare(t[1]) or not _counted_apart(bench, t, counted)]


_HURT_TOO = re.compile(r"\b(?:wound|injur|hurt|maim|casualt|hospital|burn)", re.IGNORECASE)
"""In a sentence that may tell of the hurt besides."""


def without_hurt_dead(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told, without those hurt who are the very words of the dead: "cut the throats of four excisemen"."""
    dead = [f.spans[0] for _, f in told if f.facet == "killed" and f.polarity == "affirmed" and f.value.get("low")]
    return [t for t in told if not _is_dead(bench, t[1], dead)]


def _is_dead(bench: Bench, facet: Facet, dead: Sequence[Span]) -> bool:
    if facet.facet != "injured" or facet.polarity != "affirmed" or not any(overlap(facet.spans[0], d) for d in dead):
        return False
    here = span_at(facet.spans[0][0], bench.reading.sentences, facet.spans[0])
    return _HURT_TOO.search(bench.reading.prose, *here) is None


def _counted_apart(bench: Bench, bare: Told, counted: Sequence[Told]) -> bool:
    """Whether a bare plural's teller counts the same harm, in other words: "several residents and soldiers" is one."""
    claim, facet = bare
    same = [f for c, f in counted if f.facet == facet.facet and bench.teller_key(c) == bench.teller_key(claim)]
    return bool(same) and not any(overlap(f.spans[0], facet.spans[0]) for f in same)


def _is_bare(facet: Facet) -> bool:
    """Whether a figure rests on a plural alone."""
    value = facet.value if isinstance(facet.value, dict) else {}
    return facet.facet in HARMS and value.get("low") == 2 and value.get("high") is None and not is_counted(facet.text)
