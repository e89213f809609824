"""Headings that say what a part of a report holds ("Summary of violations"): they tell of no happening themselves."""

import re
from collections.abc import Sequence

_PARTS = (
    r"(?:summary|summaries|overview|list|lists|log|table|details|description|breakdown|chronology|timeline|record"
    r"|records|register|number|numbers|total|totals|types?|nature|categories|statistics|analysis|review|map|maps)"
)
_HELD = r"(?:violations|breaches|infringements|infractions|incidents|attacks|hostilities|events)"
_NUMBERED = r"(?:[\W\d_]+ |(?:annex|part|section|chapter) \w{1,3} (?:[\W_]+ )?)*"
_TELLS = r"(?!.*\b(?:was|were|is|are|has|have|had|killed|wounded|injured|died|hit)\b)"
_TITLE = re.compile(
    rf"{_NUMBERED}{_TELLS}(?:the )?(?:[\w-]+ )?{_PARTS}(?: (?:and|&) {_PARTS})? (?:of|on)"
    rf" (?:[\w'’-]+ ){{0,4}}?{_HELD}"
    r"(?: (?:,|-|–|—|\(|in|on|from|during|between|for|since|of|by|against|and|\d+)(?: [^.!?]*)?)?"
)
_BARE = re.compile(
    rf"{_NUMBERED}(?:(?:the|all|alleged|reported|recorded|observed|main|key|other|cease-?fire|truce|security) )*"
    rf"{_HELD}(?: {_PARTS})?"
)
_LONGEST = 15
"""Words of a heading at most."""
_CLAUSE = 4
"""Words behind a colon that tell for themselves what the heading names; those of "Summary of violations: 21" do not."""


def heading_words(lower: Sequence[str]) -> int:
    """How many of a sentence's words, from the first, are the heading of a part of a report; 0 where none are."""
    size = lower.index(":") if ":" in lower else len(lower)
    behind = sum(w.isalpha() for w in lower[size:])
    if size > _LONGEST or (size < len(lower) and behind < _CLAUSE):
        return 0
    line = " ".join(lower[:size])
    alone = size == len(lower) and _BARE.fullmatch(line) is not None
    return size if alone or _TITLE.fullmatch(line) else 0
