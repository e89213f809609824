"""What somebody is said to have been doing for long, beside the news: "the army, which has been shelling it for weeks".

Such a clause says who the accused are. It is no deed of its own, and nothing that follows is told of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet
from truceline.model.span import Span, gap, within_one
from truceline.recount.drafts.match import narrowed, without_facets
from truceline.recount.scenes import Scene

_BEEN = re.compile(
    r",\s(?:which|who)\s(?:has|have|had)\s(?:\w+ly\s|also\s|now\s|long\s)?been\s[\w-]+ing\b(?P<told>[^;:.!?\n“”\"]*)",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\bsince\b|\b(?:for|over|during) (?:[\w-]+ ){0,4}?(?:days|weeks?|months?|years?)\b"
    r"|\b(?:every|each) (?:day|night|week)|\b(?:daily|nightly|repeatedly|regularly|almost constantly)\b",
    re.IGNORECASE,
)
"""How long or how often it has been done."""


def ongoing(text: str) -> list[Span]:
    """The clauses of a text that tell what somebody has been doing for long."""
    found = (m for m in _BEEN.finditer(text) if _LONG.search(m[0]))
    return [(m.start(), _end(m[0]) + m.start()) for m in found]


def _end(clause: str) -> int:
    """Where a clause ends: at the first comma behind how long it has been going on."""
    long = _LONG.search(clause)
    comma = clause.find(",", long.end()) if long is not None else -1
    return comma if comma >= 0 else len(clause)


def scenes_without(scenes: Sequence[Scene], clauses: Sequence[Span]) -> list[Scene]:
    """The scenes without the triggers of such clauses, where others tell of something."""
    if not clauses:
        return list(scenes)
    kept = [
        replace(s, triggers=tuple(t for t in s.triggers if s.index < 0 or not within_one((t.start, t.end), clauses)))
        for s in scenes
    ]
    return kept if any(s.triggers for s in kept) else list(scenes)


def drafts_without(drafts: Sequence[Draft], clauses: Sequence[Span]) -> list[Draft]:
    """The drafts without mentions in such clauses; what hangs on these from outside is of the deed told before them."""
    if not clauses:
        return list(drafts)
    kept: list[Draft] = []
    loose: list[DraftFacet] = []
    for draft in drafts:
        numbers = [n for n, m in enumerate(draft.mentions) if not within_one(m.span, clauses)]
        if len(numbers) == len(draft.mentions):
            kept.append(draft)
        elif numbers:
            left = narrowed(draft, numbers)
            kept.append(without_facets(left, [f for f in left.facets if within_one(f.span, clauses)]))
        else:
            loose += [f for f in draft.facets if not within_one(f.span, clauses)]
    return _with_loose(kept, loose) if kept else list(drafts)


def _with_loose(drafts: Sequence[Draft], loose: Sequence[DraftFacet]) -> list[Draft]:
    """The drafts, each facet on the nearest mention."""
    made = list(drafts)
    for facet in loose:
        at, n = min(
            ((d, k) for d, draft in enumerate(made) for k in range(len(draft.mentions))),
            key=lambda p: gap(facet.span, made[p[0]].mentions[p[1]].span),
        )
        mentions = list(made[at].mentions)
        mentions[n] = replace(mentions[n], facets=(*mentions[n].facets, facet))
        made[at] = replace(made[at], mentions=tuple(mentions))
    return made
