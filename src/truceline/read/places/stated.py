"""Names that their own position says are places: beside an area, in a dateline, a side or a police of their own."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.gazetteer import Candidate, Gazetteer
from truceline.model.span import Span
from truceline.read.places.counties import County, is_in_county
from truceline.text.fold import fold_name
from truceline.text.settlements import beside, is_called_settlement, is_topic

_AREA = re.compile(r",\s((?:(?:[A-Z]\.){2}|[A-Z][\w’'-]*\.?)(?:\s[A-Z][\w’'-]*\.?)?)")
_DATELINE = re.compile(r"(?:,\s[A-Z][\w. ]{1,20}?)?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[-–—]{1,2}|>>)\s")
_LOCATED = re.compile(r"\b(?:in|near|at|of|outside)\s$")
_REACHED = re.compile(
    r"\b(?:in|near|at|on|outside|into|through|around|across|reached|left|entered|attacked|shelled|bombed|raided)\s"
    r"(?:the (?:village|town|city|hamlet|settlement)s? of )?$"
)
"""Before a name that is a place's where it is then said near which town it lies."""
_NAME = re.compile(r"(?:[a-z]{2}[-’'])?[^\W\d_a-z][\w’'-]*(?: (?:[a-z]{2}[-’'])?[^\W\d_a-z][\w’'-]*){0,2}")
_TOWN = re.compile(r"[A-Z][\w’'-]+,\s$")
_SIDE = re.compile(
    r"\b(?:(?:in|near|of|from|across)\s(?:(?:north|south)(?:-?(?:east|west))?|east|west|central|downtown|upper|lower)(?:ern)?"
    r"|(?:in|near|across)\s(?:(?:North|South)(?:-?(?:east|west))?|East|West|Central|Downtown))\s$"
)
"""Before a place of which one side is meant, "in west Bedrin"; of "the 800 block of West Bedrin" it is a street's."""
_ITS_BODY = re.compile(
    r"\s(?:Metropolitan )?"
    r"(?:[Pp]olice (?:[Dd]epartment|[Dd]ept|[Cc]hief|[Oo]fficers?|[Dd]etectives?|[Ss]ergeant|[Ss]gt|[Cc]apt|[Ll]t)"
    r"|Police (?:say|said|have|are|were|responded)|police|Fire Department|firefighters|City (?:Council|Hall)|Mayor)\b"
)
"""Behind a town that has a police of its own: "Bedrin Police Department"; no person's name stands so."""
_LONGER = re.compile(
    r"\b(?!(?:The|Two|Three|Four|Five|Several|Some|Both|All|When|After|As|Then|But|And|In|At|For|From|By)\b)[A-Z][\w’'-]+\s$"
)
"""Before a name that is part of a longer one, as a person's given name is."""
_TOWN_PEOPLE = 1_000
"""The least people of a town that a name is taken for by its police: a village has none."""
_CITY_PEOPLE = 100_000
_AREAS = frozenset({"ADM1", "PCLI"})
_AREA_KINDS = frozenset({0, 2})
"""An area by its own name or its abbreviation, not by what else it is called."""


def _is_placed(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a name stands before its area or beside its town."""
    return is_before_area(text, span, gazetteer) or is_beside_town(text, span, gazetteer)


def is_stated(
    text: str, span: Span, candidates: Sequence[Candidate], gazetteer: Gazetteer, counties: frozenset[County]
) -> bool:
    """Whether a name's position says that it is a place; `counties` are those that the text tells of."""
    if not candidates:
        return _is_placed(text, span, gazetteer) or is_called_settlement(text, span[0]) or is_topic(text, *span)
    if any(c.kind == 2 for c in candidates) and text[span[1] : span[1] + 1] == ".":
        return _TOWN.search(text, max(0, span[0] - 40), span[0]) is not None
    if _has_article(text, span, candidates):
        return True
    towns = [c for c in candidates if c.feature.startswith("PPL") and c.kind in {0, 1}]
    if not towns:
        return False
    inside = any(_holds(a, t) for a in _areas_behind(text, span[1], gazetteer) for t in towns)
    called = any(c.kind == 0 for c in towns) and is_called_settlement(text, span[0])
    if inside or called or is_in_county(text, span, towns, counties):
        return True
    return _opens_dateline(text, *span) or _is_a_town_by_words(text, span, towns, gazetteer)


def _has_article(text: str, span: Span, candidates: Sequence[Candidate]) -> bool:
    """Whether a city has the article before it in its own name: "in the Bronx", "talks in the Hague"."""
    whole = text[max(0, span[0] - 4) : span[1]].casefold()
    return whole.startswith("the ") and any(
        c.name.casefold() == whole and c.population >= _CITY_PEOPLE for c in candidates
    )


def _is_a_town_by_words(text: str, span: Span, towns: Sequence[Candidate], gazetteer: Gazetteer) -> bool:
    """Whether a side or a police of a name's own is told, and a town bears it; no plain word opening a sentence."""
    opening = text[max(0, span[0] - 4) : span[0]].rstrip(" \"“'‘")[-1:] in {"", ".", "!", "?", "\n", ":"}
    plain = opening and gazetteer.bearers(text[slice(*span)].lower()).word
    if plain or not any(c.kind == 0 and c.population >= _TOWN_PEOPLE for c in towns):
        return False
    if _SIDE.search(text, max(0, span[0] - 30), span[0]):
        return True
    longer = _LONGER.search(text, max(0, span[0] - 30), span[0]) is not None
    return not longer and _ITS_BODY.match(text, span[1]) is not None


def is_before_area(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a name stands where places do, in a dateline or behind "in", and right before its area."""
    placed = _opens_dateline(text, *span) or _LOCATED.search(text, max(0, span[0] - 12), span[0]) is not None
    return placed and any(a.feature == "ADM1" for a in _areas_behind(text, span[1], gazetteer))


def is_beside_town(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a name stands where places do and is said to lie near a known one: "at Zorbu, west of Prizren"."""
    at = beside(text, span[1])
    other = _NAME.match(text, at) if at is not None else None
    if other is None or not _REACHED.search(text, max(0, span[0] - 30), span[0]):
        return False
    words = other[0].split()
    names = (" ".join(words[:length]) for length in range(len(words), 0, -1))
    return any(c.feature[:3] in {"PPL", "ADM"} and c.kind in {0, 1} for n in names for c in gazetteer.candidates(n))


def _opens_dateline(text: str, start: int, end: int) -> bool:
    before = text[:start].rstrip(" -–—*")
    return before[-1:] in {"", "\n"} and text[start:end].isupper() and _DATELINE.match(text, end) is not None


def _areas_behind(text: str, end: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The countries and areas of the first and second order that the words behind a comma name."""
    found = _AREA.match(text, end)
    words = found[1].split() if found else []
    for length in range(len(words), 0, -1):
        known = gazetteer.candidates(" ".join(words[:length]).rstrip("."))
        yield from (a for a in known if a.feature in _AREAS and a.kind in _AREA_KINDS)
        yield from (a for a in known if a.feature == "ADM2" and _is_its_name(words[:length], a))


def _is_its_name(words: Sequence[str], area: Candidate) -> bool:
    """Whether words are an area's name but for its level: "Basilan" of "Province of Basilan"."""
    return set(fold_name(" ".join(words)).split()) <= set(fold_name(area.name).split())


def _holds(area: Candidate, town: Candidate) -> bool:
    if area.country != town.country:
        return False
    if area.feature == "ADM2":
        return area.admin2 == town.admin2
    return area.feature == "PCLI" or area.admin1 == town.admin1
