"""A heading that tells of one town and a deed told of another below it: two happenings, each with its own words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, within
from truceline.recount.drafts.match import Paired
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.inside import inside
from truceline.recount.split_pairs import split_pair
from truceline.text.geo import SETTLEMENTS, distance_between, is_inside, reach_km, same_name
from truceline.text.lines import headings

_FAR_KM = 30
"""Kilometres between towns that are not neighbours."""


def headings_apart(pairs: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, what a heading tells of a town parted from what is told of another far from it."""
    heads = [(line, places) for line in headings(reading.prose) if (places := _towns(reading, [line]))]
    out = list(pairs)
    for line, places in heads:
        out = [made for p in out for made in _parted(p, (line, places), reading, lexicon)]
    return out


def _parted(
    pair: Paired, head: tuple[Span, list[PlaceMention]], reading: Reading, lexicon: EventLexicon
) -> list[Paired]:
    """A pair as it is, or, where its other words tell of a town far from the heading's, without the heading's."""
    line, places = head
    below = [m for m in pair.mentions if not within(m, line)]
    if not below or pair.aggregate:
        return [pair]
    towns = _towns(reading, [s for s in reading.sentences if any(s[0] <= a < s[1] for a, _ in below)], line)
    if not towns or any(not _far(a, b) for a in towns for b in places):
        return [pair]
    held: Callable[[Span], bool] = lambda span: within(span, line)  # noqa: E731
    parts = split_pair(pair, held, lexicon)
    return [_only(p, line, inside_it=all(held(m) for m in p.mentions)) for p in parts]


def _only(pair: Paired, line: Span, *, inside_it: bool) -> Paired:
    """A pair whose draft tells nothing in a heading of another deed, or nothing below its own."""
    if pair.draft is None:
        return pair
    mentions = tuple(
        replace(m, facets=tuple(f for f in m.facets if within(f.span, line) == inside_it)) for m in pair.draft.mentions
    )
    return replace(pair, draft=replace(pair.draft, mentions=mentions))


def _towns(reading: Reading, spans: Sequence[Span], but: Span | None = None) -> list[PlaceMention]:
    """The located settlements told in some stretches of text as where something happened."""
    told = (p for s in spans for p in inside(reading.places, s))
    return [
        p
        for p in told
        if p.role == "event"
        and p.lat is not None
        and p.precision in SETTLEMENTS
        and not (but is not None and within((p.start, p.end), but))
    ]


def _far(a: PlaceMention, b: PlaceMention) -> bool:
    if same_name(a, b) or is_inside(a, b) or is_inside(b, a):
        return False
    km = distance_between(a, b)
    return km is not None and km - reach_km(a) - reach_km(b) > _FAR_KM
