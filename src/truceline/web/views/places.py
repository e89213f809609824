"""How a document's places were resolved: what each name means, how sure that is, and what else was weighed."""

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model.entry import Entry
from truceline.model.place import PlaceMention, Weighed

ROLES = {
    "event": "where something happened",
    "actor": "a government speaking",
    "demonym": "a nationality",
    "embedded": "inside another name",
    "other": "mentioned beside",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """One candidate: what it is, its share of belief (0 to 100), what spoke for it, and whether it was taken."""

    name: str
    within: str
    kind: str
    people: str
    score: int
    reasons: tuple[str, ...]
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One name as the document uses it; `at` are the spans of its uses, as the reader lights them."""

    words: str
    role: str
    means: str
    precision: str
    radius: str
    point: str
    confidence: str
    modifier: str
    zones: str
    at: tuple[str, ...]
    candidates: tuple[CandidateLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """A document's places: those resolved, and those left open."""

    id: str
    title: str
    resolved: tuple[PlaceLine, ...]
    left_open: tuple[PlaceLine, ...]


def places_view(entry: Entry) -> PlacesView:
    """The view of one document's places, in the order in which the text first names them."""
    reading = entry.reading
    text = reading.prose
    groups: dict[tuple[object, ...], list[PlaceMention]] = {}
    for mention in reading.places:
        words = " ".join(text[mention.start : mention.end].split())
        key = (words, mention.role, mention.lat, mention.lon, mention.precision, mention.modifier)
        groups.setdefault(key, []).append(mention)
    lines = [(m[0].lat is not None, _line(str(key[0]), m)) for key, m in groups.items()]
    return PlacesView(
        id=entry.id,
        title=reading.document.title or entry.given_id,
        resolved=tuple(line for located, line in lines if located),
        left_open=tuple(line for located, line in lines if not located),
    )


def _line(words: str, mentions: list[PlaceMention]) -> PlaceLine:
    first = mentions[0]
    located = first.lat is not None and first.lon is not None
    return PlaceLine(
        words=words,
        role=ROLES.get(first.role, first.role),
        means=_joined((first.name, *first.within)) if located else "left open",
        precision=first.precision or "",
        radius=f"{first.radius_km:g} km" if first.radius_km is not None else "",
        point=f"{first.lat:.4f}, {first.lon:.4f}" if first.lat is not None and first.lon is not None else "",
        confidence=f"{first.confidence:.0%}" if first.confidence is not None else "",
        modifier=first.modifier or "",
        zones=_joined(first.reaches),
        at=tuple(f"{m.start}-{m.end}" for m in mentions),
        candidates=tuple(_candidate(w, first) for w in first.weighed),
    )


def _candidate(weighed: Weighed, mention: PlaceMention) -> CandidateLine:
    return CandidateLine(
        name=weighed.name,
        within=_joined(weighed.within),
        kind=weighed.feature,
        people=f"{weighed.population:,}" if weighed.population else "",
        score=round(100 * weighed.score),
        reasons=weighed.reasons,
        taken=mention.lat is not None and _is_taken(weighed, mention),
    )


def _is_taken(weighed: Weighed, mention: PlaceMention) -> bool:
    if weighed.name != mention.name and weighed.name not in mention.within:
        return False
    return weighed.geonameid == mention.geonameid or weighed.name in mention.within


def _joined(names: Iterable[str | None]) -> str:
    return ", ".join(dict.fromkeys(n for n in names if n))
