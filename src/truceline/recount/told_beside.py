"""What is told beside a document's other happenings alone, and so sets nothing for its main one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import overlap, stands_in
from truceline.model.when import TimeMention
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.tell import is_name
from truceline.recount.one_look import seen_whole
from truceline.recount.settle import is_origin, is_reached
from truceline.recount.since_when import since_when
from truceline.text.datelines import opens_dateline
from truceline.text.geo import SETTLEMENTS

_NAME = re.compile(r"[^\W\d_a-z][\w’'-]{2,}")


def without_theirs(reading: Reading, main: Paired, pairs: Sequence[Paired]) -> Reading:
    """The reading without the places told beside other happenings alone: a market there is not the main one's.

    Nor is the day of one that is told of none of its places.
    """
    text, beside = reading.prose, _beside(main, reading)
    own = {p.name for p in beside} | _names_of_its_own(main, reading)
    theirs = {p.start for pair in pairs if pair is not main for p in _beside(pair, reading) if p.name not in own}
    if not any(p.precision in SETTLEMENTS for p in beside):  # a street may be in the town that a report is sent from
        theirs -= {p.start for p in reading.places if opens_dateline(text, p.start, p.end)}
    places = tuple(p for p in reading.places if not (is_origin(text, p.start) or is_reached(text, p.start)))
    places = tuple(p for p in places if p.start not in theirs) if own else places
    older = [one.clause for one in since_when(reading)]
    places = tuple(p for p in places if not older or not stands_in(p.start, older) or p in beside)
    return replace(reading, places=places, times=_without_their_days(reading, main, pairs))


def _without_their_days(reading: Reading, main: Paired, pairs: Sequence[Paired]) -> tuple[TimeMention, ...]:
    """The times without the days told of happenings in other places alone; in a long text also where it tells none."""
    here = _place_names(main, reading)
    others = [p for p in pairs if p is not main and not here & _place_names(p, reading)]
    there = others if here or not seen_whole(reading.text) else []
    dated = [p.happening.days for p in there if p.happening is not None and _place_names(p, reading)]
    gone = {(t.start, t.end) for days in dated for t in days}
    return tuple(t for t in reading.times if (t.start, t.end) not in gone)


def _place_names(pair: Paired, reading: Reading) -> set[str]:
    """The names in the words that tell where a happening was: "Hass" of "a camp near Hass"."""
    spans = [f.span for f in pair.draft.facets if f.facet in {"place", "target"}] if pair.draft else []
    spans += [(p.start, p.end) for c in pair.happening.clusters for p in c.places] if pair.happening else []
    return {n for a, b in spans for n in _NAME.findall(reading.prose, a, b)}


def _names_of_its_own(pair: Paired, reading: Reading) -> set[str]:
    """The draft's bare names for where it was, also those no gazetteer has: it lies where no other happening does."""
    words = [reading.prose[slice(*f.span)] for f in pair.draft.facets if f.facet == "place"] if pair.draft else []
    return {w.removeprefix("in ").removeprefix("at ") for w in words if is_name(w)}


def _beside(pair: Paired, reading: Reading) -> list[PlaceMention]:
    """The located places told beside a happening, by the rules or, where these do not see it, by its draft."""
    if pair.happening is not None:
        return [p for c in pair.happening.clusters for p in c.places if p.lat is not None]
    facets = [f for m in pair.draft.mentions for f in m.facets if f.facet == "place"] if pair.draft else []
    return [p for p in reading.places if p.lat is not None and any(overlap((p.start, p.end), f.span) for f in facets)]
