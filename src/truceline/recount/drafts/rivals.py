"""Facets that the learned reader tells less surely than another on the same words."""

from truceline.model.account import FacetName
from truceline.model.draft import Draft, DraftFacet
from truceline.model.span import overlap, within
from truceline.recount.bench import Bench
from truceline.recount.drafts.counts import HARMS, is_refused
from truceline.recount.one_look import CLEARLY

DOERS: frozenset[FacetName] = frozenset({"actor", "responsibility"})
_STANCES: frozenset[FacetName] = frozenset({"occurrence", "responsibility", "intent", "notice", "compliance"})
"""Facets of which the same words tell one."""
_RIVALS: dict[FacetName, frozenset[FacetName]] = {
    **dict.fromkeys(_STANCES, _STANCES),
    "responsibility": _STANCES | {"actor", "target"},
    "actor": frozenset({"responsibility", "target", "means"}),
    "means": frozenset({"actor"}),
    "target": DOERS | {"killed", "injured", "displaced"},
}
"""What the same words tell instead, where the learned reader is surer of it: they hardly ever tell both."""
_SURER = 0.25
"""How much surer the learned reader is of one harm where the same words tell of that alone: "12 men and 10 nurses"."""


def outdone(bench: Bench, facet: DraftFacet, draft: Draft) -> bool:
    """Whether the same words more surely say something else of the deed: who did it or had it done to them, or why.

    A bare name said to have been hit is no count of one killed.
    """
    rivals = _RIVALS.get(facet.facet, frozenset())
    if _is_others_number(bench, facet, draft) or _is_refused_twice(bench, facet, draft):
        return True
    if facet.facet in HARMS and _is_bare_name(bench, facet):
        rivals = frozenset({"target", "place"})
    if facet.facet in HARMS and any(d.score > facet.score + _SURER for d in _twins(facet, draft)):
        return True
    if facet.facet == "responsibility" and facet.score >= CLEARLY:
        rivals -= _STANCES  # "we broke it" says both who and what
    return any(
        other.facet in rivals and other.score > facet.score and overlap(other.span, facet.span)
        for other in draft.facets
    )


def _is_others_number(bench: Bench, facet: DraftFacet, draft: Draft) -> bool:
    """Whether a number alone counts people marked for another harm: "three" of "among them three women" killed."""
    if facet.facet not in HARMS or not any((q.start, q.end) == facet.span for q in bench.reading.quantities):
        return False
    others = [d for d in draft.facets if d.facet in HARMS and d.facet != facet.facet]
    return any(d.span != facet.span and within(facet.span, d.span) for d in others)


def _is_refused_twice(bench: Bench, facet: DraftFacet, draft: Draft) -> bool:
    """Whether a refused number is more surely one of another harm: "seven were wounded, not four" tells of no dead."""
    return any(d.score > facet.score for d in _twins(facet, draft)) and is_refused(bench, facet)


def _twins(facet: DraftFacet, draft: Draft) -> list[DraftFacet]:
    """The other harm told of the very same words."""
    return [d for d in draft.facets if d.facet in HARMS and d.facet != facet.facet and d.span == facet.span]


def _is_bare_name(bench: Bench, facet: DraftFacet) -> bool:
    named = all(w[:1].isupper() for w in bench.words_of(facet.span).split())
    return named and not any(within((q.start, q.end), facet.span) for q in bench.reading.quantities)
