"""Candidates of a name: by the name itself, else without its generic words, else by a name inside it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from truceline.model.gazetteer import Candidate, Gazetteer
from truceline.resolve.places.words import PlaceWords
from truceline.text.fold import fold_name

How = Literal["itself", "shorter", "inside", "none"]
_KNOWN_WIDELY = 10_000
"""Population from which a place inside a longer name is worth following ("Aleppo Artillery School")."""
_CITY = 100_000
_OWN_TOWN = 2_000
"""Population from which a name with a side of the world in it is a town's own."""


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates and how they were found."""

    candidates: tuple[Candidate, ...]
    how: How


def look_up(name: str, following: str, gazetteer: Gazetteer, words: PlaceWords) -> Found:
    """The best that the gazetteer has for a name; `following` is the text after it ("Jabal" may mean "Jabal camp")."""
    if (said := words.area_after.match(following)) and (fuller := gazetteer.candidates(name + said.group())):
        exact = tuple(c for c in fuller if c.kind != 4)
        if exact:
            return Found(exact, "itself")
    if direct := gazetteer.candidates(name):
        return Found(direct, "itself")
    parts = name.replace("’s", "").replace("'s", "").split()
    if shorter := _shorter(parts, gazetteer, words):
        return Found(shorter, "shorter")
    if words.landmark_last.get(parts[-1].lower()) in words.named_freely:
        return Found((), "none")
    if inside := _inside(parts, gazetteer, words):
        return Found(inside, "inside")
    return Found((), "none")


def _is_place_of_its_own(place: Candidate) -> bool:
    """Whether it is no mere side of a town: chosen by hand, no settlement, or one of some size."""
    return place.chosen or not place.feature.startswith("PPL") or (place.kind != 1 and place.population >= _OWN_TOWN)


def side_of(name: str, told: Collection[str], title: str, gazetteer: Gazetteer, words: PlaceWords) -> Found | None:
    """The town one side of which a name means, where the document tells it by itself ("West Bedrin" in Bedrin).

    Not so where the whole is a town of some size: East Bedrin has its own mayor. Where the whole is no town's own name,
    but what some village is also called, a city's need not be told. `told` are folded names.
    """
    side, _, town = name.partition(" ")
    if side.lower() not in words.bearings or not (whole := gazetteer.candidates(name)):
        return None
    if any(map(_is_place_of_its_own, whole)):
        return None
    titled = f" {fold_name(town)} " in f" {fold_name(title.replace(name, ' '))} "
    least = _KNOWN_WIDELY if titled or fold_name(town) in told else _CITY
    if least == _CITY and any(c.kind == 0 for c in whole):
        return None
    known = tuple(c for c in gazetteer.candidates(town) if c.feature.startswith("PPL") and c.kind in {0, 1})
    return Found(known, "shorter") if any(c.population >= least for c in known) else None


def _shorter(parts: list[str], gazetteer: Gazetteer, words: PlaceWords) -> tuple[Candidate, ...]:
    """Without "Greater", "northern", "the city of" before and "district", "area" after."""
    first, last = 0, len(parts)
    while last - first > 1 and parts[last - 1].lower() in words.droppable_last:
        last -= 1
        if found := gazetteer.candidates(" ".join(parts[first:last])):
            return found
    while last - first > 1 and (
        parts[first].lower() in words.droppable_first or parts[first].lower() in words.bearings
    ):
        first += 1
        if found := gazetteer.candidates(" ".join(parts[first:last])):
            return found
    return ()


def _inside(parts: list[str], gazetteer: Gazetteer, words: PlaceWords) -> tuple[Candidate, ...]:
    """The longest widely known name inside; generic words, plain words and given names are none."""
    for length in range(min(4, len(parts) - 1), 0, -1):
        for first in range(len(parts) - length + 1):
            name = " ".join(parts[first : first + length])
            if not name[0].isupper() or (length == 1 and _is_common(name, gazetteer, words)):
                continue
            known = tuple(c for c in gazetteer.candidates(name) if c.kind != 4 and _is_known(c))
            if known:
                return known
    return ()


def _is_common(word: str, gazetteer: Gazetteer, words: PlaceWords) -> bool:
    also = gazetteer.bearers(word)
    return also.word or also.first > 1 or word.lower() in words.landmark_last or word.lower() in words.landmark_first


def _is_known(place: Candidate) -> bool:
    return place.population >= _KNOWN_WIDELY or place.source != "geonames"
