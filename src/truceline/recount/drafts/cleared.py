"""What a denial leaves standing of a draft: a deed whose aim it denies, or that only says when; and whom it clears."""

import re
from collections.abc import Sequence

from truceline.model.account import Facet, FacetName
from truceline.model.claim import Claim
from truceline.model.draft import Draft, DraftFacet
from truceline.model.span import Span, overlap
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.parties import own_deed, own_troops
from truceline.recount.granted import granted

_OWNER = re.compile(r"\b(?:its|his|her|their|our)(?: own)? $", re.IGNORECASE)
_NONE = re.compile(r"\b(?:any|no)(?: \w+)? $", re.IGNORECASE)
_BACK = 24
_AIMED = re.compile(r"(?:(?:were|was|been) )?target(?:ed|ing|s)?", re.IGNORECASE)


def names_accuser(bench: Bench, facet: DraftFacet, claim: Claim) -> bool:
    """Whether words only name whose charge is denied: "denied | Ruvia's | claim that"."""
    return any(overlap(facet.span, s) for c in bench.reading.claims if c.parent == claim.id for s in c.source)


def own_arms(bench: Bench, name: FacetName, span: Span, claim: Claim | None) -> bool:
    """Whether what is taken for the means are arms cleared by a denial: "denied that its aircraft had hit it".

    Nor did what never was serve for anything: "denied any air strikes".
    """
    if name != "means" or claim is None or bench.act(claim) != "denies":
        return False
    before = bench.reading.prose[max(0, span[0] - _BACK) : span[0]]
    never = claim.reaches == "occurrence" and _NONE.search(before) is not None
    return never or _OWNER.search(before) is not None


def of_what_is_granted(bench: Bench, draft: Draft, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether words deny another deed than the draft's, which the same denial only takes for granted."""
    if facet.facet != "occurrence" or facet.polarity != "denied" or claim is None:
        return False
    text = bench.reading.prose
    inside = [m.span for m in draft.mentions if bench.claims.innermost(*m.span) is claim]
    return bool(inside) and all(granted(text, claim, m) for m in inside)


def unmeant(bench: Bench, span: Span, claim: Claim, told: Sequence[Told]) -> list[Told]:
    """That a deed was meant, denied by a claim that has not denied it in other words."""
    if any(f.facet == "intent" and f.claim == claim.id for _, f in told):
        return []
    words = bench.words_of(span)
    made = Facet(facet="intent", value="intended", text=words, spans=(span,), claim=claim.id, polarity="denied")
    return [(claim, made)]


def cleared_of(bench: Bench, draft: Draft, told: Sequence[Told]) -> list[Told]:
    """That a speaker, or its own men, did not do it, where a denial says so and nothing was told of anybody's part.

    A denial counts where it names the deed, or the learned reader has its verb for one of a part in the deed.
    """
    deeds = [m.span for m in draft.mentions] + [f.spans[0] for _, f in told if f.facet == "occurrence"]
    inner = [c for d in deeds if (c := bench.claims.innermost(*d)) is not None]
    outer = [p for c in inner if c.parent and (p := bench.claims.by_id(c.parent)) is not None]
    parts = [f.span for f in draft.facets if f.facet == "responsibility"]
    marked = [c for span in parts if (c := bench.claims.of_cue(*span)) is not None]
    answered = {f.claim for _, f in told if f.facet == "responsibility"}
    out: dict[str, Told] = {}
    for claim in (*inner, *outer, *marked):
        own = _disowned(bench, claim)
        if own is None or claim.id in answered or answered.intersection(c.id for c in inner if c.parent == claim.id):
            continue
        span, who = own
        made = Facet(
            facet="responsibility",
            value=who,
            text=bench.words_of(span),
            spans=(span,),
            claim=claim.id,
            polarity="denied",
        )
        out[claim.id] = (claim, made)
    return list(out.values())


def _disowned(bench: Bench, claim: Claim) -> tuple[Span, str] | None:
    """Whose part a denial disowns, its speaker's or its own men's, with the words; None where it is of no part."""
    if bench.act(claim) != "denies" or claim.reaches != "responsibility":
        return None
    return own_troops(bench, claim) or own_deed(bench, claim)


def denied_aim(bench: Bench, claim: Claim | None, words: str) -> Claim | None:
    """The denial in which a deed is named only to say that it was not aimed at somebody: "that they were targeted".

    Also behind "claims" that nobody is named for: "rejected claims that they were targeted".
    """
    if claim is not None and not claim.source and claim.parent:
        claim = bench.claims.by_id(claim.parent)
    aimed = claim is not None and bench.act(claim) == "denies" and claim.reaches == "intent"
    return claim if aimed and _AIMED.fullmatch(words) else None


def only_aimed(bench: Bench, claim: Claim | None, facet: Facet) -> bool:
    """Whether that it happened is told by nothing but the aim that a denial denies."""
    return facet.facet in {"occurrence", "type"} and denied_aim(bench, claim, facet.text) is not None
