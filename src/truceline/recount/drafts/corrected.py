"""What somebody said that is corrected in passing: the nine of "it killed six, not nine as the ministry said"."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.account import Facet, FacetName
from truceline.model.claim import Claim
from truceline.model.draft import DraftFacet
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.values import value_of
from truceline.recount.kit import RecountKit

_NOT = re.compile(r"[\w’' -]{0,30}?,? (?:and )?(?:not|rather than) (?:on |at |in )?$")
"""Between what the writer says and what he corrects."""
_CORRECTED: frozenset[FacetName] = HARMS | {"time"}


def corrected_of(bench: Bench, kit: RecountKit, told: Sequence[Told]) -> list[Told]:
    """The figures and days of those whom the writer corrects in a sentence that tells better ones."""
    right = [f for _, f in told if f.facet in _CORRECTED and f.polarity == "affirmed"]
    nearest = [(c, max((f for f in right if _ends_before(f, c)), key=_end, default=None)) for c in bench.reading.claims]
    return [made for c, f in nearest if f is not None for made in _said(bench, kit, c, f)]


def _ends_before(better: Facet, claim: Claim) -> bool:
    return len(claim.content) == 1 and better.claim != claim.id and _end(better) <= claim.content[0][0]


def _end(facet: Facet) -> int:
    return facet.spans[-1][1]


def _said(bench: Bench, kit: RecountKit, claim: Claim, better: Facet) -> Iterator[Told]:
    """What a claim says in place of a better figure or day, right behind it and a "not"."""
    if _NOT.fullmatch(bench.reading.prose, _end(better), claim.content[0][0]) is None:
        return
    draft = DraftFacet(facet=better.facet, span=claim.content[0], polarity="affirmed", score=1.0)
    value = value_of(bench, kit, draft, claim)
    if value is not None:
        yield (
            claim,
            Facet(
                facet=better.facet,
                value=value,
                text=bench.words_of(draft.span),
                spans=(draft.span,),
                claim=claim.id,
                polarity="affirmed",
                certainty="stated",
            ),
        )
