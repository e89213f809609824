"""Proposals held against the text: accounts of those whose every quote stands there, and counts of what fell out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from truceline.model.account import Account, EventType, Facet
from truceline.model.claim import Claim
from truceline.model.plain import to_plain
from truceline.model.reading import Reading
from truceline.recount.asked.acts import only_by_words
from truceline.recount.asked.answer import Proposal, Proposed
from truceline.recount.asked.kit import AskKit
from truceline.recount.asked.quotes import find_quote, told_in
from truceline.recount.asked.values import value_of

_SCORE = 0.5
_ASIDE = ("time", "place")


@dataclass(slots=True, kw_only=True)
class LeftOut:
    """What was proposed and does not count: accounts with invented words, facets not to be read in the teller's."""

    invented: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What proposals are held against; `out` counts what fails."""

    reading: Reading
    kit: AskKit
    extractor: str
    out: LeftOut = field(default_factory=LeftOut)


def make_accounts(proposals: Sequence[Proposal], check: Check) -> list[tuple[Proposal, Account]]:
    """Accounts with ids of their own, each beside its proposal; what a built-in account says is not said twice."""
    made: list[tuple[Proposal, Account]] = []
    for proposal in only_by_words(proposals, check.kit.events):
        account = _account(proposal, f"ma{len(made) + 1}", check)
        if account is not None:
            made.append((proposal, account))
    return made


def _account(proposal: Proposal, key: str, check: Check) -> Account | None:
    reading, text = check.reading, check.reading.prose
    claim = next((c for c in reading.claims if c.id == proposal.claim), None)
    known = {i.key: i.event_type for i in reading.incidents}
    if any(not find_quote(text, f.quote) for f in proposal.facets):
        check.out.invented += 1
        return None
    if (proposal.claim and claim is None) or (proposal.incident and proposal.incident not in known):
        check.out.unread += len(proposal.facets)
        return None
    kind = known.get(proposal.incident or "", proposal.event_type)
    facets = [f for p in proposal.facets if (f := _facet(p, claim, kind, check)) is not None]
    tellers = claim.tellers if claim else ()
    fresh = tuple(f for f in facets if not _said(f, proposal.incident, claim, reading))
    if not fresh:
        return None
    return Account(
        id=key,
        incident=proposal.incident or f"mi{proposal.new + 1}",
        claim=claim.id if claim else None,
        tellers=tellers,
        facets=fresh,
        reader_score=_SCORE,
        extractor=check.extractor,
    )


def _facet(proposed: Proposed, claim: Claim | None, kind: EventType, check: Check) -> Facet | None:
    text = check.reading.prose
    spans = find_quote(text, proposed.quote)
    span = told_in(spans, claim, check.reading, aside=proposed.facet in _ASIDE)
    value = value_of(proposed.facet, span, kind, check.reading, check.kit) if span else None
    if span is None or value is None:
        check.out.unread += 1
        return None
    return Facet(
        facet=proposed.facet,
        value=value,
        text=text[span[0] : span[1]],
        spans=(span,),
        claim=claim.id if claim else None,
        polarity=proposed.polarity,
        certainty=proposed.certainty,
    )


def _said(facet: Facet, incident: str | None, claim: Claim | None, reading: Reading) -> bool:
    """Whether a built-in account of this teller and incident has the facet already."""
    tellers = claim.tellers if claim else ()
    own = (a for a in reading.accounts if a.incident == incident and a.tellers == tellers)
    return any(_gist(f) == _gist(facet) for a in own for f in a.facets)


def _gist(facet: Facet) -> tuple[Any, ...]:
    """A facet without the words it was read from."""
    plain = to_plain(facet.value)
    if isinstance(plain, dict):
        plain = {k: plain.get(k) for k in ("low", "high", "group", "name", "lat", "lon", "earliest", "latest")}
    return facet.facet, plain, facet.polarity
