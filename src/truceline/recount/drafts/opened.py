"""Things that are opened: "soldiers opened sacks with bayonets" is a search, and no shooting, as "opened fire" is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import EventType
from truceline.model.draft import Draft, DraftMention
from truceline.model.span import Span, overlap, span_at
from truceline.recount.clusters import VIOLENT
from truceline.recount.drafts.match import joined
from truceline.recount.events.lexicon import EventLexicon

_THING = re.compile(
    r"(?:slit|cut|broke|prised|pried|tore|slash)?\w*(?: and)? ?open(?:ed|ing|s)?(?: up)?"
    r" (?!fire\b|on\b|with\b|up\b|at\b)(?:(?:the|an?|its|their|his|her|some|all|every|each|several|many|\w+) )?"
    r"(?:[\w-]+ ){0,2}?"
    r"(?:sacks?|bags?|box(?:es)?|crates?|parcels?|packages?|cases?|containers?|cartons?|barrels?|trunks?|suitcases?|luggage"
    r"|letters?|envelopes?|lids?|doors?|hatch(?:es)?|windows?|shutters?|gates?|lorries|trucks?|boots?|tarpaulins?|safes?"
    r"|cupboards?|graves?|coffins?|parcels?|shops?|offices?|schools?|inquir(?:y|ies)|investigations?|probes?)\b",
    re.IGNORECASE,
)
_HELD: frozenset[EventType] = frozenset({"aid_obstructed", "access_denied"})
_OBSTRUCTS: tuple[tuple[EventType, float], ...] = (("aid_obstructed", 1.0),)


def with_things_opened(
    drafts: Sequence[Draft], text: str, sentences: Sequence[Span], lexicon: EventLexicon
) -> list[Draft]:
    """The drafts, one that only tells of things opened as part of what held them up there, else as no attack."""
    only = [all(_THING.match(text, m.span[0]) for m in d.mentions) and _may_be_search(d, lexicon) for d in drafts]
    kept = [d for d, opened in zip(drafts, only, strict=True) if not opened]
    for draft in (d for d, opened in zip(drafts, only, strict=True) if opened):
        here = span_at(draft.mentions[0].span[0], sentences, draft.mentions[0].span)
        home = next((n for n, d in enumerate(kept) if d.event_type in _HELD and _is_told_in(d, here)), None)
        if home is not None:
            kept[home] = joined([kept[home], _as_search(draft)])
        elif draft.event_type in _HELD:
            kept.append(draft)
    return kept


def _may_be_search(draft: Draft, lexicon: EventLexicon) -> bool:
    return draft.event_type in _HELD or lexicon.family[draft.event_type] in VIOLENT


def _is_told_in(draft: Draft, sentence: Span) -> bool:
    return any(overlap(m.span, sentence) for m in draft.mentions)


def _as_search(draft: Draft) -> Draft:
    """The draft as part of an obstruction, which was done with no arms."""
    return replace(draft, mentions=tuple(_of_search(m) for m in draft.mentions))


def _of_search(mention: DraftMention) -> DraftMention:
    kept = tuple(f for f in mention.facets if f.facet not in {"means", "time", "target"})
    return replace(mention, types=_OBSTRUCTS, facets=kept)
