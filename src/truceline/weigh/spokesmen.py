"""For which body somebody speaks whom no registry has: by a role told beside the name, anywhere in the document."""

import re
from collections.abc import Mapping

from truceline.model.actor import Actor
from truceline.model.claim import Claim
from truceline.model.entry import Entry

_ROLE = re.compile(r"\bspokes(?:man|men|woman|women|person|people)\b", re.IGNORECASE)
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
    return None
