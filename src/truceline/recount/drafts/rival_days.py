"""Days of a deed that tellers give against each other: "hit on Saturday, A said; B said that it was on Sunday"."""

import re
from collections.abc import Sequence

from truceline.model.claim import Claim
from truceline.model.draft import Draft
from truceline.model.span import Span
from truceline.recount.bench import Bench
from truceline.recount.drafts.own_deed import tells_of
from truceline.recount.inside import inside

_ONLY_WHEN = re.compile(
    r"(?:(?:it|that|this|which|everything|the (?:attack|shelling|strike|raid|incident|explosion|clash|fire))\s+)?"
    r"(?:had\s+|has\s+)?(?:was|were|been|is|came|happened|occurred|took place|began|started)?"
    r"(?:\s*(?:only|already|in fact|not until|at|on|in|the|early|late|of|around|about|shortly|before|after|by))*\s*",
    re.IGNORECASE,
)


def only_dates(bench: Bench, span: Span) -> bool:
    """Whether words say nothing but when something was: "it happened on Saturday"."""
    times = inside(bench.reading.times, span)
    if not times or times[0].earliest is None:
        return False
    text = bench.reading.prose
    before, after = text[span[0] : times[0].start], text[times[-1].end : span[1]]
    return _ONLY_WHEN.fullmatch(before) is not None and not after.strip(" .,;”\"'’")


def is_another_tellers(bench: Bench, day: Span, draft: Draft, seen: Sequence[Span]) -> bool:
    """Whether a day stands in a claim that tells of the deed, while none of those `seen` is of its teller."""
    claim = bench.claims.innermost(*day)
    if claim is None or not (tells_of(claim, draft) or _only_of_days(bench, claim)):
        return False
    own = bench.teller_key(claim)
    return all(bench.teller_key(bench.claims.innermost(*span)) != own for span in seen)


def _only_of_days(bench: Bench, claim: Claim) -> bool:
    return len(claim.content) == 1 and only_dates(bench, claim.content[0])
