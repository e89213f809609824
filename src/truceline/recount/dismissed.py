"""Reports that are called untrue: those that nobody is named for charge nobody, and whom they name is cleared."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Facet
from truceline.model.claim import Claim
from truceline.recount.bench import Bench, Told
from truceline.recount.own_hand import with_part_denied
from truceline.recount.unreturned import without_unreturned

_OF_DOERS = frozenset({"actor", "responsibility"})
_REACHED = frozenset({"occurrence", "responsibility"})
_UNTRUE = re.compile(
    r"\b(?:not (?:true|correct|the case)|untrue|false|incorrect|baseless|unfounded|groundless"
    r"|without (?:foundation|basis)|no (?:basis|foundation|truth)|not correspond to|a lie|lies"
    r"|(?:an? )?(?:invention|fabrication|falsehood)s?"
    r"|fabricated|nonsense)\b",
    re.IGNORECASE,
)


def as_denied(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told, each denial as what it denies: of reports, of fire returned, of one's own hand in a death."""
    return with_part_denied(bench, without_unreturned(bench, without_dismissed(bench, told)))


def without_dismissed(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told, without who did it by reports that are dismissed: "Reports that the army shelled X are untrue".

    Who calls them untrue denies that whom they name did it.
    """
    kept = [(c, f) for c, f in told if not (f.facet in _OF_DOERS and f.polarity == "affirmed" and _dismissed(bench, c))]
    return [(c, replace(f, polarity="denied") if _is_cleared(bench, c, f) else f) for c, f in kept]


def _dismissed(bench: Bench, claim: Claim | None) -> bool:
    """Whether a claim is nobody's, and stands in a denial that it, or one's part in it, ever was."""
    if claim is None or claim.source or not claim.parent:
        return False
    outer = bench.claims.by_id(claim.parent)
    return outer is not None and bench.act(outer) == "denies" and outer.reaches in _REACHED


def _is_cleared(bench: Bench, claim: Claim | None, facet: Facet) -> bool:
    """Whether a doer is told by whoever calls the very words untrue that name it."""
    if claim is None or facet.facet != "responsibility" or facet.polarity != "affirmed" or claim.act != "denies":
        return False
    if claim.reaches not in _REACHED or not any(a <= facet.spans[0][0] < b for a, b in claim.content):
        return False
    if any(_UNTRUE.search(bench.words_of(c)) for c in claim.cue):
        return True
    untrue = (_UNTRUE.search(bench.reading.prose, facet.spans[0][1], b) for a, b in claim.content)
    return any(untrue)
