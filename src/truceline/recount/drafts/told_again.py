"""Deeds of one kind and place that a report tells twice: at its head, and again at length."""

import re
from collections.abc import Sequence

from truceline.model.reading import Reading
from truceline.recount.clusters import VIOLENT
from truceline.recount.drafts.as_one import as_one, family, is_total
from truceline.recount.drafts.circumstances import Circumstances
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.parted import circumstances
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.profile import apart, far

_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|several|multiple|many|separate|(?:series|string|rash|wave|spate) of)\b[^.;!?]{0,30}?"
    r"\b(?:shootings|attacks|incidents|homicides|killings|murders|slayings|strikes|raids|explosions|bombings|blasts"
    r"|clashes)\b",
    re.IGNORECASE,
)
"""In a text that tells of several deeds of one kind."""
_TOLLS = ("killed", "injured")


def with_what_is_told_again(pairs: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, those brought together that tell of one kind of violence, place and toll on no other day."""
    if _SEVERAL.search(reading.prose):
        return list(pairs)
    made: list[Paired] = []
    for pair in pairs:
        home = next((n for n, p in enumerate(made) if _is_one(p, pair, reading, lexicon)), None)
        if home is None:
            made.append(pair)
        else:
            made[home] = as_one(made[home], pair)
    return made


def _is_one(one: Paired, two: Paired, reading: Reading, lexicon: EventLexicon) -> bool:
    if one.draft is None or two.draft is None or is_total(one) or is_total(two):
        return False
    if one.draft.event_type != two.draft.event_type or family(one, lexicon) not in VIOLENT or not _one_toll(one, two):
        return False
    return _may_be_one(circumstances(one.draft, reading), circumstances(two.draft, reading))


def _may_be_one(here: Circumstances, there: Circumstances) -> bool:
    """Whether neither names, days nor places told of two deeds part them."""
    if here.names and there.names and not here.names & there.names:
        return False
    if any(apart(a, b) for a in here.times for b in there.times):
        return False
    return not any(far(a, b) for a in here.places for b in there.places)


def _one_toll(one: Paired, two: Paired) -> bool:
    """Whether both tell a number of dead or hurt that agrees, and none that does not."""
    tolls = [(_toll(one, kind), _toll(two, kind)) for kind in _TOLLS]
    told = [(a, b) for a, b in tolls if a and b]
    return bool(told) and all(a & b for a, b in told)


def _toll(pair: Paired, kind: str) -> set[int]:
    harms = pair.happening.harms if pair.happening is not None else ()
    return {h.low for h in harms if h.kind == kind and h.low and not h.denied}
