"""The chain of tellers of a claim told anew, where the speaker of it, or of a claim it stands in, is another."""

from collections.abc import Mapping

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.text.speakers import own_actor

Chains = Mapping[str, tuple[str, ...]]
"""By claim id its tellers, outermost first."""


def chains_with(reading: Reading, claim: Claim, actor: str | None) -> Chains:
    """Tellers of the claim and of all that is nested in it, were `actor` (None: nobody known) the claim's speaker."""
    known = {c.id: c for c in reading.claims}
    own = {c.id: own_actor(reading, c) for c in reading.claims}
    if own[claim.id] == actor:
        return {}
    lines = {c.id: _line(c, known) for c in reading.claims}
    return {c.id: _told_anew(c, lines[c.id], own, {**own, claim.id: actor}) for c in reading.claims
            if claim.id in lines[c.id]}  # fmt: skip


def _line(claim: Claim, known: Mapping[str, Claim]) -> tuple[str, ...]:
    """Ids of the claims around a claim, outermost first, and its own."""
    line = [claim.id]
    while (parent := known[line[0]].parent) in known and parent not in line:
        line.insert(0, str(parent))
    return tuple(line)


def _told_anew(
    claim: Claim, line: tuple[str, ...], before: Mapping[str, str | None], after: Mapping[str, str | None]
) -> tuple[str, ...]:
    """What stood in front of the speakers (publisher, outlets cited), then each speaker in turn."""
    speakers = {before[c] for c in line}
    chain = [*(t for t in claim.tellers if t not in speakers), *(after[c] for c in line)]
    return tuple(dict.fromkeys(t for t in chain if t))
