"""What a draft's words come to: who they name, which place, time, number or kind of thing."""

import math
import re
from typing import Any

from truceline.model.account import FacetName
from truceline.model.claim import Claim
from truceline.model.draft import DraftFacet
from truceline.model.place import Place, PlaceMention
from truceline.model.plain import to_plain
from truceline.model.span import Span, meets, overlap, stands_in
from truceline.model.when import Time
from truceline.recount.anchors import clock_only
from truceline.recount.bench import Bench
from truceline.recount.convert import plain_place, plain_time
from truceline.recount.drafts.counts import COUNTS, count_of
from truceline.recount.drafts.parties import PARTIES, bare, party_of
from truceline.recount.kit import RecountKit
from truceline.recount.lexicon import longest
from truceline.recount.one_look import CLEARLY
from truceline.recount.tokens import split_words

_STANCES = {"intent": "intended", "compliance": "kept", "notice": "informed"}
_SHORTEST_NAME = 3
_DISTANCE = re.compile(
    r"(?:(?:some|about|around|only|just|nearly) )?[\w.,-]+ (?:and a half )?"
    r"(?:kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|yards|feet|hours)(?: (?:deep|away|further|on|in|inside))?",
    re.IGNORECASE,
)
"""How far, which is no place: "two kilometres"."""
_LEADING = re.compile(
    r"^(?:(?:in|at|on|near|to|from|towards?|against|around|outside|inside|into|off|over|across|by|of|the|an?)\s+)+",
    re.IGNORECASE,
)
"""Words before a place that are no part of its name."""
_BROKEN = re.compile(r"(?<=\b[AaEe][lnrsdt])- (?=[A-Z])")
"""Where an article was torn from its name: "Jabal Al- Harun"."""
_SEAT = re.compile(
    r"(?:[a-z][^.;:]*\sof|[^.;:]+\s(?:in|at|near|outside)) "
    r"((?:[a-z]{2}[-’'])?[A-Z][\w’'-]*(?: (?:(?:of|al|el|de) )?[A-Z][\w’'-]*)*)$"
)
"""A site with the name of where it is: "a checkpoint at Orvenka"."""

_OFF = re.compile(
    r"(?<=[\w’'-]), (?:(?:some|about|around|only|just|nearly|roughly) )?[\w.-]+ (?:and a half )?"
    r"(?:kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|yards|hours)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""Behind a place, how far it lies from another: "Orme, ten kilometres west of Sollen"."""
_HARMED = re.compile(
    r"(?<=\w) (?:(?:(?:had|has|have) been|was|were|is|are|being) )?(?:also |badly |partly |completely |heavily )?"
    r"(?:damaged|destroyed|hit|wrecked|burnt|burned|flattened|levelled|leveled|torched|gutted)(?: (?:down|out))?$"
    r"|(?<=\w) (?:(?:had|has|have) been|was|were)(?: also)?$",
    re.IGNORECASE,
)
"""Behind a thing, that it came to harm: "a warehouse was also damaged"."""
_AT = re.compile(r"\b(?:in|at|on|near|outside|inside|behind|beside)\s+$", re.IGNORECASE)
_APPOSED = re.compile(
    r"(?<=[\w’'-]), (?:an?|the) (?:[\w’'-]+ ){0,3}?(?:village|town|city|hamlet|settlement|suburb|quarter|district"
    r"|port|camp|outpost|crossing)\b.*$"
)
"""Behind a place that is then said to be one: "Let Kalda, a village in Orven township"."""


def value_of(bench: Bench, kit: RecountKit, facet: DraftFacet, claim: Claim | None) -> Any:
    """A facet's normal form (see `Facet.value`); None where the words give a count or a time none."""
    name, span = facet.facet, facet.span
    if name in PARTIES:
        return party_of(bench, facet, claim)
    if name in COUNTS:
        return count_of(bench, kit, facet)
    if name in {"place", "time"}:
        return place_of(bench, span, sure=facet.score >= CLEARLY) if name == "place" else time_of(bench, span)
    listed = _listed(bench, span, name) if name == "means" else _STANCES.get(name)
    return listed or _plain(
        _HARMED.sub("", bare(bench.words_of(span))) if name == "damage" else bare(bench.words_of(span))
    )


def _plain(words: str) -> str:
    """Words without a sentence's capital; those of a name stay as written."""
    return words if any(w[:1].isupper() for w in words.split()[1:]) else words.lower()


def place_of(bench: Bench, span: Span, *, sure: bool = False) -> Any:
    """The place resolved within the words, the finest first; else one left open that has their name.

    None where the words name a party, or a place where nothing can have happened (a nationality). What is `sure` to
    tell where names no party by a guess or in part, nor for standing among the words for a teller.
    """
    roles = {"event", "actor"} if sure else {"event"}
    parties = _parties(bench, span, sure=sure)
    found = [p for p in bench.reading.places if overlap((p.start, p.end), span) and (not sure or p.role in roles)]
    free = [p for p in found if p.role in roles and not stands_in(p.start, parties)]
    open_ones = [p for p in free if p.lat is None]
    if len(open_ones) < len(free):
        located = (p for p in free if p.lat is not None)
        return to_plain(plain_place(min(located, key=_finest_first)))
    name = _OFF.sub("", _APPOSED.sub("", _LEADING.sub("", bare(bench.words_of(span)))))
    sources = [s for c in bench.reading.claims for s in c.source if not (sure and _set_within(bench, span, s))]
    taken = len(open_ones) < len(found) or meets(span, (*parties, *sources))
    if taken or _names_no_place(bench, name, sure=sure):
        return None
    name = _BROKEN.sub("-", name)
    seat = _SEAT.match(name)
    return to_plain(Place(name=seat[1] if seat else name))


def _finest_first(place: PlaceMention) -> tuple[float, int]:
    return place.radius_km if place.radius_km is not None else math.inf, place.start


def _parties(bench: Bench, span: Span, *, sure: bool) -> list[Span]:
    """Where parties are named; where words surely tell a place, those alone that are known and have all of them."""
    named = (*bench.reading.actors, *bench.speakers)
    if sure:
        last = span[1] - len(bench.words_of(span).split()[-1])
        return [(a.start, a.end) for a in named if a.actor and not a.actor.startswith("x-") and a.end > last >= a.start]
    towns = {(p.start, p.end) for p in bench.reading.places if p.lat is not None and p.role == "event"}
    guessed = {(a.start, a.end) for a in bench.reading.actors if (a.actor or "").startswith("x-")}
    parties = [(a.start, a.end) for a in named]
    return [p for p in parties if not (p in towns and p in guessed and p == span)]  # "in Sultan Daro": no person


def _set_within(bench: Bench, span: Span, source: Span) -> bool:
    """Whether words stand behind a preposition of place among those for a teller: "a witness on | the mail steamer"."""
    return source[0] < span[0] and _AT.search(bench.reading.prose, source[0], span[0]) is not None


def _names_no_place(bench: Bench, name: str, *, sure: bool) -> bool:
    """Whether a name is too short, a distance, a body's, or of nowhere."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
    body = not sure and last[:1].isupper() and last.lower() in bench.lexicon.bodies
    short = len(name) < _SHORTEST_NAME
    owner = name.endswith(("'s", "’s"))  # "at Tarnia's request"
    return short or body or owner or _DISTANCE.fullmatch(name) is not None or name.lower() in bench.lexicon.nowhere


def time_of(bench: Bench, span: Span) -> Any:
    """The interval of a time expression within the words, open where none was found there ("an hour later").

    A day told stands before an hour or part of a day beside it: "on the morning of the funeral, January 16".
    """
    text = bench.reading.prose
    found = [t for t in bench.reading.times if overlap((t.start, t.end), span) and t.type in {"DATE", "TIME"}]
    dated = sorted((t for t in found if t.earliest), key=lambda t: clock_only(text, t)) or found
    return to_plain(plain_time(dated[0]) if dated else Time())


def _listed(bench: Bench, span: Span, facet: FacetName) -> str | None:
    """The normal form of a facet word inside the words, by the word list."""
    words = split_words(bench.reading.prose, span).lower
    for at in range(len(words)):
        hit = longest(bench.lexicon.words, words, at)
        if hit and hit[1].startswith(f"{facet}:"):
            return hit[1].partition(":")[2] or None
    return None
