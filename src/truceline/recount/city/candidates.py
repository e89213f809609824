"""The settlements a document names, in its text, title or address, each with its mentions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.text.event_place import as_place

SETTLEMENTS = frozenset({"village", "town", "city"})
_AREAS = frozenset({"country", "region", "province/governorate", "district", "subdistrict"})
Key = tuple[str, str | None, str | None]


@dataclass(slots=True)
class Settlement:
    """One settlement, where its name stands in the text, and whether title or address name it."""

    place: Place
    mentions: list[PlaceMention] = field(default_factory=list)
    at_home: bool = False


def key_of(place: Place) -> Key:
    """What two mentions of one settlement share."""
    return place.name, place.admin1, place.country


def is_settlement(place: Place) -> bool:
    """Whether a place is a settlement, told as a whole or more finely by the words beside its name."""
    if place.lat is None or place.precision in _AREAS:
        return False
    return place.precision in SETTLEMENTS or place.geonameid is not None


def settlements(reading: Reading) -> list[Settlement]:
    """All settlements named, those of the text in its order, then those only title or address name."""
    found: dict[Key, Settlement] = {}
    for mention in reading.places:
        if is_settlement(mention) and mention.role != "demonym":
            found.setdefault(key_of(mention), Settlement(as_place(mention))).mentions.append(mention)
    for place in reading.document.places:
        found.setdefault(key_of(place), Settlement(place)).at_home = True
    return list(found.values())


def others_of(one: Settlement, every: Sequence[Settlement]) -> list[Settlement]:
    """The other settlements of the text."""
    return [s for s in every if s is not one and s.mentions]
