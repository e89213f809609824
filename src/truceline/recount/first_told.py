"""Where the first words of a happening set it, though the rules know a place that is told later alone."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.model.span import Span, gap
from truceline.recount.bench import Bench
from truceline.recount.convert import place_from
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.values import place_of
from truceline.recount.inside import inside
from truceline.recount.spots import Spot
from truceline.text.geo import distance_between, is_inside, reach_km, same_name

_PROPER = re.compile(r"\b[^\W\d_a-z]")
_APART_KM = 15.0
_AREAS = frozenset({"country", "region", "province/governorate"})


def first_told(bench: Bench, place: Place | None, paired: Paired) -> Place | None:
    """The place; where the sentences that tell it come behind one that names another, that other one.

    "Near Arvena aircraft fired into the column. ... Among the dead was a reporter of Dravno television."
    """
    happening, draft = paired.happening, paired.draft
    if place is None or happening is None or draft is None:
        return place
    sentences = sorted(bench.reading.sentences)
    theirs = [c.sentence for c in happening.clusters if any(same_name(p, place) for p in c.places)]
    for facet in (f for f in draft.facets if f.facet == "place" and f.polarity == "affirmed"):
        named = _place(place_of(bench, facet.span))
        if named is None:
            continue
        at = bisect_right(sentences, facet.span[0], key=lambda s: s[0]) - 1
        if not theirs or not _another(named, place):
            return place
        return named if at < min(theirs) or (at in theirs and _told_nearer(bench, facet.span, place, paired)) else place
    return place


def _told_nearer(bench: Bench, span: Span, place: Place, paired: Paired) -> bool:
    """Whether words for a place stand nearer the deed than the other place, right after its verb or behind "in".

    "The troops left Arvena, a retreat that its checkpoints outside Bedrin belied."
    """
    deeds = paired.mentions
    other = [(p.start, p.end) for p in bench.reading.places if same_name(p, place)]
    mine = min((gap(d, span) for d in deeds), default=0)
    return mine < min((gap(d, s) for d in deeds for s in other), default=0)


def _place(value: Any) -> Place | None:
    """A facet's place, if it has a name of its own."""
    place = place_from(value)
    return place if place is not None and _PROPER.search(place.name) else None


def _another(told: Place, place: Place) -> bool:
    if same_name(told, place) or is_inside(told, place) or is_inside(place, told):
        return False
    km = distance_between(told, place)
    return km is None or km > max(_APART_KM, reach_km(told) + reach_km(place))


def in_own_words(
    place: Place | None, mentions: Sequence[Span], reading: Reading, spots: Sequence[Spot]
) -> Place | None:
    """The place; where it is none or an area, the one name in the deed's own sentence that no gazetteer has.

    "In Moura the army killed 203 men": no region that another sentence tells is meant.
    """
    if not mentions or (place is not None and place.precision not in _AREAS):
        return place
    start = min(mentions)[0]
    sentence = next((s for s in reading.sentences if s[0] <= start < s[1]), (start, start))
    here = {reading.prose[slice(*s.span)] for s in inside(spots, sentence)}
    known = any(s.known for s in inside(spots, sentence))
    return Place(name=here.pop()) if len(here) == 1 and not known else place
