"""What users bring along to read and weigh with: places, actors and number words of their own."""

from dataclasses import dataclass

from truceline.read.actors.own import OwnActors
from truceline.store.own_places import OwnLayer
from truceline.text.own_numbers import OwnNumbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """Files of a user's own, each kind with those first that go first; kits are kept by it."""

    places: tuple[OwnLayer, ...] = ()
    actors: tuple[OwnActors, ...] = ()
    numbers: tuple[OwnNumbers, ...] = ()


NOTHING_OWN = Own()
