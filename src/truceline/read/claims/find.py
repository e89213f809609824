"""Claims: who says what, by which words."""

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.read.claims.kit import ClaimKit


def find_claims(reading: Reading, kit: ClaimKit) -> tuple[Claim, ...]:
    """Attributions of a reading that has its sentences, citations, actors and times; ids are c1, c2... in text order."""
    text = reading.text or ""
    extractor = kit.extractor or kit.rules
    raws = extractor.extract(text, reading.sentences)
    return tuple(
        Claim(
            id=f"c{n}",
            source=raw.source,
            cue=raw.cue,
            content=raw.content,
            speech="indirect",
            act="asserts",
            source_kind="person" if raw.source else "anonymous",
            reader_score=raw.score,
        )
        for n, raw in enumerate(raws, 1)
    )
