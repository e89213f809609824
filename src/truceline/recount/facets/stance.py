"""What exactly is denied, admitted or accused: occurrence, responsibility, intent and notice are kept apart."""

from truceline.model.account import FacetName, Polarity
from truceline.model.claim import Claim

Found = tuple[FacetName, str, int, int]
"""A facet word found in a sentence: facet, value, first and last word position."""


def polarity_of(facet: FacetName, claim: Claim | None, found: frozenset[str], *, negated: bool) -> Polarity:
    """Polarity of one facet under its claim.

    A denial strikes one facet: notice where the words are about having been told, else intent, else responsibility, and the
    occurrence only where none of these is named. A demand, doubt or refusal to say leaves a facet open.
    """
    act = claim.act if claim else "asserts"
    if act == "denies":
        return "denied" if facet == denied_facet(found) and not negated else "affirmed"
    if negated:
        return "denied"
    return "open" if act in {"doubts", "declines", "demands"} else "affirmed"


def denied_facet(found: frozenset[str]) -> FacetName:
    """Which facet a denial is about, by the facet words its content has."""
    for facet in ("notice", "intent", "responsibility"):
        if facet in found:
            return facet  # type: ignore[return-value]
    return "occurrence"
