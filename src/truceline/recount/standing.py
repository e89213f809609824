"""Statements of harm that still stand by a happening's accounts."""

from collections.abc import Sequence

from truceline.model.account import Account
from truceline.model.span import Span, meets, overlap
from truceline.recount.drafts.counts import HARMS
from truceline.recount.scan import Harm


def standing_harms(harms: Sequence[Harm], accounts: Sequence[Account]) -> list[Harm]:
    """The statements that somebody makes, but for those that their teller has lowered since."""
    return _latest(_not_denied(harms, accounts), accounts)


def _not_denied(harms: Sequence[Harm], accounts: Sequence[Account]) -> list[Harm]:
    """The statements of harm that somebody makes: what is denied or not confirmed is nobody's figure."""
    denied = [s for a in accounts for f in a.facets if f.facet in HARMS and f.polarity != "affirmed" for s in f.spans]
    return [h for h in harms if not any(overlap((h.start, h.end), s) for s in denied)]


def _latest(harms: Sequence[Harm], accounts: Sequence[Account]) -> list[Harm]:
    """The statements but for figures whose own teller has replaced them by a lower one."""
    told: dict[str, list[Span]] = {
        kind: [s for a in accounts for f in a.facets if f.facet == kind for s in f.spans] for kind in HARMS
    }
    every = [s for spans in told.values() for s in spans]
    lower = {h.kind for h in harms if h.lowered and meets((h.start, h.end), every)}
    return [h for h in harms if h.kind not in lower or h.raised or meets((h.start, h.end), told.get(h.kind, ()))]
