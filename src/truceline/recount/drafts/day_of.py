"""A deed that only says when another was: "on the evening of the fight several thousand people marched"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftMention
from truceline.model.span import Span, first_touched

_DAY_OF = re.compile(
    r"\b(?:on|in|by|during|until|since|before|after) the (?:very |early |late |same )?"
    r"(?:day|eve|evening|night|morning|afternoon|anniversary) (?:of|after|before) the (?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
_OPENS = 60
"""Characters from its sentence's beginning within which such a day is set for what follows."""
_SURE = 0.5


def with_days_of_deeds(drafts: Sequence[Draft], text: str, sentences: Sequence[Span]) -> list[Draft]:
    """The drafts, in which a deed told already that sets the day of the next in its sentence is no telling of its own.

    What the learned reader hangs on it is told of that next one.
    """
    mentions = sorted((m for d in drafts for m in d.mentions), key=lambda m: m.span)
    homes = {m: home for m in mentions if (home := _next(m, mentions, text, sentences)) is not None}
    made = [_without(d, homes) for d in drafts] if homes else list(drafts)
    return [d for d in made if d.mentions]


def _next(
    mention: DraftMention, mentions: Sequence[DraftMention], text: str, sentences: Sequence[Span]
) -> DraftMention | None:
    """The deed of which a mention sets the day; None where it is told for its own sake."""
    at = first_touched(sentences, mention.span)
    if at is None or mention.span[0] - sentences[at][0] > _OPENS:
        return None
    start, end = sentences[at]
    if _DAY_OF.search(text, start, mention.span[0]) is None:
        return None
    return next((m for m in mentions if mention.span[1] <= m.span[0] < end and m.score >= _SURE), None)


def _without(draft: Draft, homes: dict[DraftMention, DraftMention]) -> Draft:
    gained = {home: [f for m, h in homes.items() if h == home for f in m.facets] for home in homes.values()}
    kept = (m for m in draft.mentions if m not in homes)
    return replace(draft, mentions=tuple(replace(m, facets=(*m.facets, *gained.get(m, ()))) for m in kept))
