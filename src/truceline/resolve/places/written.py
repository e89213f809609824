"""How a place's name is written: the gazetteer's, abbreviations written out, and no longer than the document has it."""

import re

from truceline.model.gazetteer import Candidate
from truceline.text.fold import fold_name

_SHORT = {"St.": "Saint", "Ste.": "Sainte", "Ft.": "Fort", "Mt.": "Mount"}
_ABBREVIATED = re.compile(r"\b(?:St|Ste|Ft|Mt)\.(?= )")
_EXTRA = re.compile(r"^The (.+)$|^(.+) (?:City|Town|Township|Village)$")
"""Words of a gazetteer's name that reports leave out: "The Bronx", "Greenacres City"."""


def written_name(place: Candidate, told: str) -> str:
    """The name of a settlement so that lists of places agree on it; other places keep the gazetteer's."""
    if not place.feature.startswith("PPL"):
        return place.name
    plain = _EXTRA.match(place.name)
    shorter = (plain[1] or plain[2]) if plain else None
    name = shorter if shorter and fold_name(shorter) == fold_name(told) else place.name
    return _ABBREVIATED.sub(lambda m: _SHORT[m.group()], name)
