"""Which of a text's places an event happened at: the finest one named near the words that tell of it."""

from collections.abc import Iterable, Sequence

from truceline.model.place import Place, PlaceMention
from truceline.model.span import Span

_FINENESS = {
    "exact location": 3.2,
    "nearby landmark": 2.6,
    "street": 2.4,
    "neighbourhood/area": 2.6,
    "village": 2.6,
    "town": 2.2,
    "city": 1.8,
    "subdistrict": 1.4,
    "district": 1.2,
    "province/governorate": 1.0,
    "region": 0.4,
    "country": 0.0,
}
"""How much a level of precision speaks for a place beside the others, by trial on incident narratives."""
_REACH = 400.0
"""Characters over which closeness to the event's words counts for one step of fineness."""


def event_place(places: Iterable[PlaceMention], anchors: Sequence[Span]) -> Place | None:
    """The likeliest place of an event told at the anchors (spans of its words); None where no place has the role event.

    Finer places win over what contains them; nearer the anchors wins over farther; places without a point come last.
    """
    mention = event_mention(places, anchors)
    return None if mention is None else as_place(mention)


def event_mention(places: Iterable[PlaceMention], anchors: Sequence[Span]) -> PlaceMention | None:
    """The mention behind `event_place`, with its words."""
    likely = [p for p in places if p.role == "event"]
    theatre = _theatre(likely)
    return max(likely, key=lambda p: (_score(p, anchors, theatre), -p.start), default=None)


def as_place(mention: PlaceMention) -> Place:
    """The place alone, without its words in the text."""
    return Place(
        name=mention.name,
        lat=mention.lat,
        lon=mention.lon,
        radius_km=mention.radius_km,
        precision=mention.precision,
        geonameid=mention.geonameid,
        country=mention.country,
        admin1=mention.admin1,
        admin2=mention.admin2,
        within=mention.within,
        confidence=mention.confidence,
        geometry=mention.geometry,
        reaches=mention.reaches,
    )


def _theatre(places: Sequence[PlaceMention]) -> str | None:
    """The country most of the places lie in: a lone town elsewhere is a bystander, or misread."""
    belief: dict[str, float] = {}
    for place in places:
        if place.country:
            belief[place.country] = belief.get(place.country, 0.0) + (place.confidence or 0.0)
    return max(sorted(belief), key=lambda c: belief[c], default=None)


def _score(place: PlaceMention, anchors: Sequence[Span], theatre: str | None) -> float:
    if place.lat is None:
        return -10.0
    away = min((_gap(place, a) for a in anchors), default=place.start)
    foreign = 1.5 if theatre is not None and place.country != theatre else 0.0
    return _FINENESS.get(place.precision or "country", 0.0) - min(4.0, away / _REACH) - foreign


def _gap(place: PlaceMention, anchor: Span) -> int:
    return max(0, place.start - anchor[1], anchor[0] - place.end)
