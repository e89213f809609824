"""Place mentions to points: candidates, their ranking over the whole document, and an honest Place each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.model.gazetteer import Gazetteer
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.resolve.places.evidence import Slot
from truceline.resolve.places.fill import described, fill
from truceline.resolve.places.kit import PlaceKit
from truceline.resolve.places.rank import most_likely, rank
from truceline.text.fold import fold_name

_CONTAINS = frozenset({",", "(", "in", ", in", ". in", ", near"})
"""What may stand between a place and the area it lies in."""


def resolve_places(
    reading: Reading, gazetteer: Gazetteer, kit: PlaceKit, threshold: float = 0.0
) -> tuple[PlaceMention, ...]:
    """Every mention with its likeliest place; below the threshold, or without candidates, it stays open."""
    slots = slots_of(reading.text or "", reading.places, gazetteer)
    rank(slots, kit.weights)
    return tuple(_settled(slot, threshold, kit.countries) for slot in slots)


def slots_of(text: str, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> list[Slot]:
    """Each mention with its candidates and the name that contains it."""
    slots = [Slot(mention=m, candidates=most_likely(gazetteer.candidates(m.name))) for m in mentions]
    _chain(text, slots)
    return slots


def _chain(text: str, slots: Sequence[Slot]) -> None:
    """ "Paris, Texas", "Oxford in Ohio", "Homs (Syria)": the later name contains the earlier, wherever it stands again."""
    ordered = sorted(slots, key=lambda s: s.mention.start)
    named: dict[str, Slot] = {}
    for one, two in zip(ordered, ordered[1:], strict=False):
        gap = text[one.mention.end : two.mention.start]
        if gap.strip() in _CONTAINS and len(gap) < 6 and two.candidates:
            one.container, two.contained = two, one
            named.setdefault(fold_name(one.mention.name), two)
    for slot in ordered:
        if slot.container is None:
            slot.container = named.get(fold_name(slot.mention.name))


def _settled(slot: Slot, threshold: float, countries: Mapping[str, str]) -> PlaceMention:
    if not slot.candidates:
        return slot.mention
    order = sorted(range(len(slot.candidates)), key=lambda i: -slot.weights[i])
    considered = tuple(described(slot.candidates[i], slot.weights[i]) for i in order[:5])
    best = order[0]
    if slot.weights[best] < threshold:
        return replace(slot.mention, candidates=considered, confidence=round(slot.weights[best], 3))
    return replace(fill(slot.mention, slot.candidates[best], slot.weights[best], countries), candidates=considered)
