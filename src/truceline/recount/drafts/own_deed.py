"""Whose word a facet is: what stands around it, or, of who tells of his own part in a deed, his own."""

from truceline.model.claim import Claim
from truceline.model.draft import Draft, DraftFacet
from truceline.model.span import within_one
from truceline.recount.bench import Bench

_PARTIES = frozenset({"actor", "responsibility", "target"})


def home_of(bench: Bench, draft: Draft, facet: DraftFacet) -> Claim | None:
    """The claim a facet's words stand in; beside it, of a speaker's own part: "eight women said they were beaten"."""
    claim = bench.claims.innermost(*facet.span)
    if claim is not None or facet.facet not in _PARTIES:
        return claim
    told = [c for c in bench.claims.of_source(*facet.span) if c.source_kind != "author"]
    return next((c for c in told if tells_of(c, draft)), None)


def tells_of(claim: Claim, draft: Draft) -> bool:
    """Whether a claim's content names the happening."""
    return any(within_one(m.span, claim.content) for m in draft.mentions)
