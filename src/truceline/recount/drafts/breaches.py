"""A count of breaches told in a sentence of its own is a total: it says nothing of one happening told before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap, span_at
from truceline.recount.drafts.as_one import each_brought_home, is_total, named, without_kinds
from truceline.recount.drafts.match import Paired

_BREACH = re.compile(r"\b(?:broke|broken|break|breach|violat|infring|infraction)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:times|occasions|instances)\b|\s+(?:[\w-]+\s+){0,3}(?:violations|breaches|infringements|infractions)\b",
    re.IGNORECASE,
)
_NO_DEED = "violation_unspecified"
_STRAY = frozenset({"compliance", "displaced"})
"""Facets by which such a total, or that of a whole war's displaced, would become part of one happening."""
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
_BEFORE = 24
"""Characters before a time in which "since" is of it."""


def without_totals(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts without facets of a sentence that names nothing of them and counts breaches, or what went on since."""
    totals = [s for s in reading.sentences if _counts_breaches(s, reading) or _since_when(s, reading)]
    return [_without(_as_total(d, reading), totals) for d in drafts] if totals else list(drafts)


def _as_total(draft: Draft, reading: Reading) -> Draft:
    """A breach told by how often there was one is a total: "violated the ceasefire seven times"."""
    if draft.event_type != _NO_DEED or len(draft.mentions) != 1:
        return draft
    here = span_at(draft.mentions[0].span[0], reading.sentences, draft.mentions[0].span)
    return replace(draft, aggregate=True) if _counts_breaches(here, reading) else draft


def _without(draft: Draft, totals: Sequence[Span]) -> Draft:
    if draft.aggregate:
        return draft
    beside = [s for s in totals if not any(overlap(m.span, s) for m in draft.mentions)]
    return replace(draft, mentions=tuple(_thinned(m, beside) for m in draft.mentions))


def _thinned(mention: DraftMention, totals: Sequence[Span]) -> DraftMention:
    kept: list[DraftFacet] = [
        f for f in mention.facets if f.facet not in _STRAY or not any(overlap(f.span, s) for s in totals)
    ]
    return replace(mention, facets=tuple(kept))


def _counts_breaches(sentence: Span, reading: Reading) -> bool:
    """Whether it tells how often something was broken: "has broken the ceasefire 46 times"."""
    text = reading.prose
    if _BREACH.search(text, *sentence) is None:
        return False
    inside = (q for q in reading.quantities if sentence[0] <= q.start < sentence[1])
    return any((q.low or 0) > 1 and _COUNTED.match(text, q.end, sentence[1]) for q in inside)


def _since_when(sentence: Span, reading: Reading) -> bool:
    """Whether it tells what went on since a day: "Nearly 960,000 have been displaced since 1 December"."""
    text = reading.prose
    times = (t for t in reading.times if sentence[0] <= t.start < sentence[1] and t.earliest)
    return any(_SINCE.search(text[max(sentence[0], t.start - _BEFORE) : t.start]) for t in times)


def with_breaches_by_deeds(pairs: Sequence[Paired], reading: Reading) -> list[Paired]:
    """The pairs, a breach with no deed of its own joined to the deed by which its sentence says it was made.

    "It violated the truce, two minutes after midnight, with mortar fire" is one happening.
    """
    breaches = [n for n, p in enumerate(pairs) if p.draft and not is_total(p) and p.draft.event_type == _NO_DEED]
    homes = {n: _deed_of(n, pairs, reading) for n in breaches}
    return each_brought_home(pairs, breaches, lambda n: homes[n], lambda n, _home, _now: without_kinds(pairs[n]))


def _deed_of(breach: int, pairs: Sequence[Paired], reading: Reading) -> int | None:
    """The pair in whose words the breach is that of its terms, told in the same sentence."""
    words = named(pairs[breach])
    for n, pair in enumerate(pairs):
        if n == breach or pair.draft is None or pair.draft.event_type == _NO_DEED or is_total(pair):
            continue
        terms = [f.span for f in pair.draft.facets if f.facet == "compliance"]
        told = any(overlap(w, t) for w in words for t in terms)
        if told and all(any(_one_sentence(w, m, reading) for m in named(pair)) for w in words):
            return n
    return None


def _one_sentence(one: Span, other: Span, reading: Reading) -> bool:
    return any(a <= one[0] < b and a <= other[0] < b for a, b in reading.sentences)
