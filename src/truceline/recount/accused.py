"""Whom a passive of blame accuses: "Armenia was accused by Azerbaijan", "the raid was blamed by Kyiv on the rebels"."""

import re
from collections.abc import Sequence

from truceline.model.account import Facet
from truceline.model.claim import Claim
from truceline.model.span import Span, meets, overlap, within
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.parties import bare

_PASSIVE = re.compile(
    r"(?:.*\b(?:was|were|is|are|been|being)\s.*)?\b(?:blamed|attributed|ascribed|accused|denounced|condemned|decried"
    r"|held\s+(?:responsible|accountable)|(?:laid|placed|pinned)\s+(?:on|upon))$",
    re.IGNORECASE | re.DOTALL,
)
_OF = re.compile(r"\s+of$", re.IGNORECASE)
_LAID = re.compile(r"\s(?:on|upon)$", re.IGNORECASE)
"""The end of a passive behind which whom it accuses stands at once: "responsibility was laid on | the rebels"."""
_ONTO = re.compile(r"\s*(?:on|to)\s+", re.IGNORECASE)
_BEFORE = re.compile(r"\s*(?:(?!(?:of|by|in|on|at|to|for|against|near|with|from)\b)[\w’'-]+\s+){0,3}", re.IGNORECASE)
"""What may stand before a party's name as part of it: "the pro-government"."""
_DOERS = frozenset({"actor", "responsibility"})


def with_accused(bench: Bench, pairs: Sequence[Paired], read: Sequence[list[Told]]) -> list[list[Told]]:
    """What is told of each happening, with whom a passive accuses held to it, and never who accuses."""
    passives = [c for c in bench.reading.claims if _is_passive(bench, c)]
    if not passives:
        return list(read)
    return [_with_accused(bench, pair, told, passives) for pair, told in zip(pairs, read, strict=True)]


def _with_accused(bench: Bench, pair: Paired, told: Sequence[Told], passives: Sequence[Claim]) -> list[Told]:
    accusers = [s for c in passives for s in c.source]
    kept = [(c, f) for c, f in told if f.facet not in _DOERS or not meets(f.spans[0], accusers)]
    if not kept:
        return []
    new = [(c, f) for c in passives if _tells(pair, kept, c) and (f := _accused(bench, c)) and not _told(f, kept)]
    return [*kept, *new]


def _is_passive(bench: Bench, claim: Claim) -> bool:
    cue = " ".join(bench.words_of(s) for s in claim.cue)
    if claim.act != "accuses" or not claim.content or not _PASSIVE.fullmatch(_OF.sub("", cue)):
        return False
    if _OF.search(cue):  # "was accused of the shelling by the mission": who accuses stands last
        return any(s[0] > claim.cue[-1][1] for s in claim.source)
    behind = bench.reading.prose[claim.cue[-1][1] :].lstrip()
    if _LAID.search(cue):
        return bool(claim.source)
    return behind.startswith("by ") if claim.source else " " in cue.strip()


def _tells(pair: Paired, told: Sequence[Told], claim: Claim) -> bool:
    """Whether a happening is the one that a claim speaks of."""
    own = any(f.claim == claim.id for _, f in told)
    return own or any(within(m, s) for m in pair.mentions for s in claim.content)


def _accused(bench: Bench, claim: Claim) -> Facet | None:
    """The party blamed: behind "on" or "to", be it of the cue or not, else before the verb."""
    text = bench.reading.prose
    behind = [s for s in claim.content if s[0] > claim.cue[-1][1]]
    if behind and _LAID.search(bench.words_of(claim.cue[-1])):
        return _party(bench, claim, behind[0], whole=False)
    onto = _ONTO.match(text, behind[-1][0]) if behind else None
    if onto is not None:
        return _party(bench, claim, (onto.end(), behind[-1][1]), whole=False)
    before = [s for s in claim.content if s[1] <= claim.cue[0][0]]
    return _party(bench, claim, before[-1], whole=True) if before else None


def _party(bench: Bench, claim: Claim, span: Span, *, whole: bool) -> Facet | None:
    """A party that begins a stretch of words, or, `whole`, is all of it, be it a body without a name."""
    text = bench.reading.prose
    for party in bench.reading.actors:
        fits = span[0] <= party.start and party.end <= span[1] and _BEFORE.fullmatch(text, span[0], party.start)
        if fits and (not whole or not text[party.end : span[1]].strip(" ,")):
            return _held(bench, claim, (party.start, party.end), party.actor or party.name)
    words = bare(bench.words_of(span)) if whole else ""
    is_body = not bench.lexicon.bodies.isdisjoint(words.lower().split()[-1:])
    return _held(bench, claim, span, words) if is_body else None


def _held(bench: Bench, claim: Claim, span: Span, who: str) -> Facet:
    """That a claim holds somebody responsible, by these words."""
    return Facet(facet="responsibility", value=who, text=bench.words_of(span), spans=(span,), claim=claim.id)


def _told(accused: Facet, kept: Sequence[Told]) -> bool:
    """Whether the claim already holds somebody to it by the same words."""
    return any(
        f.facet == "responsibility" and f.claim == accused.claim and overlap(f.spans[0], accused.spans[0])
        for _, f in kept
    )
