"""Whether a happening of an article is too doubtful: long texts are full of words that only seem to tell of one."""

from truceline.model.account import ReportedIncident
from truceline.recount.drafts.match import Paired

_SURE = 0.85
"""How sure the learned reader must be of a word for a happening of which neither a day nor anybody hurt is told.

Of 8 less sure ones that stood in 15 articles all were none; of those with a day or a toll half were some.
"""
_TOLD_AGAIN = 3
"""Mentions from which a happening stands all the same."""


def is_doubtful(made: ReportedIncident, paired: Paired) -> bool:
    """Whether nothing sets a happening in time, nobody was harmed in it, and no word of it is sure enough."""
    if paired.draft is None or made.aggregate or made.time or made.killed or made.injured:
        return False
    told = {f.facet for f in paired.draft.facets}
    if len(made.mentions) >= _TOLD_AGAIN or "time" in told or {"actor", "target"} <= told:  # who did it to whom
        return False
    return max(m.score for m in paired.draft.mentions) < _SURE
