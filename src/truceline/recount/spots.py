"""Names in the text at which something can have happened: behind "in", "at", "near", known or not."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap
from truceline.recount.facets.lexicon import FacetLexicon
from truceline.recount.settle import is_origin, is_reached
from truceline.text.datelines import opens_dateline
from truceline.text.settlements import is_label, is_topic

_SIDE = r"(?:(?:north|south|east|west)(?:-?(?:east|west))?|centre|center|heart|outskirts|edge|part|suburbs?|side)"
_KIND = (
    r"(?:village|town|city|hamlet|settlement|district|quarter|suburb|neighbou?rhood|valley|province|area|port|island|camp"
    r"|monastery|convent|abbey)"
)
_INTO = (
    r"(?:in|at|near|off|outside|inside|around|into|beside|close to|next to|not far from"
    rf"|{_SIDE} of|{_KIND}s? of|{_KIND}s?,? (?:called|named))"
)
_LOCATIVE = re.compile(
    rf"\b{_INTO}\s+(?:(?:the|nearby|both|{_KIND} of|\w+ern|\w+ern and \w+ern|central|upper|lower|downtown|old)\s+)*$",
    re.IGNORECASE,
)
"""What stands before the place of a happening."""
_THE_TOWN = r"\s(?:the (?:village|town|city|hamlet|port|island)s? of )?$"
_DONE_TO = re.compile(
    r"\b(?:(?:enter|loot|storm|captur|seiz|recaptur|overr[ua]n|raid|shell|bombard|pound|besieg|torch|attack|abandon|evacuat|reach)"
    r"(?:e?s|e?d|ing)?|left|retook|retaken|overran|(?:advanc(?:ed?|es|ing)|march(?:ed|es|ing)?) (?:on|into)"
    rf"|pull(?:ed|s|ing)? out of|withdr[ae]wn?(?:ing)? from|withdrawal from){_THE_TOWN}"
)
"""Before a place that something was done to: "irregulars looted Kalda", "advancing on Sampa"."""
_TOO = re.compile(r",?\s(?:and|or)\s(?:(?:in|at|near|nearby)\s)?|,\s")
"""Between two places told alike: "Kalda and Kurna"."""
_WORD = r"(?:(?:[a-z]{2}|[A-Z][a-z])[-’'])?[A-Z][a-zÀ-ÿ][\wÀ-ÿ’'‘-]*"
_KIND_WORD = re.compile(r"\w+(?:ial|ian|ese|ish|ern|ist)\b(?=\s[a-z])")
"""An adjective before its noun: "in Territorial tunics"."""
_HIT = re.compile(
    r"\s(?:was|were|had been|has been|came|comes|is|being)\s(?:\w+ly\s|again\s)?(?:taken\s)?"
    r"(?:under\s|hit\b|shelled|bombed|struck|attacked|raided|stormed|captured|seized|taken\b|overrun|besieged|bombarded"
    r"|rocked|pounded)"
)
"""Behind a settlement that something was done to: "Arvena was taken under howitzer fire"."""
_NAMED = re.compile(r"\b(?:called|named)\s$")
"""Before a person's name as often as a place's: "a watchman named Oren Vask was hit"."""
_UNKNOWN = re.compile(rf"(?<=\s){_WORD}(?:[ -](?:(?:de|del|el|al|bin|la)[ -])?{_WORD}){{0,2}}(?=[\s,.;:)”\"])")
"""A name that no gazetteer has."""
_NOWHERE = re.compile(
    r"(?:he|she|they|we|it|this|that|these|those|one|who|some|many|several|all|both|nobody|everybody|everyone|others)\b",
    re.IGNORECASE,
)
"""Words that open a sentence with a capital and name no place: "He was captured"."""
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Spot:
    """A name where something can have happened; `known` where the gazetteer has it."""

    start: int
    end: int
    known: bool

    @property
    def span(self) -> Span:
        """Its words."""
        return self.start, self.end


def find_spots(reading: Reading, whole: Reading, lexicon: FacetLexicon) -> list[Spot]:
    """All spots in text order.

    `whole` is the reading with all names, also of those places where nothing can have happened.
    """
    parties = [(a.start, a.end) for a in reading.actors] + [s for c in reading.claims for s in c.source]
    out = _known_spots(reading, parties)
    busy = Stretches([*parties, *((p.start, p.end) for p in whole.places), *((t.start, t.end) for t in reading.times)])
    return sorted([*out, *_unknown_spots(reading.prose, busy, lexicon)], key=lambda s: s.start)


def _known_spots(reading: Reading, parties: Sequence[Span]) -> list[Spot]:
    """The spots that the reading has for places, no party's unless a name was taken for one, and its topics."""
    text = reading.prose
    places = sorted(reading.places, key=lambda p: p.start)
    told = [
        _as_spot(p)
        for p in places
        if p.role == "event" and p.precision not in {"country", "region"}
        if not opens_dateline(text, p.start, p.end)
        if _is_told(text, p.start, p.end)
    ]
    taken_for = {(a.start, a.end) for a in reading.actors if (a.actor or "").startswith("x-")}
    owned = Stretches([p for p in parties if p not in taken_for])
    out = [s for s in told if s.span in taken_for or not owned.meets(s.span)]  # "in Sultan Daro": a town, no person
    topics = [
        s
        for s in map(_as_spot, places)
        if is_label(text, s.start, s.end) or (not s.known and is_topic(text, s.start, s.end))
    ]
    return [*out, *(t for t in topics if t not in out)]


def _unknown_spots(text: str, busy: "Stretches", lexicon: FacetLexicon) -> Iterator[Spot]:
    """The names that nothing else has, told as places or alike to the one before: "in Kalda and Kurna"."""
    last: int | None = None
    for found in _UNKNOWN.finditer(text):
        if busy.meets(found.span()):
            continue
        too = last is not None and _TOO.fullmatch(text, last, found.start()) is not None
        if (too or _is_told(text, *found.span())) and not _is_no_place(text, found, lexicon):
            yield Spot(*found.span(), known=False)
            last = found.end()


def _as_spot(place: PlaceMention) -> Spot:
    return Spot(place.start, place.end, known=place.lat is not None)


def _is_no_place(text: str, found: re.Match[str], lexicon: FacetLexicon) -> bool:
    """Whether a capitalised word is a body's or a treaty's name, an adjective before its noun, or nothing at all."""
    words = [w.casefold() for w in found[0].split()]
    return (
        found[0].casefold() in lexicon.nowhere
        or _NOWHERE.fullmatch(found[0]) is not None
        or not lexicon.bodies.isdisjoint(words)
        or _KIND_WORD.match(text, found.start()) is not None
    )


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether a name stands where something happened, or something was done to it."""
    low = max(0, start - _BEFORE)
    if is_reached(text, start):
        return False
    hit = _HIT.match(text, end) is not None and _NAMED.search(text, low, start) is None
    return hit or _DONE_TO.search(text, low, start) is not None or _is_located(text, start)


def _is_located(text: str, start: int) -> bool:
    return _LOCATIVE.search(text, max(0, start - _BEFORE), start) is not None and not is_origin(text, start)


def lands_told(reading: Reading) -> list[Spot]:
    """The countries and regions in which something is said to have been: "talks that opened in Kuwait"."""
    text = reading.prose
    told = (p for p in reading.places if p.role == "event" and p.precision in {"country", "region"})
    return [_as_spot(p) for p in sorted(told, key=lambda p: p.start) if _is_located(text, p.start)]


class Stretches:
    """Stretches of text, to be asked whether one meets them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._longest = max((b - a for a, b in spans), default=0)

    def meets(self, span: Span) -> bool:
        """Whether one of them overlaps."""
        low = bisect_left(self._spans, (span[0] - self._longest, 0))
        high = bisect_left(self._spans, (span[1], 0))
        return any(overlap(s, span) for s in self._spans[low:high])
