"""Counties that a text tells of, and the small towns in them that its words may mean."""

import re
from collections.abc import Iterable

from truceline.model.gazetteer import Candidate, Gazetteer
from truceline.model.span import Span

_COUNTY = re.compile(r"\b((?:[A-Z][\w'’.]*\s){1,3})(?:County|COUNTY|Parish|PARISH)\b")
_IN = re.compile(r"\b(?:in|near|outside)\s$")
_NAMED_ON = re.compile(r"\s[A-Z]|['’]s\b")
"""Behind a name that goes on, or that owns something: "near Alden Brook", "near Alden's home"."""
County = tuple[str, str, str]


def counties_told(text: str, gazetteer: Gazetteer) -> frozenset[County]:
    """The counties a text names, by country, state and name: all that bear each name."""
    named = {tuple(m[1].title().split()) for m in _COUNTY.finditer(text)}
    names = {" ".join((*n[at:], kind)) for n in named for at in range(len(n)) for kind in ("County", "Parish")}
    known = (c for n in sorted(names) for c in gazetteer.candidates(n) if c.kind == 0 and c.feature == "ADM2")
    return frozenset((c.country, c.admin1, c.admin2) for c in known)


def is_in_county(text: str, span: Span, towns: Iterable[Candidate], counties: frozenset[County]) -> bool:
    """Whether a name stands behind "in" or "near", and a town of it lies in a county that the text tells of.

    So Alden is a town in "Marlow County deputies found him near Alden", and may be anybody elsewhere.
    """
    if _IN.search(text, max(0, span[0] - 10), span[0]) is None or _NAMED_ON.match(text, span[1]):
        return False
    return any(c.kind == 0 and (c.country, c.admin1, c.admin2) in counties for c in towns)
