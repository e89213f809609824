"""What each ruling on a claim does to a reading: the claim, its chain of tellers, and the accounts told on its word."""

from dataclasses import replace
from typing import Any

from truceline.model.account import Account, Facet
from truceline.model.claim import Claim
from truceline.model.decision import Decision
from truceline.model.reading import Reading
from truceline.review.chains import Chains, chains_with
from truceline.review.regroup import Home, home_now, regroup
from truceline.review.stance import restanced
from truceline.text.speakers import own_actor

_CORRECTED = ("speaker", "source_kind", "act", "reaches")


def accept_claim(reading: Reading, claim: Claim, _decision: Decision) -> Reading:
    """The claim stands as read; a corrected one stays marked as edited."""
    return _with_claims(reading, claim if claim.review == "edited" else replace(claim, review="accepted"), {})


def reject_claim(reading: Reading, claim: Claim, _decision: Decision) -> Reading:
    """The claim is struck out: what was told on its word stays, struck, and its speaker tells nothing nested in it."""
    chains = {c: told for c, told in chains_with(reading, claim, None).items() if c != claim.id}

    def home(account: Account, on: str | None) -> Home:
        here = home_now(account)
        return Home(chains.get(on or "", here.tellers), here.struck or on == claim.id)

    return _with_claims(regroup(reading, home), replace(claim, review="rejected"), chains)


def correct_claim(reading: Reading, claim: Claim, decision: Decision) -> Reading:
    """The claim as the analyst has it; who speaks, tells; what it does, its facets follow."""
    values = decision.values or {}
    given: dict[str, Any] = {k: values[k] for k in _CORRECTED if k in values}
    if "speaker" in values:
        given["speaker_id"] = values.get("actor")
    corrected = replace(claim, **given, review="edited")
    chains = chains_with(reading, claim, values.get("actor")) if "speaker" in values else {}
    said = _facets_said(reading, claim, corrected, values.get("actor") if chains else None)

    def home(account: Account, on: str | None) -> Home:
        here = home_now(account)
        return Home(chains.get(on or "", here.tellers), here.struck)

    return _with_claims(regroup(said, home), corrected, chains)


def _with_claims(reading: Reading, claim: Claim, chains: Chains) -> Reading:
    claims = (claim if c.id == claim.id else c for c in reading.claims)
    return replace(reading, claims=tuple(replace(c, tellers=chains.get(c.id, c.tellers)) for c in claims))


def _facets_said(reading: Reading, before: Claim, after: Claim, actor: str | None) -> Reading:
    named = frozenset(f.facet for a in reading.accounts for f in a.facets if f.claim == before.id)
    own = own_actor(reading, before)

    def said(facet: Facet) -> Facet:
        if facet.claim != before.id:
            return facet
        turned = restanced(facet, before, after, named)
        speaks_of_itself = own is not None and facet.value == own and not _names(reading, facet, own)
        return replace(turned, value=actor) if actor and speaks_of_itself else turned

    return replace(
        reading, accounts=tuple(replace(a, facets=tuple(said(f) for f in a.facets)) for a in reading.accounts)
    )


def _names(reading: Reading, facet: Facet, actor: str) -> bool:
    """Whether a facet's words name the actor; "it" and "we" mean whoever speaks."""
    return any(m.actor == actor and a < m.end and m.start < b for m in reading.actors for a, b in facet.spans)
