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


def resolve_places(
    reading: Reading, gazetteer: Gazetteer, kit: PlaceKit, threshold: float = 0.0
) -> tuple[PlaceMention, ...]:
    """Every mention with its likeliest place; below the threshold, or without candidates, it stays open."""
    text = reading.text or ""
    slots = [Slot(mention=m, candidates=most_likely(gazetteer.candidates(m.name))) for m in reading.places]
    _chain(text, slots)
    rank(slots, kit.weights)
    return tuple(_settled(slot, threshold, kit.countries) for slot in slots)


def _chain(text: str, slots: Sequence[Slot]) -> None:
    """ "Paris, Texas", "Oxford in Ohio", "Homs (Syria)": the later name contains the earlier."""
    ordered = sorted(slots, key=lambda s: s.mention.start)
    for one, two in zip(ordered, ordered[1:], strict=False):
        gap = text[one.mention.end : two.mention.start]
        if gap.strip() in {",", "(", "in", ", in", ",in"} and len(gap) < 6:
            one.container, two.contained = two, one


def _settled(slot: Slot, threshold: float, countries: Mapping[str, str]) -> PlaceMention:
    if not slot.candidates:
        return slot.mention
    order = sorted(range(len(slot.candidates)), key=lambda i: -slot.weights[i])
    considered = tuple(described(slot.candidates[i], slot.weights[i]) for i in order[:5])
    best = order[0]
    if slot.weights[best] < threshold:
        return replace(slot.mention, candidates=considered, confidence=round(slot.weights[best], 3))
    return replace(fill(slot.mention, slot.candidates[best], slot.weights[best], countries), candidates=considered)
