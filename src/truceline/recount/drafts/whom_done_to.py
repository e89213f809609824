"""People freed, brought out, handed over or kept out are whom that was done to: it detained and displaced nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.model.account import Facet, FacetName
from truceline.model.span import overlap
from truceline.recount.bench import Told

_NEVER: Mapping[FacetName, frozenset[str]] = {
    "detained": frozenset({"access_denied", "evacuation", "handover", "release"}),
    "displaced": frozenset({"aid_delivered", "evacuation", "handover", "release"}),
}
"""By facet, the types it goes with in next to none of our own annotated reports: who is counted there is the target."""


def as_whom_done_to(event_type: str, told: Sequence[Told]) -> list[Told]:
    """What is told, those freed or brought out as the target, once for the same words of a claim."""
    made: list[Told] = []
    for claim, facet in told:
        if event_type not in _NEVER.get(facet.facet, ()):
            made.append((claim, facet))
        elif not any(_is_target(other, facet) for _, other in (*told, *made)):
            made.append((claim, replace(facet, facet="target", value=facet.text)))
    return made


def _is_target(other: Facet, facet: Facet) -> bool:
    return other.facet == "target" and other.claim == facet.claim and overlap(other.spans[0], facet.spans[0]) > 0
