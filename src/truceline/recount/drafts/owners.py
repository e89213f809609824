"""Whose men or arms "its" tells of: of "the coalition erred when its planes bombed the post", the coalition's."""

import re

from truceline.model.actor import ActorMention
from truceline.model.span import Span, span_at
from truceline.recount.bench import Bench

_ARMS = re.compile(
    r"(?:its|their) (?:own )?(?:[\w-]+ )?(?:men|forces|troops|soldiers|fighters|guards?|army|gunners|sappers|pilots"
    r"|crews?|units?|aircraft|air force|jets|planes|warplanes|bombers|helicopters|drones|guns|artillery|tanks"
    r"|police|officers|patrols?|ships?|boats?|batter(?:y|ies)|snipers?|militia(?:men)?)\b",
    re.IGNORECASE,
)


def owner_of(bench: Bench, span: Span) -> str | None:
    """Id of the body named last before such words, in their sentence and the same claim; None where none is."""
    if not _ARMS.match(bench.reading.prose, span[0]):
        return None
    claim = bench.claims.innermost(*span)
    low = max(span_at(span[0], spans, (0, 0))[0] for spans in (bench.reading.sentences, claim.content if claim else ()))
    named = (a for a in (*bench.reading.actors, *bench.speakers) if low <= a.start and a.end <= span[0])
    last = max(filter(_is_body, named), key=lambda a: a.end, default=None)
    return None if last is None else last.actor


def _is_body(mention: ActorMention) -> bool:
    """Whether a mention names a body or state somebody knows."""
    return mention.actor is not None and not mention.label_only
