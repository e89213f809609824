"""Where the first words of a happening set it, though the rules know a place that is told later alone."""

import re
from bisect import bisect_right
from dataclasses import fields
from typing import Any

from truceline.model.place import Place
from truceline.recount.bench import Bench
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.values import place_of
from truceline.text.geo import distance_between, is_inside, reach_km, same_name

_PROPER = re.compile(r"\b[^\W\d_a-z]")
_APART_KM = 15.0
_FIELDS = frozenset(f.name for f in fields(Place))


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
        return named if theirs and at < min(theirs) and _another(named, place) else place
    return place


def _place(value: Any) -> Place | None:
    """A facet's place, if it has a name of its own."""
    if value is None or not _PROPER.search(str(value["name"])):
        return None
    known: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in value.items() if k in _FIELDS}
    return Place(**known)


def _another(told: Place, place: Place) -> bool:
    if same_name(told, place) or is_inside(told, place) or is_inside(place, told):
        return False
    km = distance_between(told, place)
    return km is None or km > max(_APART_KM, reach_km(told) + reach_km(place))
