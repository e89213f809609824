"""What else tells a document's theatre: places of title and address, the publisher's country, a land's own words."""

import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from truceline.model.gazetteer import Candidate, Gazetteer
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.resolve.places.evidence import Slot
from truceline.resolve.places.named import named_in_host
from truceline.resolve.places.rank import most_likely
from truceline.resolve.places.words import PlaceWords

_CAPITALISED = re.compile(r"[A-Z][\w'’-]*(?:\s+(?:[a-z]{2}-)?[A-Z][\w'’-]*){0,3}")
_WIDELY = 50_000
"""Population from which a name in a title is taken for its place: titles give all their words capitals."""
_FEW = 3
"""Names under which a document is so bare of places that its publisher's country counts."""
_DOMAIN_CODES = {"uk": "GB"}
_SOLD_ABROAD = frozenset({"ai", "cc", "co", "fm", "io", "ly", "me", "to", "tv", "ws"})
"""Country domains anybody may buy."""


def witnesses(reading: Reading, names: int, gazetteer: Gazetteer, words: PlaceWords) -> list[Slot]:
    """Slots that are weighed with a document's own and never resolved; `names` counts the document's own."""
    url = reading.document.url or ""
    found = [*_title(reading.document.title or "", gazetteer, words.opens), *named_in_host(url, gazetteer)]
    if names + len(found) < _FEW:
        found += _publisher(url, gazetteer)
    told = (code for code, tells in words.tells.items() if tells.search(reading.prose))
    return [*found, *(_country(code, gazetteer) for code in told)]


def _title(title: str, gazetteer: Gazetteer, opens: Collection[str]) -> Iterator[Slot]:
    yield from _states_behind_commas(title, gazetteer)
    for m in _CAPITALISED.finditer(title):
        words = m.group().split()
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length])
            if length == 1 < len(words) and name.lower() in opens:
                continue  # "North Marl" is not North
            known = tuple(c for c in gazetteer.candidates(name) if _is_known(c))
            if known and not (length == 1 and gazetteer.bearers(name).word):
                yield _slot(name, known)
                break


def _states_behind_commas(title: str, gazetteer: Gazetteer) -> Iterator[Slot]:
    """First-order areas by their abbreviation behind a town's name: "Rexville, OH"."""
    for m in re.finditer(r"(?<=\w, )[A-Z]{2}\b", title):
        short = tuple(c for c in gazetteer.candidates(m.group()) if c.kind == 2 and c.feature == "ADM1")
        if short:
            yield _slot(m.group(), short)


def _publisher(url: str, gazetteer: Gazetteer) -> Iterator[Slot]:
    domain = (urlsplit(url).hostname or "").rpartition(".")[2]
    code = _DOMAIN_CODES.get(domain, domain.upper())
    if code in gazetteer.country_names() and domain not in _SOLD_ABROAD:
        yield _country(code, gazetteer)


def _country(code: str, gazetteer: Gazetteer) -> Slot:
    name = gazetteer.country_names().get(code, "")
    return _slot(name, tuple(c for c in gazetteer.candidates(name) if c.country == code and c.feature == "PCLI"))


def _is_known(place: Candidate) -> bool:
    return place.kind in {0, 1} and (place.feature in {"PCLI", "ADM1"} or place.population >= _WIDELY or place.chosen)


def _slot(name: str, known: tuple[Candidate, ...]) -> Slot:
    return Slot(mention=PlaceMention(name=name, start=0, end=0), candidates=most_likely(known))
