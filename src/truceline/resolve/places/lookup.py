"""Candidates of a name: by the name itself, else by what is left of it without its generic words, else by a name inside it."""

from dataclasses import dataclass
from typing import Literal

from truceline.model.gazetteer import Candidate, Gazetteer
from truceline.resolve.places.words import PlaceWords

How = Literal["itself", "shorter", "inside", "none"]
_KNOWN_WIDELY = 10_000
"""Population from which a place inside a longer name is worth following ("Aleppo Artillery School")."""
_CONTEXT = 45
"""Characters before a name that are read for what is said of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates and how they were found."""

    candidates: tuple[Candidate, ...]
    how: How


def look_up(name: str, gazetteer: Gazetteer, words: PlaceWords) -> Found:
    """The best that the gazetteer has for a name."""
    if direct := gazetteer.candidates(name):
        return Found(direct, "itself")
    parts = name.replace("’s", "").replace("'s", "").split()
    if shorter := _shorter(parts, gazetteer, words):
        return Found(shorter, "shorter")
    if inside := _inside(parts, gazetteer):
        return Found(inside, "inside")
    return Found((), "none")


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


def _inside(parts: list[str], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The longest widely known name inside."""
    for length in range(min(4, len(parts) - 1), 0, -1):
        for first in range(len(parts) - length + 1):
            if not parts[first][0].isupper():
                continue
            found = gazetteer.candidates(" ".join(parts[first : first + length]))
            known = tuple(c for c in found if c.kind != 4 and (c.population >= _KNOWN_WIDELY or c.source != "geonames"))
            if known:
                return known
    return ()
