"""For which body somebody speaks whom no registry has: by a role told beside the name, anywhere in the document."""

import re
from collections.abc import Mapping

from truceline.model.actor import Actor
from truceline.model.claim import Claim
from truceline.model.entry import Entry

_ROLE = re.compile(r"\bspokes(?:man|men|woman|women|person|people)\b", re.IGNORECASE)
_ITS = re.compile(r"(?:its|their) (?:[\w-]+ ){0,2}spokes(?:man|woman|person)\b", re.IGNORECASE)
_NEAR = 300
"""Characters behind a body's own words within which "its spokesman" is that body's."""
_NO_BODIES = frozenset({"person", "outlet"})


def spoken_for(speaker: str, entry: Entry, actors: Mapping[str, Actor]) -> str | None:
    """As in “UN spokesman Brandt ... Brandt added”: id of the body, the registry's; None where no role tells one."""
    if speaker in actors:
        return None
    told = (c for c in entry.reading.claims if c.speaker_id == speaker)
    return next((body for claim in told if (body := _named_with_role(claim, entry, actors))), None)


def _named_with_role(claim: Claim, entry: Entry, actors: Mapping[str, Actor]) -> str | None:
    """The first body named in a source that holds a spokesman's role."""
    text = entry.reading.prose
    for start, end in claim.source:
        inside = [m for m in entry.reading.actors if start <= m.start and m.end <= end and m.actor in actors]
        bodies = [m.actor for m in inside if m.actor and actors[m.actor].kind not in _NO_BODIES]
        if bodies and _ROLE.search(text, start, end):
            return bodies[0]
        if not inside and _ITS.match(text, start, end):
            return _spoke_before(start, entry, actors)
    return None


def _spoke_before(at: int, entry: Entry, actors: Mapping[str, Actor]) -> str | None:
    """The body that spoke last before "its spokesman", and close before; None where somebody else did."""
    before = [c for c in entry.reading.claims if c.source and c.source[-1][1] <= at]
    last = max(before, key=lambda c: c.source[-1][1], default=None)
    if last is None or last.speaker_id is None or at - last.source[-1][1] > _NEAR:
        return None
    body = actors.get(last.speaker_id)
    return body.id if body is not None and body.kind not in _NO_BODIES else None
