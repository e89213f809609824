"""What people do day by day, what the writer did, what was not done: told in the words of a happening, and none."""

import re

from truceline.model.draft import DraftMention
from truceline.model.span import Span

_USUAL = re.compile(r"(?:every|each|most|(?:on |in )?(?:some|most|many)|often|daily|nightly)\b", re.IGNORECASE)
"""With what a time begins that is no day: "every evening", "on some days"."""
_NOT = re.compile(r"\b(?:had|has|have|did|do|does) (?:not|never)(?: yet| even| once)? $|\b(?:did|had|has|have)n['’]t $")
_I = re.compile(r"\bI (?:\w+ly |then |also )?(?:had |have |was |am )?$")
_MOVES = frozenset({"withdrawal", "troop_movement", "evacuation", "handover", "talks", "protest", "other"})
"""Kinds of deed that are told in plain verbs: to leave, to go, to sit, to stand."""


def is_life(text: str, sentence: Span, mention: DraftMention) -> bool:
    """Whether the words of a mention tell of habit, of the writer alone, or that somebody did not go or meet."""
    usual = [f for f in mention.facets if f.facet == "time" and _USUAL.match(text[slice(*f.span)])]
    if usual and len(usual) == sum(f.facet == "time" for f in mention.facets):
        return True
    if mention.event_type not in _MOVES:
        return False
    low, start = sentence[0], mention.span[0]
    if _NOT.search(text, low, start):
        return True
    return _I.search(text, low, start) is not None and not _is_quoted(text, start)


def _is_quoted(text: str, position: int) -> bool:
    """Whether a quotation of the paragraph is open."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
