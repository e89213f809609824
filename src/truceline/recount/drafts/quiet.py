"""People counted beside a deed that hurts nobody: they were hurt in the violent one of the same report."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.span import Span, gap, within
from truceline.recount.clusters import VIOLENT
from truceline.recount.drafts.match import Paired
from truceline.recount.events.lexicon import EventLexicon

QUIET = frozenset(
    {
        "abduction",
        "aid_delivered",
        "aid_obstructed",
        "ceasefire_step",
        "detention",
        "evacuation",
        "handover",
        "looting",
        "release",
        "talks",
        "troop_movement",
        "withdrawal",
    }
)
"""Types that take no toll beside a violent one: of 1,800 of them in our own annotated reports six do."""
_TOLLS = frozenset({"killed", "injured"})


def tolls_to_the_violent(drafts: Sequence[Draft], lexicon: EventLexicon) -> list[Draft]:
    """The drafts, with the dead and injured of a quiet deed hung on the nearest mention of a violent one.

    Where a report tells of no violent one, they stay ("two detainees died").
    """
    homes = [m for d in drafts if lexicon.family[d.event_type] in VIOLENT for m in d.mentions]
    tolls = [f for d in drafts if d.event_type in QUIET for f in d.facets if f.facet in _TOLLS]
    if not homes or not tolls:
        return list(drafts)
    gained: dict[DraftMention, list[DraftFacet]] = {}
    for toll in tolls:
        gained.setdefault(min(homes, key=lambda m: (gap(m.span, toll.span), m.span)), []).append(toll)
    return [replace(d, mentions=tuple(_with(m, gained.get(m, ()), d) for m in d.mentions)) for d in drafts]


def without_crowds_hit(pairs: Sequence[Paired], lexicon: EventLexicon) -> list[Paired]:
    """The pairs without a protest that is told only as what a violent deed hit: "a bomb went off at a march"."""
    struck = [
        f.span
        for p in pairs
        if p.draft is not None and lexicon.family[p.draft.event_type] in VIOLENT
        for f in p.draft.facets
        if f.facet in {"target", "place"}
    ]
    return [p for p in pairs if not _only_hit(p, struck)]


def _only_hit(pair: Paired, struck: Sequence[Span]) -> bool:
    draft = pair.draft
    if draft is None or draft.event_type != "protest" or any(f.facet not in {"place", "time"} for f in draft.facets):
        return False
    return all(any(within(m, s) for s in struck) for m in pair.mentions)


def _with(mention: DraftMention, gained: Sequence[DraftFacet], draft: Draft) -> DraftMention:
    quiet = draft.event_type in QUIET
    own = [f for f in mention.facets if not (quiet and f.facet in _TOLLS)]
    return replace(mention, facets=(*own, *gained))
