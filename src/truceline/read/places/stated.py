"""Names that their own position says are places: before the area they lie in, or in a dateline."""

import re
from collections.abc import Sequence

from truceline.model.gazetteer import Candidate, Gazetteer

_AREA = re.compile(r",\s((?:[A-Z][\w’'-]*\.?|(?:[A-Z]\.){2})(?:\s[A-Z][\w’'-]*\.?)?)")
_DATELINE = re.compile(r"(?:,\s[A-Z][\w. ]{1,20}?)?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[-–—]{1,2}|>>)\s")
_AREAS = frozenset({"ADM1", "PCLI"})
_AREA_KINDS = frozenset({0, 2})
"""An area by its own name or its abbreviation, not by what else it is called."""


def is_stated(text: str, span: tuple[int, int], candidates: Sequence[Candidate], gazetteer: Gazetteer) -> bool:
    """Whether a settlement's name stands before its state or country ("Salem, Mass."), or opens a dateline."""
    towns = [c for c in candidates if c.feature.startswith("PPL") and c.kind in {0, 1}]
    return bool(towns) and (_opens_dateline(text, *span) or _before_its_area(text, span[1], towns, gazetteer))


def _opens_dateline(text: str, start: int, end: int) -> bool:
    before = text[:start].rstrip(" -–—*")
    return before[-1:] in {"", "\n"} and text[start:end].isupper() and _DATELINE.match(text, end) is not None


def _before_its_area(text: str, end: int, towns: Sequence[Candidate], gazetteer: Gazetteer) -> bool:
    found = _AREA.match(text, end)
    if found is None:
        return False
    words = found[1].split()
    names = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
    areas = [a for name in names for a in gazetteer.candidates(name) if a.feature in _AREAS and a.kind in _AREA_KINDS]
    return any(_holds(a, t) for a in areas for t in towns)


def _holds(area: Candidate, town: Candidate) -> bool:
    return area.country == town.country and (area.feature == "PCLI" or area.admin1 == town.admin1)
