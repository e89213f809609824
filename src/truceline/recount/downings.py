"""Drones and aircraft shot down: a deed of those they came for, and no part of the strike told beside it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from truceline.model.account import EventType, FacetName
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, within
from truceline.recount.drafts.match import Paired
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.split_pairs import split_pair

_DOWN = re.compile(
    r"(?:(?:sho(?:t|ots?|oting)|brought|br(?:ings?|inging)) down|downed|intercept(?:ed|s|ing))\b", re.IGNORECASE
)
_FLYING = re.compile(
    r"\b(?:drones?|uavs?|quadcopters?|missiles?|rockets?|jets?|(?:war)?planes?|aircraft|helicopters?|gunships?|bombers?)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:,!?]|\b(?:but|while|after|before|when)\b")
_HELPED = re.compile(
    r"\s+(?P<helper>(?:was|were|is|are|been|being|had been|has been|have been|be)\s+)?"
    r"(?:(?:\w+ly|not|also|then|later)\s+)*",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:was|were|is|are)\s+$", re.IGNORECASE)
_HELPER = 8
_NEAR = 60
_STRIKES: frozenset[EventType | None] = frozenset(
    {"air_strike", "drone_strike", "missile_strike", "shelling", "bombing"}
)
_PARTIES: frozenset[FacetName] = frozenset({"actor", "responsibility", "target", "means"})


def downings_apart(pairs: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, each strike without what was shot down and by whom; that is a happening of its own."""
    down = {m for m in _words(pairs) if is_downing(reading.prose, m)}
    if not down:
        return list(pairs)
    out = [part for pair in pairs for part in _parted(pair, down, lexicon)]
    told = _words(out) - down
    regions = [_region(m, told, reading) for m in sorted(down)]
    return [p if set(p.mentions) <= down else _without_parties(p, regions, down) for p in out]


def with_craft_downed(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts, in which what was shot down did nothing: "Was a jet shot down?" asks for no attack by the jet."""
    return [replace(d, mentions=tuple(_with_target(m, text) for m in d.mentions)) for d in drafts]


def _with_target(mention: DraftMention, text: str) -> DraftMention:
    hit = [f for f in mention.facets if f.facet in _PARTIES and f.facet != "target" and _is_downed(f, mention, text)]
    if not hit or not is_downing(text, mention.span):
        return mention
    kept = tuple(f for f in mention.facets if f not in hit)
    told = any(f.facet == "target" for f in kept)
    return replace(mention, facets=kept if told else (*kept, replace(hit[0], facet="target")))


def _is_downed(facet: DraftFacet, mention: DraftMention, text: str) -> bool:
    """Whether words name a craft that is the subject of the passive in which it is told to have come down."""
    start, end = facet.span
    if end > mention.span[0] or _FLYING.search(text, start, end) is None:
        return False
    between = _HELPED.fullmatch(text, end, mention.span[0])
    asked = _ASKED.search(text, max(0, start - _HELPER), start) is not None
    return between is not None and (asked or bool(between["helper"]))


def _words(pairs: Sequence[Paired]) -> set[Span]:
    """All words that name some happenings."""
    return {m for p in pairs for m in p.mentions}


def _parted(pair: Paired, down: Collection[Span], lexicon: EventLexicon) -> list[Paired]:
    """A pair in two where words that are no downing's tell of a strike."""
    if pair.aggregate or all(m in down for m in pair.mentions) or not _kinds(pair, down) & _STRIKES:
        return [pair]
    return split_pair(pair, down.__contains__, lexicon)


def is_downing(text: str, mention: Span) -> bool:
    """Whether words for a deed tell that something flying was shot down, brought down or intercepted."""
    found = _DOWN.match(text, mention[0])
    if found is None:
        return False
    behind = _CLAUSE_END.split(text[found.end() : found.end() + _NEAR])[0]
    before = _CLAUSE_END.split(text[max(0, mention[0] - _NEAR) : mention[0]])[-1]
    return _FLYING.search(behind) is not None or _FLYING.search(before) is not None


def _kinds(pair: Paired, down: Collection[Span]) -> set[EventType | None]:
    """The kinds told by the words of a pair that tell of nothing shot down."""
    learned = pair.draft.mentions if pair.draft is not None else ()
    ruled = pair.happening.triggers if pair.happening is not None else ()
    return {m.event_type for m in learned if m.span not in down} | {
        t.type for t in ruled if (t.start, t.end) not in down
    }


def _region(mention: Span, told: set[Span], reading: Reading) -> Span:
    """The words that tell of what was shot down: its sentence, or its clause where another deed is told beside it."""
    text = reading.prose
    low, high = next((s for s in reading.sentences if s[0] <= mention[0] < s[1]), mention)
    if not any(low <= a < high for a, _ in told):
        return low, high
    cuts = [m.span() for m in _CLAUSE_END.finditer(text, low, high)]
    return max((b for _, b in cuts if b <= mention[0]), default=low), min(
        (a for a, _ in cuts if a >= mention[1]), default=high
    )


def _without_parties(pair: Paired, regions: Sequence[Span], down: Collection[Span]) -> Paired:
    """A pair whose draft says nothing of who shot what down."""
    if pair.draft is None:
        return pair
    mentions = tuple(
        m
        if m.span in down
        else replace(
            m,
            facets=tuple(f for f in m.facets if f.facet not in _PARTIES or not any(within(f.span, r) for r in regions)),
        )
        for m in pair.draft.mentions
    )
    return replace(pair, draft=replace(pair.draft, mentions=mentions))
