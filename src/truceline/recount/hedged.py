"""Deeds and doers that a teller holds for possible only: "one of its aircraft "may have" hit the market"."""

import re
from dataclasses import replace

from truceline.model.account import Facet

_OF_DEEDS = frozenset({"occurrence", "type", "actor", "responsibility", "intent"})
_BEFORE = re.compile(
    r"\b(?:(?:may|might|could) have[\"”’']?(?: (?:been|also|\w+ly)){0,2}|possibly(?: by)?|perhaps(?: by)?)"
    r"(?: (?:the|an?|one|its))?\s+$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\W{1,3}(?:may|might|could) have\b", re.IGNORECASE)
_REACH = 40
_DOERS = frozenset({"actor", "responsibility"})


def as_hedged(text: str, facet: Facet) -> Facet:
    """The facet, possible where its words stand behind "may have" or "possibly", or a doer's before it."""
    if facet.certainty != "stated" or facet.facet not in _OF_DEEDS or not facet.spans:
        return facet
    start, end = facet.spans[0]
    hedged = _BEFORE.search(text, max(0, start - _REACH), start)
    if hedged is None and facet.facet in _DOERS:
        hedged = _BEHIND.match(text, end)
    return facet if hedged is None else replace(facet, certainty="possible")
