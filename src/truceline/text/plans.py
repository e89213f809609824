"""Plans, offers and demands that somebody rejects: no happening is denied by that."""

import re
from collections.abc import Sequence

from truceline.model.span import Span

_REFUSES = re.compile(
    r"\b(?:reject|refus|spurn|rebuff|declin|scorn|oppos)\w*|\bturn\w* (?:\w+ ){0,2}?down\b", re.IGNORECASE
)
_PLAN = re.compile(
    r"\b(?:propos|offer|authori[sz]|mandat|demand|urg(?:e|ed|es|ing)\b|request|appeal|ultimatum|resolution|invit|mediat"
    r"|call(?:ed|s|ing)? (?:up)?(?:on|for)\b|suggest(?:ed|s|ing)? (?!that\b)|ask(?:ed|s|ing) (?:for|the|both|all)\b"
    r"|(?:an?|the|its|this|that) (?:\w+ )?(?:plan|draft|deal|accord|timetable|amendment|compromise)\b"
    r"|order(?:ed|s)? (?:[^\W_][\w’'-]* ){1,6}?to\b)",
    re.IGNORECASE,
)
_CHARGE = re.compile(r"\b(?:accus|blam|alleg|claim(?:ed|s)?\b|charg(?:e|ed|es)\b|responsib|guilt)", re.IGNORECASE)
_PLANNED = re.compile(
    r"(?:the|this|that|these|those|its|their|his|her|such an?|any|an?)(?: [\w’'-]+){0,3}? "
    r"(?:plans?|proposals?|offers?|demands?|appeals?|requests?|ultimatums?|resolutions?|terms|calls?|invitations?|orders?)"
    r"(?: (?:for|to|of|by|from|on|as)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_POINTS = re.compile(r"it|this|that|them|these|those|both", re.IGNORECASE)
_REACH = 260
"""Characters before a refusal in which what is refused stands."""


def plan_refused(text: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether words reject a plan that they name, or "it" where the words before propose one and charge nobody."""
    if not content or not _REFUSES.search(" ".join(text[a:b] for a, b in cue)):
        return False
    said = " ".join(text[a:b] for a, b in content).strip(" ,.;:\"'“”")
    if _PLANNED.fullmatch(said):
        return True
    start = min(a for a, _ in (*source, *cue, *content))
    near = ". ".join(re.split(r"(?<=[.!?])\s+", text[max(0, start - _REACH) : start].strip())[-2:])
    return _POINTS.fullmatch(said) is not None and _PLAN.search(near) is not None and _CHARGE.search(near) is None
