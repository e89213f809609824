"""Which claim a stretch of words belongs to: the innermost whose content contains it."""

from collections.abc import Sequence

from truceline.model.claim import Claim


class ClaimIndex:
    """Claims of a document, looked up by the words of their contents."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Index the contents' spans, shortest first; of the same words that of whoever is cited for them."""
        self._by_id = {c.id: c for c in claims}
        self._spans = sorted(
            ((span[1] - span[0], span[0], span[1], c) for c in claims for span in c.content),
            key=lambda s: (s[0], s[1], -self._depth(s[3]), s[3].id),
        )
        self._cues = [(span, c) for c in claims for span in c.cue]
        self._sources = [(span, c) for c in claims for span in c.source]
        self._together: dict[tuple[object, ...], list[Claim]] = {}
        for claim in claims:
            self._together.setdefault((claim.cue, claim.content), []).append(claim)

    def _depth(self, claim: Claim) -> int:
        """How many claims a claim stands in."""
        depth, above = 0, self._by_id.get(claim.parent or "")
        while above is not None and depth < len(self._by_id):
            depth, above = depth + 1, self._by_id.get(above.parent or "")
        return depth

    def innermost(self, start: int, end: int) -> Claim | None:
        """The claim with the shortest content around [start, end), or None for the document's own voice."""
        return next((c for _, low, high, c in self._spans if low <= start and end <= high), None)

    def by_id(self, key: str) -> Claim | None:
        """The claim with an id, or None."""
        return self._by_id.get(key)

    def fellows(self, claim: Claim) -> list[Claim]:
        """The claims of others who say the same by the same words: "blamed on Y by A and by B"."""
        return [c for c in self._together[claim.cue, claim.content] if c is not claim] if claim.cue else []

    def of_source(self, start: int, end: int) -> list[Claim]:
        """The claims of a speaker whom the words at [start, end) name: all of the source, or what it begins with."""
        return [c for (low, high), c in self._sources if low == start and end <= high]

    def of_cue(self, start: int, end: int) -> Claim | None:
        """The claim whose cue is at [start, end): a trigger that is itself the cue ("accused")."""
        return next((c for (low, high), c in self._cues if low < end and start < high), None)
