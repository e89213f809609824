"""What is ruled on, in short: another word as soon as what it says or its review changes; so a stale look is known."""

import hashlib
import json
from typing import Any

from truceline.model.plain import to_plain
from truceline.model.snapshot import LedgerAccount, LedgerClaim, Snapshot

UNRULED = "machine"
"""State of a pair of reports that nobody ruled on."""


def account_state(account: LedgerAccount) -> str:
    """What an account says and how far it was reviewed, in short."""
    facets = [(f.facet, to_plain(f.value), f.text, f.polarity, f.certainty) for f in account.facets]
    return digest([account.id, account.tellers, facets, account.review])


def claim_state(claim: LedgerClaim) -> str:
    """Who says a claim, what it does and how far it was reviewed, in short."""
    return digest([claim.id, claim.speaker, claim.source_kind, claim.act, claim.reaches, claim.words, claim.review])


def judgements(snapshot: Snapshot) -> dict[frozenset[str], str]:
    """What is ruled on pairs of reports ("document/key")."""
    links = (link for incident in snapshot.incidents for link in incident.links)
    return {frozenset((link.a, link.b)): link.judgement for link in links if link.judgement != UNRULED}


def digest(value: Any) -> str:
    """A short hash of plain values."""
    return hashlib.sha256(json.dumps(to_plain(value), sort_keys=True).encode()).hexdigest()[:12]
