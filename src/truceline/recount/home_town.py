"""The town a whole text is about, in which those of its deeds lie that name no place."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.account import ReportedIncident
from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.convert import plain_place
from truceline.recount.scene_set import NOT_THERE, NOWHERE, SITE
from truceline.recount.setting import is_astray
from truceline.recount.spots import Spot
from truceline.text.datelines import opens_dateline
from truceline.text.geo import SETTLEMENTS

_WIDE = frozenset({"country", "region"})
_THE_TOWN = re.compile(r"\b(?:the|this) (?:town|city)\b(?! (?:of|hall|council|hospital)\b)", re.IGNORECASE)
_HERE = re.compile(
    rf"{_THE_TOWN.pattern}|\bthere\b(?! (?:is|are|was|were|ha[sd]|will|can|could|would|came)\b)", re.IGNORECASE
)
_SEAT = re.compile(
    r"\b(?:spokes\w+|offic\w+|attaché|command|ministry|mission|sources?|diplomats?|headquarters|reporters|journalists"
    r"|staff|correspondents?|tribunal|government|told) (?:in|at|of) $|\b(?:from|for) $"
)
"""Before where somebody speaks or comes from: "a spokesman in Arvena", "people from Bedrin"."""
_BESIDE = re.compile(r"\b(?:near|outside|from|to) $")
"""Before a town that only tells where another place lies."""
_MORE_BEFORE = re.compile(r"[A-Z][\w’'-]+(?:,| and| or|, and) $")
_MORE_BEHIND = re.compile(r"(?:,| and| or|, and) [A-Z]")
"""About a name that a heading tells beside others."""
_ON_THE_WAY = re.compile(
    r"\b(?:road|highway|motorway|border|frontier|countryside|province|region|district|sea|coast|river|valley|desert|mountains?)\b"
)
"""A site that lies between towns."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_ANYWHERE = frozenset({"other", "release"})
"""Kinds of deeds that a text on one town tells of other places as often."""
_BREAK = re.compile(r"\n")
_LOOK = 40
_OPENING = 4
"""Sentences from the text's beginning in which the town is named that it then calls "the city"."""
_OFTEN = 2
"""Times it must be called so without another settlement named before."""
_LONG = 12
"""Sentences from which a text is more than one piece of news with what had happened before."""
_FIRST = 3
"""Words that name a happening, from its first on, which may stand where no other place is told."""
_NEAR = 3
"""Sentences up to a deed's in which "the city" still says where it was."""


@dataclass(frozen=True, slots=True)
class HomeTown:
    """The town, with where the text's other places are named, and its sentences and paragraphs in order."""

    place: Place
    others: tuple[int, ...]
    text: str
    sentences: tuple[Span, ...]
    paragraphs: tuple[int, ...]


def home_town(reading: Reading, spots: Sequence[Spot]) -> HomeTown | None:
    """The one town a whole text is about: the heading's, or the first told, which is "the city" from then on."""
    text = reading.prose
    if len(reading.sentences) < _LONG:
        return None
    told = [p for p in reading.places if _is_settlement(p)]
    land, paragraphs = _land(reading), _paragraphs(text)
    own = [p for p in told if p.country == land]
    headed = _in_heading(reading)
    town = _headed(headed, own, text) if headed else _taken_as_known(own, told, reading, paragraphs)
    if town is None or is_astray(town, reading.places):
        return None
    known = [p.start for p in reading.places if _is_elsewhere(text, p, town)]
    names = {town.name, text[town.start : town.end]}
    unknown = [s.start for s in spots if not s.known and text[s.start : s.end] not in names]
    others = tuple(sorted({*known, *unknown}))
    return HomeTown(plain_place(town), others, text, tuple(sorted(reading.sentences)), paragraphs)


def at_home_town(made: ReportedIncident, town: HomeTown | None) -> Place | None:
    """The incident's place; where none is told but a site at most, and no other in its paragraph so far, that town."""
    place = made.place
    if town is None or made.aggregate or not made.mentions or made.event_type in _ANYWHERE:
        return place
    if place is not None and not _may_lie_in_town(place):
        return place
    untold = made.event_type in NOWHERE
    at_home = any(_is_at_home(span, town, untold=untold) for span in sorted(made.mentions)[:_FIRST])
    return town.place if at_home else place


def _may_lie_in_town(place: Place) -> bool:
    """Whether it is a site without a name that lies between no towns."""
    return place.lat is None and SITE.fullmatch(place.name) is not None and _ON_THE_WAY.search(place.name) is None


def _is_at_home(deed: Span, town: HomeTown, *, untold: bool) -> bool:
    """Whether words for a deed stand where no other place is told before them in their paragraph.

    `untold` deeds, as talks are, come to pass in no town but one that their sentence speaks of; so may one of a year
    that is told.
    """
    text, sentences = town.text, town.sentences
    at = max(bisect_right(sentences, deed[0], key=lambda s: s[0]) - 1, 0)
    start, end = sentences[at]
    paragraph = _paragraph(town.paragraphs, start)
    if bisect_left(town.others, paragraph) != bisect_left(town.others, end):
        return False
    if _THE_TOWN.search(text, start, end):
        return True
    if untold or NOT_THERE.search(text, start, end):
        return False
    low = max(paragraph, sentences[max(0, at - _NEAR)][0])
    return _YEAR.search(text, start, end) is None or _HERE.search(text, low, end) is not None


def _is_settlement(place: PlaceMention) -> bool:
    return place.lat is not None and place.precision in SETTLEMENTS and place.role in {"event", "embedded"}


def _land(reading: Reading) -> str | None:
    """The country of which the text names most: its own name, its people, its areas and towns, each once."""
    named = {(p.name, p.country): None for p in reading.places if p.lat is not None and p.country}
    return max(Counter(land for _, land in named).items(), key=lambda c: c[1], default=(None, 0))[0]


def _in_heading(reading: Reading) -> list[PlaceMention]:
    """The places named in the title, where the text has it as its first line."""
    title, text = reading.document.title or "", reading.prose
    start = text.find(title) if title else -1
    if start < 0 or text[:start].strip():
        return []
    return [p for p in reading.places if start <= p.start < start + len(title) and p.role != "demonym" and p.lat]


def _headed(headed: Sequence[PlaceMention], own: Sequence[PlaceMention], text: str) -> PlaceMention | None:
    """The one town that a heading names, which no other name is joined to."""
    one = headed[0]
    joined = _MORE_BEFORE.search(text, max(0, one.start - _LOOK), one.start) or _MORE_BEHIND.match(text, one.end)
    known = one.precision in SETTLEMENTS and any(p.name == one.name for p in own)
    return one if len({p.name for p in headed}) == 1 and known and not joined else None


def _taken_as_known(
    own: Sequence[PlaceMention], told: Sequence[PlaceMention], reading: Reading, paragraphs: Sequence[int]
) -> PlaceMention | None:
    """The town named first, at the text's beginning, if "the city" is said of none named right before."""
    text, sentences = reading.prose, sorted(reading.sentences)
    named = [p.start for p in told if not _SEAT.search(text, max(0, p.start - _LOOK), p.start)]
    free = sum(not _is_bound(m.start(), named, paragraphs) for m in _THE_TOWN.finditer(text))
    firsts = {text[p.start : p.end]: p for p in reversed(own) if p.role == "event"}
    if free < _OFTEN or not firsts:
        return None
    at, words = min((text.find(words), words) for words in firsts)
    near = _BESIDE.search(text, max(0, at - _LOOK), at) is not None
    return firsts[words] if at < sentences[_OPENING][0] and not near else None


def _is_bound(at: int, named: Sequence[int], paragraphs: Sequence[int]) -> bool:
    """Whether a settlement is told before in the paragraph: it is "the city" then."""
    return bisect_left(named, _paragraph(paragraphs, at)) != bisect_left(named, at)


def _paragraphs(text: str) -> tuple[int, ...]:
    """Where each paragraph begins."""
    return (0, *(m.end() for m in _BREAK.finditer(text)))


def _paragraph(paragraphs: Sequence[int], at: int) -> int:
    """Where the paragraph begins that holds a point of the text."""
    return paragraphs[bisect_right(paragraphs, at) - 1]


def _is_elsewhere(text: str, place: PlaceMention, town: PlaceMention) -> bool:
    """Whether a place where something can have happened lies elsewhere than in the town or about it."""
    if place.role != "event" or place.precision in _WIDE or opens_dateline(text, place.start, place.end):
        return False
    if place.name in {town.name, *town.within} or town.name in place.within:
        return False
    return _SEAT.search(text, max(0, place.start - _LOOK), place.start) is None
