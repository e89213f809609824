"""What an account says once an analyst has said what a claim does, and what its denial reaches."""

from collections.abc import Mapping
from dataclasses import replace

from truceline.model.account import Facet, Polarity
from truceline.model.claim import Claim

REACHED: Mapping[str, frozenset[str]] = {
    "occurrence": frozenset({"occurrence", "type"}),
    "responsibility": frozenset({"responsibility", "actor"}),
    "intent": frozenset({"intent"}),
    "notice": frozenset({"notice"}),
    "harm": frozenset({"killed", "injured", "detained", "displaced", "damage"}),
    "compliance": frozenset({"compliance"}),
    "other": frozenset(),
}
"""By reach, the facets a denial strikes."""
_ORDER = ("notice", "intent", "responsibility", "occurrence")
"""What a denial is held to be about where nobody says: the first of these that its words name."""
_LEAVES_OPEN = frozenset({"doubts", "declines", "demands"})


def restanced(facet: Facet, before: Claim, after: Claim, named: frozenset[str]) -> Facet:
    """A facet under a claim whose act or reach was corrected; `named` are the facets that hang on the claim."""
    if (before.act, before.reaches) == (after.act, after.reaches):
        return facet
    return replace(facet, polarity=_polarity(facet, before, after, named))


def _polarity(facet: Facet, before: Claim, after: Claim, named: frozenset[str]) -> Polarity:
    undone = before.act == "denies" or before.act in _LEAVES_OPEN
    plain: Polarity = "affirmed" if undone else facet.polarity
    if after.act in _LEAVES_OPEN:
        return "open" if plain == "affirmed" else plain
    if after.act != "denies":
        return plain
    reach: str = after.reaches or next((r for r in _ORDER if REACHED[r] & named), "occurrence")
    if facet.facet in REACHED[reach]:
        return "denied"
    if reach == "responsibility" and facet.facet in REACHED["occurrence"]:
        return "open"  # who denies having done it says nothing of whether it was done
    return plain
