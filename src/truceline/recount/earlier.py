"""Figures told as earlier ones, "our first note gave 15" where its writer gives another; and who had died before.

Of "two on the list had died in custody" nobody died in the exchange.
"""

import re
from collections.abc import Sequence

from truceline.model.account import EventType, FacetName
from truceline.model.claim import Claim
from truceline.model.span import meets
from truceline.recount.bench import Bench, Told
from truceline.recount.happenings import Happening
from truceline.text.own_texts import is_earlier_text

_COUNTED: frozenset[FacetName] = frozenset({"killed", "injured", "detained", "displaced"})
_BLOODLESS: frozenset[EventType] = frozenset({"release", "handover", "talks", "ceasefire_step", "aid_delivered"})
_IN_CUSTODY = re.compile(
    r"[^.;!?]{0,40}?\b(?:in|during) (?:\w+ |their |his |her )?(?:custody|prisons?|captivity|detention|jails?"
    r"|imprisonment|cells?|camps?|hands|interrogation)\b"
    r"|[^.;!?]{0,20}?\b(?:behind bars|while (?:being )?(?:held|detained|imprisoned|in))\b",
    re.IGNORECASE,
)
"""Behind the words for those who died."""


def without_earlier(bench: Bench, told: Sequence[Told], happening: Happening | None, kind: EventType) -> list[Told]:
    """What is told, but for figures told as earlier of which the same teller gives a newer one, and who died before.

    This document's own earlier figure goes before anybody's. The happening's own statements of them go too.
    """
    counts = [t for t in told if t[1].facet in _COUNTED]
    newer = [t for t in counts if not _is_earlier(bench, t[0])]
    gone = [t for t in counts if t not in newer and _is_replaced(bench, t, newer)]
    gone += [t for t in newer if kind in _BLOODLESS and _died_in_custody(bench, t)]
    spans = [s for _, f in gone for s in f.spans]
    for cluster in happening.clusters if happening is not None else ():
        cluster.harms = [h for h in cluster.harms if not meets((h.start, h.end), spans)]
    return [t for t in told if t not in gone]


def _died_in_custody(bench: Bench, told: Told) -> bool:
    """Whether the dead died as prisoners, which no exchange does."""
    facet, text = told[1], bench.reading.prose
    return facet.facet == "killed" and _IN_CUSTODY.match(text, facet.spans[0][1]) is not None


def _is_earlier(bench: Bench, claim: Claim | None) -> bool:
    """Whether a claim's source is an earlier text or count."""
    return claim is not None and any(is_earlier_text(bench.words_of(s)) for s in claim.source)


def _is_replaced(bench: Bench, told: Told, newer: Sequence[Told]) -> bool:
    claim, facet = told
    own = bench.teller_key(claim)
    return any(f.facet == facet.facet and (not own or bench.teller_key(c) == own) for c, f in newer)
