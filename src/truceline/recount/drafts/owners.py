"""Whose men or arms "its" tells of: of "the coalition erred when its planes bombed the post", the coalition's."""

import re

from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.recount.bench import Bench

_ARMS = re.compile(
    r"(?:its|their) (?:own )?(?:[\w-]+ )?(?:men|forces|troops|soldiers|fighters|guards?|army|gunners|sappers|pilots"
    r"|crews?|units?|aircraft|air force|jets|planes|warplanes|bombers|helicopters|drones|guns|artillery|tanks"
    r"|police|officers|patrols?|ships?|boats?|batter(?:y|ies)|snipers?|militia(?:men)?)\b",
    re.IGNORECASE,
)


def owner_of(bench: Bench, span: Span) -> str | None:
    """Id of the body named last before such words, in their sentence and the same claim; None where none is."""
    if not _ARMS.match(bench.reading.text or "", span[0]):
        return None
    low = max((a for a, b in bench.reading.sentences if a <= span[0] < b), default=span[0])
    claim = bench.claims.innermost(*span)
    low = max([low, *(a for a, b in (claim.content if claim else ()) if a <= span[0] < b)])
    named = [a for a in (*bench.reading.actors, *bench.speakers) if low <= a.start and a.end <= span[0]]
    return max(filter(_is_body, named), key=lambda a: a.end).actor if any(map(_is_body, named)) else None


def _is_body(mention: ActorMention) -> bool:
    """Whether a mention names a body or state somebody knows."""
    return mention.actor is not None and not mention.label_only
