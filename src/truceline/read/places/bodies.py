"""Names of bodies that a village bears too: "Red Cross" is in North Carolina, and hardly ever meant there."""

from collections.abc import Sequence

from truceline.model.gazetteer import Gazetteer
from truceline.model.place import PlaceMention
from truceline.read.actors.registry import Registry
from truceline.read.actors.words import words_of
from truceline.read.places.stated import is_stated

_BODIES = frozenset({"ngo", "un_body"})
"""Kinds of actor that bear no place's name by right, as a state or a group of fighters called after a town does."""


def without_bodies(
    text: str, places: Sequence[PlaceMention], registry: Registry, gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The places without those whose whole name is a known body's, but where the words say that a place is meant."""
    return tuple(p for p in places if not _is_body(p, registry) or _is_said(text, p, gazetteer))


def without_publisher(places: Sequence[PlaceMention], publisher: str | None) -> tuple[PlaceMention, ...]:
    """The places without those called as the document's publisher is, by more words than one: "Gulf Courier"."""
    own = [w.key for w in words_of(publisher or "") if w.key != "the"]
    return tuple(p for p in places if len(own) < 2 or [w.key for w in words_of(p.name)] != own)


def _is_body(place: PlaceMention, registry: Registry) -> bool:
    words = words_of(place.name)
    found = registry.longest(words, 0)
    return found is not None and found[0] == len(words) and registry.kind(found[1].actor) in _BODIES


def _is_said(text: str, place: PlaceMention, gazetteer: Gazetteer) -> bool:
    return is_stated(text, (place.start, place.end), gazetteer.candidates(place.name), gazetteer, frozenset())
