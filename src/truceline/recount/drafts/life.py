"""What people do day by day, what befalls them at large, what the writer did, what was not done: no happenings."""

import re

from truceline.model.draft import DraftMention
from truceline.model.span import Span

_USUAL = re.compile(r"(?:every|each|most|(?:on |in )?(?:some|most|many)|often|daily|nightly)\b", re.IGNORECASE)
"""With what a time begins that is no day: "every evening", "on some days"."""
_NOT = re.compile(r"\b(?:had|has|have|did|do|does) (?:not|never)(?: yet| even| once)? $|\b(?:did|had|has|have)n['’]t $")
_I = re.compile(r"\bI (?:\w+ly |then |also )?(?:had |have |was |am )?$")
_GENERALLY = re.compile(
    r"(?:^|[.;:,] |\b(?:and|that|where|while|because) )(?:in [\w ]{3,30}, ?)?(?:in [\w]+ [\w]+ )?"
    r"(?:people|civilians|men|women|children)(?: in \w+)? (?:have (?:always |often )?been|are(?: being)?) (?:\w+ly )?$",
    re.IGNORECASE,
)
"""Before a deed that is told of people at large: "people have been killed for a goat"."""
_NAME = re.compile(r"\b[A-Z]")
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


def is_general(text: str, sentence: Span, mention: DraftMention) -> bool:
    """Whether a deed is told of people at large, on no day and in no place that has a name."""
    told = [f for f in mention.facets if f.facet in {"time", "place"}]
    if any(f.facet == "time" or _NAME.search(text, *f.span) for f in told):
        return False
    return _GENERALLY.search(text[sentence[0] : mention.span[0]]) is not None


def _is_quoted(text: str, position: int) -> bool:
    """Whether a quotation of the paragraph is open."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
