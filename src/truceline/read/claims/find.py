"""Claims: who says what, by which words."""

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.read.kit import ReadKit


def find_claims(reading: Reading, kit: ReadKit) -> tuple[Claim, ...]:  # noqa: ARG001
    """Attributions of a reading that has its sentences, citations, actors and times; ids are c1, c2... in text order."""
    return ()
