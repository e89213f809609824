"""Dead by nobody's own hand: who says that "none died by its hand" denies his part in deaths, and counts no dead."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Facet
from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.parties import bare
from truceline.recount.scenes import Scene
from truceline.text.own_hand import by_no_hand

_COUNTED = frozenset({"killed", "injured", "occurrence", "type", "means", "actor"})


def by_own_hand(text: str, claim: Claim) -> tuple[Span, Span] | None:
    """Where a claim says that nobody was harmed by its speaker, and the words for the latter: "by its hand"."""
    source = text[slice(*claim.source[0])] if claim.source else ""
    found = (by_no_hand(text, part, source) for part in claim.content)
    return next((f for f in found if f is not None), None)


def without_own_hands(scenes: Sequence[Scene], reading: Reading) -> tuple[Scene, ...]:
    """The scenes without statements of harm that only say by whose hand nobody was harmed."""
    spans = [found[0] for c in reading.claims if (found := by_own_hand(reading.prose, c)) is not None]
    if not spans:
        return tuple(scenes)
    return tuple(
        replace(s, harms=tuple(h for h in s.harms if not any(overlap(h.cue, b) for b in spans))) if s.index >= 0 else s
        for s in scenes
    )


def with_part_denied(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told, such words as a denial of their speaker's part and no count of dead."""
    kept: list[Told] = []
    parts: dict[str, Told] = {}
    for claim, facet in told:
        found = by_own_hand(bench.reading.prose, claim) if claim is not None else None
        if claim is None or found is None or facet.facet not in _COUNTED or not overlap(facet.spans[0], found[0]):
            kept.append((claim, facet))
            continue
        parts[claim.id] = (claim, _part(bench, claim, found[1]))
    answered = {f.claim for _, f in kept if f.facet == "responsibility"}
    return [*kept, *(part for at, part in parts.items() if at not in answered)]


def _part(bench: Bench, claim: Claim, span: Span) -> Facet:
    who = bench.speaker(claim) or (bare(bench.words_of(claim.source[0])) if claim.source else bench.words_of(span))
    return Facet(
        facet="responsibility",
        value=who,
        text=bench.words_of(span),
        spans=(span,),
        claim=claim.id,
        polarity="denied",
    )
