"""Who and where of a document's happenings: its parties without its tellers, its scenes without capitals that act."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.events.lexicon import EventLexicon

_LOCATIVE = re.compile(
    r"\b(?:(?:in|at|near|outside|inside|around|across|throughout|within|over|towards?|into|through)\s+"
    r"(?:the\s+|all\s+of\s+|\w+ern\s+|central\s+|parts\s+of\s+)*"
    r"|(?:(?:north|south)(?:-?(?:east|west))?|east|west|heart|centre|center|middle|edge|outskirts|streets|suburbs?)\s+of\s+)$",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(
    r"\b(?:according\s+to|(?:cited|quoted|reported|published|printed|reprinted|carried|read)\s+(?:in|by|on|from)|told"
    r"|speaking\s+to|interview\s+with|statement\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[\s*•·‣▪#>–—-]*(?:on )?", re.IGNORECASE)
_JOINT = re.compile(r"\W{1,4}(?:in |near |at |outside )?(?:the )?(?:village of |town of |city of )?", re.IGNORECASE)
_BEHIND = re.compile(r"(?:, [^\W\d_a-z][\w’' -]{1,30})?\W{0,2}(?::| [–—-] )")
"""What stands about a day and a place that head a line."""
_PART = re.compile(
    r"\s*(?:,\s*D\.?C|(?:province|governorate|countryside|suburb|district|airport|region|area|neighbou?rhood|city|street)\w*\b)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[^.!?\n]{0,40}?(?:\([^)]{2,40}\)\s*)?(?:[-–—]|--)\s")


def cast(reading: Reading, lexicon: EventLexicon, known: Collection[str]) -> Reading:
    """The reading with parties alone as its actors, and role `event` only where a happening can have been.

    States named by an adjective or by themselves are parties too ("Russian and Syrian aircraft"), if their ISO codes
    are `known`: a country of the user's own gazetteer is a place. Not parties: sources and cues of claims, "according
    to X", and a name before a headline's colon.
    """
    text = reading.prose
    telling = sorted(s for c in reading.claims for s in (*c.source, *c.cue))
    states = list(_states(reading, text, known))
    actors = sorted([*reading.actors, *states], key=lambda a: (a.start, a.end))
    parties = tuple(a for a in actors if not tells(text, (a.start, a.end), telling))
    headings = tuple(p.start for p in reading.places if _is_heading(text, p, reading.times))
    places = tuple(
        p if p.start in headings else _staged(text, _in_names(p, reading.actors), telling, lexicon)
        for p in reading.places
    )
    return replace(reading, actors=parties, places=places)


def tells(text: str, span: Span, telling: Sequence[Span]) -> bool:
    """Whether the words at `span` name a teller."""
    if any(low <= span[0] and span[1] <= high for low, high in telling):
        return True
    if text[span[1] : span[1] + 1] == ":":
        return True
    return _TOLD_BY.search(text[max(0, span[0] - 40) : span[0]]) is not None


def _is_heading(text: str, place: PlaceMention, times: Sequence[TimeMention]) -> bool:
    """Whether a day and a place open a line as its heading: "24 December, Donetsk: two wounded"."""
    line = text.rfind("\n", 0, place.start) + 1
    days = [t for t in times if line <= t.start and t.end <= place.start]
    if place.role not in {"event", "actor"} or not days or _BEHIND.match(text, place.end) is None:
        return False
    opening, joint = text[line : days[0].start], text[days[-1].end : place.start]
    return _OPENING.fullmatch(opening) is not None and _JOINT.fullmatch(joint) is not None


def _states(reading: Reading, text: str, known: Collection[str]) -> Iterator[ActorMention]:
    """States by their names and adjectives where no actor mention has them already."""
    named = [(a.start, a.end) for a in reading.actors]
    for place in reading.places:
        if place.precision != "country" or not place.country or place.role == "embedded":
            continue
        if any(a <= place.start < b for a, b in named) or _LOCATIVE.search(
            text[max(0, place.start - 30) : place.start]
        ):
            continue
        if place.country not in known:
            continue
        code = "isl" if place.country == "IS" else place.country.lower()  # "is" is another actor's
        yield ActorMention(start=place.start, end=place.end, actor=code, name=place.name, label_only=False)


def _in_names(place: PlaceMention, actors: Sequence[ActorMention]) -> PlaceMention:
    """A place name within a longer name of a party or teller is part of that name: "Red Cross and Red Crescent"."""
    inside = any(
        a.start <= place.start and place.end <= a.end and a.end - a.start > place.end - place.start for a in actors
    )
    return replace(place, role="embedded") if inside and place.role == "event" else place


def _staged(text: str, place: PlaceMention, telling: Sequence[Span], lexicon: EventLexicon) -> PlaceMention:
    if place.role != "event":
        return place
    acts = tells(text, (place.start, place.end), telling)
    located = _LOCATIVE.search(text[max(0, place.start - 30) : place.start]) is not None
    if not acts and not located:
        seat = place.name in lexicon.seats or text[place.start : place.end] in lexicon.seats
        opens = place.start < 1500 and _DATELINE.match(text, place.end) is not None
        part = _PART.match(text, place.end) is not None
        acts = not opens and not part and (place.precision == "country" or seat)
    return replace(place, role="actor") if acts else place
