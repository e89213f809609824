"""Denials of notice or of nothing but "it", and words of regret: they answer the happening told right before them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Facet
from truceline.model.claim import Claim
from truceline.model.span import Span, overlap
from truceline.recount.antecedents import is_bare, passes_by, refuses_plan
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.parties import bare
from truceline.recount.drafts.stances import intent_polarity, notice_polarity
from truceline.recount.happenings import lies_elsewhere
from truceline.recount.inside import inside

_SORRY = re.compile(r"\b(?:regret|apolog|sorry|condolence)", re.IGNORECASE)
_BESIDE = 60
"""Characters behind words of regret in which what is regretted may be named."""
_SETTING = frozenset({"time", "place", "target", "means"})
"""What a denial may tell of a deed beside what it denies."""
_REACH = 400
"""Characters between a happening's last words and the denial that answers it."""


def answered(bench: Bench, pairs: Sequence[Paired], read: Sequence[Sequence[Told]]) -> dict[int, list[Claim]]:
    """The bare answers by the place in `pairs` of the happening each is to; none of which anything is `read`.

    Regret may also name it behind its own words: "we regret that this happened", said of the shelling.
    """
    facets = [f for told in read for _, f in told]
    spoken = {f.claim for f in facets}
    stood = {f.claim for f in facets if f.facet not in _SETTING}
    told = [(end, at) for at, pair in enumerate(pairs) for _, end in pair.mentions]
    words = [s for pair in pairs for s in pair.mentions] + [s for f in facets for s in f.spans]
    out: dict[int, list[Claim]] = {}
    for claim in bench.reading.claims:
        known = stood if _is_unwarned(claim) else spoken
        about = _told_about(bench, claim, told) if claim.id not in known and _is_answer(bench, claim, words) else []
        about = [(end, at) for end, at in about if not _names_elsewhere(bench, claim, pairs[at])]
        if about:
            out.setdefault(max(about)[1], []).append(claim)
    return out


def _names_elsewhere(bench: Bench, claim: Claim, pair: Paired) -> bool:
    """Whether an answer names a place, and none of the happening's: "the deaths in X" are of no bomb in Y."""
    named = [p for s in claim.content for p in inside(bench.reading.places, s) if p.role == "event"]
    spans = [f.span for f in pair.facets if f.facet == "place"]
    told = [p for p in bench.reading.places if p not in named] if named else []
    theirs = [p for p in told if any(overlap((p.start, p.end), s) for s in spans)]
    theirs += [p for c in pair.clusters for p in c.places if p not in named]
    return bool(named and theirs) and all(lies_elsewhere(a, b) for a in named for b in theirs)


def _is_answer(bench: Bench, claim: Claim, words: Sequence[Span]) -> bool:
    """Whether a claim is bare, sorry or denies notice, and is neither a plan's refusal nor meant of what others say."""
    if not (_is_unwarned(claim) or _is_sorry(bench, claim) or _is_bare(bench, claim)):
        return False
    return not (refuses_plan(bench, claim) or passes_by(bench, claim, words))


def _told_about(bench: Bench, claim: Claim, told: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Which of the ends of deeds' words, each with its deed, are told close enough before an answer."""
    spans = (*claim.source, *claim.cue, *claim.content)
    start, last = min(s for s, _ in spans), max(e for _, e in spans)
    low = _sentence_start(bench, start) if _is_apposed(bench, claim) else start - _REACH
    before = [(end, at) for end, at in told if low <= end <= start]
    if before or not _is_sorry(bench, claim):
        return before
    return [(-end, at) for end, at in told if start <= end <= last + _BESIDE]


def tell_answers(bench: Bench, claims: Sequence[Claim], event_type: str) -> list[Told]:
    """What each says of its happening: its own part, where it reaches that, else that it happened; and any purpose."""
    return [(claim, facet) for claim in claims for facet in _facets(bench, claim, event_type)]


def _facets(bench: Bench, claim: Claim, event_type: str) -> list[Facet]:
    span = claim.content[0]
    if _is_unwarned(claim):
        return [_unwarned(bench, claim)]
    own = claim.reaches == "responsibility"
    who = bench.speaker(claim) or (bare(bench.words_of(claim.source[0])) if claim.source else None)
    deed = Facet(
        facet="responsibility" if own and who else "occurrence",
        value=who if own and who else event_type,
        text=bench.words_of(span),
        spans=(span,),
        claim=claim.id,
        polarity="denied" if claim.act == "denies" else "affirmed",
    )
    unmeant = claim.act == "admits" and intent_polarity(deed.text, claim) == "denied"
    return [deed, replace(deed, facet="intent", value="unintended")] if unmeant else [deed]


def _unwarned(bench: Bench, claim: Claim) -> Facet:
    words = bench.words_of(claim.content[0])
    cue = " ".join(bench.words_of(s) for s in claim.cue)
    return Facet(
        facet="notice",
        value="informed",
        text=words,
        spans=(claim.content[0],),
        claim=claim.id,
        polarity=notice_polarity(words, cue) or "denied",
    )


def _is_unwarned(claim: Claim) -> bool:
    """Whether somebody denies that notice was given or had: that is told of the deed right before it."""
    return claim.act == "denies" and claim.reaches == "notice" and claim.source_kind != "author" and bool(claim.content)


def _is_apposed(bench: Bench, claim: Claim) -> bool:
    """As in “..., a charge the army denied”: it answers what its own sentence tells."""
    return bool(claim.content) and re.match(r"an?\s", bench.words_of(claim.content[0])) is not None


def _sentence_start(bench: Bench, at: int) -> int:
    return max((a for a, _ in bench.reading.sentences if a <= at), default=0)


def _is_sorry(bench: Bench, claim: Claim) -> bool:
    """Whether a claim owns to something by words of regret."""
    said = " ".join(bench.words_of(s) for s in (*claim.cue, *claim.content))
    return claim.act == "admits" and bool(claim.content) and _SORRY.search(said) is not None


def _is_bare(bench: Bench, claim: Claim) -> bool:
    if claim.source_kind == "author" and claim.reaches != "occurrence":
        return False  # "This is untrue": of a denial that would affirm the deed
    if claim.act != "denies" or claim.reaches not in {None, "occurrence", "responsibility", "other"}:
        return False
    if claim.content == claim.cue:
        return True  # "The army denies."
    return len(claim.content) == 1 and is_bare(bench.words_of(claim.content[0]))
