"""What is told of fire that was not returned: it is no part of the attack that it did not answer, and denies none."""

from collections.abc import Sequence

from truceline.model.account import FacetName
from truceline.model.span import Span, overlap
from truceline.recount.bench import Bench, Told
from truceline.text.unreturned import UNRETURNED

_OF_DEEDS: frozenset[FacetName] = frozenset({"occurrence", "type", "means"})
_OF_DOERS: frozenset[FacetName] = frozenset({"actor", "responsibility"})


def without_unreturned(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told without words like "did not return fire", and without who did not."""
    return [(c, f) for c, f in told if not unreturned(bench.reading.prose, f.facet, f.spans[0])]


def unreturned(text: str, facet: FacetName, span: Span) -> bool:
    """Whether a facet's words tell that fire was not returned, or name who stands right before such words."""
    if facet not in _OF_DEEDS | _OF_DOERS:
        return False
    words = [m.span() for m in UNRETURNED.finditer(text)]
    if any(overlap(span, w) for w in words):
        return True
    return any(span[1] <= w[0] and not text[span[1] : w[0]].strip() for w in words)
