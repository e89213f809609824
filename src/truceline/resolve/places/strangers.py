"""Names that mean a town of a land the text never names: the one of a land it does name, or left open."""

from truceline.resolve.places.evidence import Slot, Theatre

_WELL_KNOWN = 100_000
"""Population from which a town is meant wherever the rest of a text lies."""
_NEVER, _OFTEN = 0.02, 0.2
"""Shares of the other names' belief in a country, below which it is not told of and above which it is."""
_FEW = 3
"""Names, a town's own among them, from which a document says where it is."""


def at_home(slot: Slot, best: int, name: str, theatre: Theatre) -> int | None:
    """Index of the candidate meant: `best`, the likeliest in a country told of, or None where none lies in one.

    "Moura" of a report on Mali is no town of Portugal, whatever gazetteers have.
    """
    place = slot.candidates[best]
    settled = place.feature.startswith("PPL") and place.feature != "PPLC" and not place.chosen
    if not settled or place.population >= _WELL_KNOWN or slot.container is not None or slot.how == "inside":
        return best
    if len(theatre.own) < _FEW or theatre.country(place.country, name) >= _NEVER:
        return best
    towns = [i for i, c in enumerate(slot.candidates) if c.feature.startswith("PPL")]
    told = [i for i in towns if theatre.country(slot.candidates[i].country, name) >= _OFTEN]
    return max(told, key=lambda i: slot.weights[i], default=None)
