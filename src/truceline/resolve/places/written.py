"""How a place's name is written: the gazetteer's, abbreviations written out, and no longer than the document has it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.gazetteer import Candidate
from truceline.model.place import PlaceMention
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


def fully_named(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions; one that leaves out words of its settlement's name has the name that another mention gives in full.

    "Salt Lake police" are those of the Salt Lake City told elsewhere in the document: one settlement has one name.
    """
    full: dict[int, str] = {}
    for m in mentions:
        if m.geonameid is not None and _EXTRA.match(m.name):
            full.setdefault(m.geonameid, m.name)
    return [_with_name(m, full.get(m.geonameid or 0)) for m in mentions]


def _with_name(mention: PlaceMention, full: str | None) -> PlaceMention:
    plain = _EXTRA.match(full) if full is not None else None
    short = plain is not None and fold_name(plain[1] or plain[2]) == fold_name(mention.name)
    return replace(mention, name=full) if full is not None and short else mention
