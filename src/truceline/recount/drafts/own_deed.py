"""Whose word a facet is: what stands around it, or, of who tells of his own part in a deed, his own."""

from truceline.model.claim import Claim
from truceline.model.draft import Draft, DraftFacet
from truceline.recount.bench import Bench

_PARTIES = frozenset({"actor", "responsibility", "target"})


def home_of(bench: Bench, draft: Draft, facet: DraftFacet) -> Claim | None:
    """The claim a facet's words stand in; beside it, of a speaker's own part: "eight women said they were beaten"."""
    claim = bench.claims.innermost(*facet.span)
    if claim is not None or facet.facet not in _PARTIES:
        return claim
    told = [c for c in bench.claims.of_source(*facet.span) if c.source_kind != "author"]
    return next((c for c in told if _tells_of(c, draft)), None)


def _tells_of(claim: Claim, draft: Draft) -> bool:
    """Whether a claim's content names the happening."""
    return any(a <= m.span[0] and m.span[1] <= b for m in draft.mentions for a, b in claim.content)
