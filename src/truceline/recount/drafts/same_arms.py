"""A weapon told of again by "the" is that of the deed before: "Shells hit a bakery. The shells were fired by ..."."""

import re
from collections.abc import Sequence

from truceline.model.draft import Draft
from truceline.recount.drafts.match import joined

_AGAIN = re.compile(
    r"\b(?:the|these|those|this|that)\s+(?P<arms>[\w’'-]+)\s+(?:(?:had|has|have)\s+been|was|were)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_BEFORE = 60
"""Characters before a verb in which its subject stands."""
_NEAR = 250
"""Characters before the weapon in which it was told of first."""


def with_arms_told_again(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts, one that only says what was done with a weapon just told of joined to the deed it was told of."""
    made: list[Draft] = []
    for draft in drafts:
        at = _home(draft, made, text)
        if at is None:
            made.append(draft)
        else:
            made[at] = joined([made[at], draft])
    return made


def _home(draft: Draft, before: Sequence[Draft], text: str) -> int | None:
    """Number of the draft that last told of the weapon a draft begins with; None where it is set by itself."""
    start = draft.mentions[0].span[0]
    found = _AGAIN.search(text, max(0, start - _BEFORE), start)
    if found is None or draft.aggregate or any(f.facet in {"time", "place", "target"} for f in draft.facets):
        return None
    told = (
        (f.span[0], n)
        for n, d in enumerate(before)
        for f in d.facets
        if f.facet == "means" and 0 < found.start() - f.span[1] < _NEAR
        if text[slice(*f.span)].lower().split()[-1:] == [found["arms"].lower()]
    )
    return max(told, default=(0, None))[1]
