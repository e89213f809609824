"""Whether the last of a claim's tellers is who speaks in it."""

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.text.fold import actor_id_from, fold_name


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
    spoken_of = fold_name(claim.speaker or "")
    meant = {
        m.actor
        for m in reading.actors
        if fold_name(m.name) == spoken_of or any(a <= m.start and m.end <= b for a, b in claim.source)
    }
    if claim.speaker:
        meant |= {actor_id_from(claim.speaker)}
    return claim.tellers[-1] if claim.tellers[-1] in meant else None
