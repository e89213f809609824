"""Towns told only as where the wounded were brought: none of them is where it happened."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.text.geo import SETTLEMENTS

_BROUGHT = (
    r"\b(?:taken|transported|rushed|transferred|brought|driven|evacuated|moved|sent|admitted|treated|recovering|died)\b"
)
_CARE = r"\b(?:hospitals?|clinic|infirmary|(?:[Mm]edical|[Tt]rauma|[Hh]ealth) [Cc]ent(?:er|re)|Hospital)\b"
_TO_CARE = re.compile(
    rf"{_BROUGHT}[^.;\n]{{0,60}}{_CARE}[^.;\n]{{0,12}}\b(?:in|at)\s(?:the\s)?(?:nearby\s)?$"
    r"|\b(?:flown|airlifted)\b[^.;\n]{0,60}\b(?:to|in)\s(?:an?\s|the\s)?$",
)
_TO_ITS = re.compile(rf"{_BROUGHT}[^.;\n]{{0,30}}\b(?:to|at|in)\s(?:an?\s|the\s)?$")
_ITS_CARE = re.compile(rf"\s(?:[A-Za-z]+\s){{0,3}}?{_CARE}")
_LOOK, _AHEAD = 130, 40
_COUNTY = frozenset({"district", "subdistrict"})


def without_care(reading: Reading) -> Reading:
    """The reading without the towns that it names for their hospital alone, where it tells another place."""
    text = reading.prose
    known = [p for p in reading.places if p.lat is not None and p.precision in SETTLEMENTS and p.role == "event"]
    cared = {(p.start, p.end) for p in known if is_of_care(text, p)}
    names = {p.name for p in known if (p.start, p.end) not in cared}
    gone = [p for p in known if (p.start, p.end) in cared and p.name not in names]
    left = [p for p in reading.places if p not in gone]
    return replace(reading, places=tuple(left)) if gone and _tells_where(left, gone) else reading


def is_of_care(text: str, mention: PlaceMention) -> bool:
    """Whether a town is told for its hospital: "taken to hospital in Arvena", "flown to Arvena"."""
    before = text[max(0, mention.start - _LOOK) : mention.start]
    if _TO_CARE.search(before):
        return True
    return bool(_TO_ITS.search(before) and _ITS_CARE.match(text, mention.end, mention.end + _AHEAD))


def _tells_where(left: Sequence[PlaceMention], gone: Sequence[PlaceMention]) -> bool:
    """Whether a settlement, or a county that the hospitals' towns do not lie in, is told beside."""
    gone_in = {p.admin2 for p in gone}
    told = [p for p in left if p.lat is not None and p.role in {"event", "embedded"}]
    return any(
        p.precision in SETTLEMENTS or (p.precision in _COUNTY and None not in gone_in and p.name not in gone_in)
        for p in told
    )
