"""Whose names may leave: public figures and bodies, places, who speaks in an office, whom the analyst allows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.actor import Actor
from truceline.model.place import Place
from truceline.model.plain import from_plain
from truceline.model.reading import Reading
from truceline.model.snapshot import Snapshot
from truceline.model.source import Source
from truceline.publish.kit import NameKit
from truceline.publish.persons.bylines import bylines
from truceline.publish.persons.find import private_spans
from truceline.publish.persons.known import Known, Style
from truceline.publish.persons.offices import endings_of
from truceline.publish.persons.things import told_things
from truceline.publish.policy import Policy
from truceline.publish.tokens import Keys, Names, keys_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Names that may leave, as keys: of figures, bodies and whom the analyst allows; of officials; of places.

    A word of the first is never taken for part of a private name; one of the others is where nothing says otherwise.
    """

    named: frozenset[Keys]
    officials: frozenset[Keys]
    places: frozenset[Keys]


def open_names(snapshot: Snapshot, readings: Sequence[Reading], policy: Policy, kit: NameKit) -> Opened:
    """Every name that may leave."""
    own = {a.id: a for a in snapshot.actors if is_public(a)}
    figures = [*_of_snapshot(snapshot, own), *kit.open_names, *policy.allowed_names]
    places = [name for place in _places(snapshot) for name in names_of_place(place)]
    for reading in readings:
        figures += (*_actors_of(reading, own), *_outlet_of(reading, kit))
        places += (*_places_of(reading, kit), *(" ".join(name) for name in told_things(reading.prose, kit)))
    places += _told_where(snapshot, [r.text for r in readings if r.text], kit)
    figures += (name for spellings in kit.figures for name in spellings)
    named = _keys(name for name in figures if not _LIKE_A_NAME.fullmatch(name))
    known = Known(open=Names(named | _keys(places)), private=Names(()), parts=frozenset(), kit=kit)
    officials = _keys(_officials(snapshot, known)).union(
        (e for name in _signed(snapshot, readings, kit) for e in endings_of(name, kit)), _known_figures(readings, kit)
    )
    return Opened(named=named, officials=officials, places=_keys(places))


_LIKE_A_NAME = re.compile(r"(?=.*[AEIOUY])[A-Z]{3,4}")
"""Initials that people are called by ("SANA", "ANA"): written so they are no name anyway, and else they are one."""


def _signed(snapshot: Snapshot, readings: Sequence[Reading], kit: NameKit) -> Iterator[Keys]:
    """Who signed an article of an outlet, or of a source that the analyst lists."""
    listed = [source for source in snapshot.sources if is_listed(source)]
    outlets = Names(keys_of(name) for name in (*kit.outlet_names, *(source.name for source in listed)))
    return bylines(readings, outlets, kit.article_hosts.union(*(source.domains for source in listed)), kit)


def _known_figures(readings: Sequence[Reading], kit: NameKit) -> Iterator[Keys]:
    """Short names by which a public figure alone is meant, and those of figures whom the documents name in full."""
    yield from (_unjoined(keys_of(short), kit) for short in kit.short_figures)
    texts = [reading.text for reading in readings if reading.text]
    for spellings in kit.figures:
        if any(name in text for name in spellings for text in texts):
            yield from (end for name in spellings for end in endings_of(keys_of(name), kit))


def _unjoined(name: Keys, kit: NameKit) -> Keys:
    """A short name without the joint before it, so that it is found behind a private given name ("Orvel al-Jubeir")."""
    return name[1:] if len(name) == _PAIR and name[0] in kit.joints else name


_PAIR = 2


def bodies_of(snapshot: Snapshot) -> Names:
    """Names of the bodies of the registry that the documents name, whose offices are public."""
    bodies = (a for a in snapshot.actors if a.kind not in _NO_BODIES)
    return Names(keys_of(name) for a in bodies for name in (a.name, *a.aliases, *(d.name for d in a.dated)))


_NO_BODIES = frozenset(("person", "state", "outlet", "ngo"))


def _keys(names: Iterable[str]) -> frozenset[Keys]:
    return frozenset(keys_of(name) for name in names) - {()}


def is_public(actor: Actor) -> bool:
    """Whether an entry of the registry is a body, or a person of whom it says for whom he or she speaks."""
    return actor.kind != "person" or actor.side is not None or actor.parent is not None


def is_listed(source: Source) -> bool:
    """Whether a source is an outlet or in the analyst's own file; else all that is known of it is a name."""
    return any((source.owner, source.country, source.affiliation, source.domains, source.reliability))


def _of_snapshot(snapshot: Snapshot, own: Mapping[str, Actor]) -> Iterator[str]:
    for actor in own.values():
        yield from (actor.name, *actor.aliases, *(d.name for d in actor.dated))
        if actor.kind == "person":
            yield keys_of(actor.name)[-1]
    for agreement in snapshot.agreements:
        yield from (agreement.name, agreement.zone_name)
        for party in agreement.parties:
            yield from (party.name, *party.labels)
    for source in filter(is_listed, snapshot.sources):
        yield from (name for name in (source.name, source.owner, source.affiliation) if name)


def _places(snapshot: Snapshot) -> Iterator[Place]:
    for incident in snapshot.incidents:
        if incident.place is not None:
            yield incident.place
        told = (f.value for a in incident.accounts for f in a.facets if f.facet == "place")
        yield from (from_plain(Place, v) for v in told if isinstance(v, dict) and "name" in v)


def names_of_place(place: Place) -> Iterator[str]:
    """Names of a place that is located, and of what contains it; of any other place only what contains it."""
    wide = (place.admin1, place.admin2, *place.within)
    yield from (name for name in ((place.name, *wide) if is_located(place) else wide) if name)


def is_located(place: Place) -> bool:
    """Whether a gazetteer knows it, or coordinates were told: no other name is sure to be a place's."""
    return place.lat is not None or place.geonameid is not None


def _officials(snapshot: Snapshot, known: Known) -> Iterator[str]:
    for claim in snapshot.claims:
        if not in_office(claim.source_words, known):
            continue
        if claim.speaker and claim.source_kind in {"named_official", "person"}:
            yield from (claim.speaker, claim.speaker.split()[-1])
        said = claim.source_words
        for start, end in private_spans(said, known, Style.VALUE):
            if not _BEHIND_FOR.search(said[:start]):
                yield from (said[start:end], said[start:end].split()[-1])


_BEHIND_FOR = re.compile(r"\b(?:for|of|to|with|by)\s+(?:the\s+)?$")
"""Before somebody who does not speak: "a spokesman for"."""


def in_office(source: str, known: Known) -> bool:
    """Whether a claim's source is told of by an office, and by nothing that a witness or a medic is told of by."""
    keys, kit = keys_of(source), known.kit
    words = frozenset(keys)
    body = bool(words & kit.bodies) or any(known.open.longest(keys, at) for at in range(len(keys)))
    return (bool(words & kit.office) or (body and bool(words & kit.office_of_body))) and not words & kit.no_office


_BEFORE = 30
"""Characters before a place's name in which its preposition stands."""


def _places_of(reading: Reading, kit: NameKit) -> Iterator[str]:
    text = reading.prose
    yield from (name for place in reading.document.places for name in names_of_place(place))
    for place in reading.places:
        said = text[place.start : place.end]
        if is_located(place):
            yield from (said, *names_of_place(place))
        elif _behind_preposition(text[max(0, place.start - _BEFORE) : place.start], kit) and not _given(said, kit):
            yield said


def _actors_of(reading: Reading, own: Mapping[str, Actor]) -> Iterator[str]:
    for mention in reading.actors:
        if mention.actor in own:
            yield from (reading.prose[mention.start : mention.end], mention.name)


def _outlet_of(reading: Reading, kit: NameKit) -> Iterator[str]:
    """Who published a document, where the name's last word is an outlet's: "Harran Wire" is no Harran."""
    name = reading.document.publisher or ""
    if len(keys_of(name)) > 1 and keys_of(name)[-1] in kit.outlets:
        yield name


def _behind_preposition(before: str, kit: NameKit) -> bool:
    last = re.search(r"(\w+) (?:the )?$", before)
    return last is not None and last[1].casefold() in kit.before_places - {"and", "from", "by"}


def _told_where(snapshot: Snapshot, texts: Sequence[str], kit: NameKit) -> Iterator[str]:
    """What the reader takes for the place of a happening, where a text has it behind "in" or "near"."""
    facets = (f for i in snapshot.incidents for a in i.accounts for f in a.facets if f.facet == "place")
    for name in sorted({f.text.strip() for f in facets}):
        if _PLACE.fullmatch(name) and not _given(name, kit):
            behind = re.compile(rf"\b(?:[Ii]n|[Nn]ear|[Aa]t) {re.escape(name)}\b(?!['’]s)")
            if any(behind.search(text) for text in texts):
                yield name


_PLACE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}")
"""A place's name as it may be printed, no more of the sentence."""


def _given(name: str, kit: NameKit) -> bool:
    return any(key in kit.given for key in keys_of(name))
