"""Whether the last of a claim's tellers is who speaks in it."""

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.span import within_one
from truceline.text.fold import actor_id_from, fold_name


def _meant(reading: Reading, claim: Claim) -> set[str | None]:
    """The actors that a claim's speaker or source names."""
    spoken_of = fold_name(claim.speaker or "")
    named = (m for m in reading.actors if fold_name(m.name) == spoken_of or within_one((m.start, m.end), claim.source))
    meant = {m.actor for m in named}
    return meant | {actor_id_from(claim.speaker)} if claim.speaker else meant


def own_actor(reading: Reading, claim: Claim) -> str | None:
    """The last teller where it is the claim's own speaker; None where that is left open.

    The chain of "residents said" ends with whoever tells of the residents: a publisher, an outlet, an outer speaker.
    Claims that came without `speaker_id` (a table's, a language model's, an older reader's) go by the names in them.
    """
    if claim.speaker_id is not None:
        return claim.speaker_id
    publisher = 1 if reading.document.publisher else 0
    if len(claim.tellers) <= publisher:
        return None
    meant = _meant(reading, claim)
    return claim.tellers[-1] if claim.tellers[-1] in meant else None
