"""Town or province of one name: the town, unless the words say province; and how much belief stands behind the spot."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from truceline.model.gazetteer import Candidate
from truceline.resolve.places.evidence import Slot, kilometres, lies_in
from truceline.resolve.places.words import PlaceWords
from truceline.text.fold import fold_name

_AREAS = frozenset({"ADM1", "ADM2", "ADM3"})
_LARGEST_KM = 150
"""Areas larger than this are known by themselves (New York, Washington), not by the town they are named after."""
_SAME_SPOT_KM = 40
_SPELLING = 0.6
"""Likeness in [0, 1] from which two words are one in two spellings."""
_SEAT = 100_000
"""Population from which a town anywhere in an area of its name is what is meant by it."""
_SHARE = 100
"""A town that is only also called like an area holds at least one in so many of its people: Maryland City does not."""
_HEARD = 0.02
"""Belief from which a capital that speaks is taken for its government's seat."""


def chosen(slot: Slot, text: str, words: PlaceWords) -> int:
    """Index of the candidate to take: the likeliest, or its namesake of the level the words ask for."""
    order = sorted(range(len(slot.candidates)), key=lambda i: -slot.weights[i])
    taken = next(_asked_for(slot, order, text, words), order[0])
    return next(_areas_so_called(slot, order, taken), taken)


def _asked_for(slot: Slot, order: Sequence[int], text: str, words: PlaceWords) -> Iterator[int]:
    """The candidates, likeliest first, of the level that the words ask for: an area, a capital that speaks, a town."""
    likeliest = slot.candidates[order[0]]
    every = [(i, slot.candidates[i]) for i in order]
    if _area_said(slot, text, words):
        yield from (i for i, c in every if c.feature in _AREAS and _namesake(c, likeliest))
    elif slot.mention.role == "actor":
        yield from (i for i, c in every if c.feature == "PPLC" and slot.weights[i] > _HEARD)
    elif _is_small_area(likeliest) and not _area_named(slot, words):
        yield from (i for i, c in every if c.feature.startswith("PPL") and _namesake(c, likeliest))


def _is_small_area(place: Candidate) -> bool:
    """Whether it is an area that a town of its name may be meant by."""
    return place.feature in _AREAS and place.radius_km <= _LARGEST_KM and place.kind != 2


def _areas_so_called(slot: Slot, order: Sequence[int], taken: int) -> Iterator[int]:
    """The areas with the words in their own name, around a town that goes by another: Basilan, of Isabela in it."""
    place, said = slot.candidates[taken], set(fold_name(slot.mention.name).split())
    if place.kind != 1 or not place.feature.startswith("PPL") or _spelled_like(slot.mention.name, place):
        return
    for at in order:
        area = slot.candidates[at]
        own = area.feature in _AREAS and said <= set(fold_name(area.name).split())
        if own and area.radius_km <= _LARGEST_KM and lies_in(place, area):
            yield at


def _spelled_like(said: str, place: Candidate) -> bool:
    """Whether a town's own name is these words in another spelling: "Hama" is Hamah."""
    words = fold_name(place.name).split()
    return any(get_close_matches(word, words, 1, _SPELLING) for word in fold_name(said).split())


def belief(slot: Slot, index: int) -> float:
    """Probability that the place is at the chosen spot, whichever of its namesakes there is meant."""
    place = slot.candidates[index]
    pairs = zip(slot.candidates, slot.weights, strict=True)
    return min(1.0, sum(w for c, w in pairs if c.id == place.id or _near(c, place)))


def _near(one: Candidate, two: Candidate) -> bool:
    reach = max(_SAME_SPOT_KM, min(_LARGEST_KM, max(one.radius_km, two.radius_km)))
    return one.country == two.country and kilometres(one.lat, one.lon, two.lat, two.lon) <= reach


def _namesake(one: Candidate, two: Candidate) -> bool:
    reach = max(one.radius_km, two.radius_km) + 15
    near = kilometres(one.lat, one.lon, two.lat, two.lon) <= reach
    own = one.kind == 0 or one.population * _SHARE >= two.population
    return (
        own
        and one.kind < 4
        and one.country == two.country
        and (near or (one.population >= _SEAT and lies_in(one, two)))
    )


def _area_said(slot: Slot, text: str, words: PlaceWords) -> bool:
    return bool(words.area_said_after.match(text[slot.mention.end : slot.mention.end + 20])) or bool(
        words.area_said_before.search(text[max(0, slot.mention.start - 30) : slot.mention.start])
    )


def _area_named(slot: Slot, words: PlaceWords) -> bool:
    """Whether the name says its level itself, as "Kanawha County" does."""
    parts = slot.mention.name.split()
    return len(parts) > 1 and words.landmark_last.get(parts[-1].lower()) in _AREAS
