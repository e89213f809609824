"""What else tells a document's theatre: the places of its title, and the country of its publisher's address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from truceline.model.gazetteer import Candidate, Gazetteer
from truceline.model.place import PlaceMention
from truceline.model.reading import Document
from truceline.resolve.places.evidence import Slot
from truceline.resolve.places.rank import most_likely

_CAPITALISED = re.compile(r"[A-Z][\w'’-]*(?:\s+(?:[a-z]{2}-)?[A-Z][\w'’-]*){0,3}")
_WIDELY = 50_000
"""Population from which a name in a title is taken for its place: titles give all their words capitals."""
_FEW = 3
"""Names under which a document is so bare of places that its publisher's country counts."""
_DOMAIN_CODES = {"uk": "GB"}
_SOLD_ABROAD = frozenset({"ai", "cc", "co", "fm", "io", "ly", "me", "to", "tv", "ws"})
"""Country domains anybody may buy."""


def witnesses(document: Document, names: int, gazetteer: Gazetteer) -> list[Slot]:
    """Slots that are weighed with a document's own and never resolved; `names` counts the document's own."""
    found = list(_title(document.title or "", gazetteer))
    return [*found, *_publisher(document.url or "", gazetteer)] if names + len(found) < _FEW else found


def _title(title: str, gazetteer: Gazetteer) -> Iterator[Slot]:
    for m in _CAPITALISED.finditer(title):
        words = m.group().split()
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length])
            known = tuple(c for c in gazetteer.candidates(name) if _is_known(c))
            if known and not (length == 1 and gazetteer.bearers(name).word):
                yield _slot(name, known)
                break


def _publisher(url: str, gazetteer: Gazetteer) -> Iterator[Slot]:
    domain = (urlsplit(url).hostname or "").rpartition(".")[2]
    code = _DOMAIN_CODES.get(domain, domain.upper())
    name = gazetteer.country_names().get(code)
    if name is not None and domain not in _SOLD_ABROAD:
        yield _slot(name, tuple(c for c in gazetteer.candidates(name) if c.country == code and c.feature == "PCLI"))


def _is_known(place: Candidate) -> bool:
    return place.kind in {0, 1} and (place.feature in {"PCLI", "ADM1"} or place.population >= _WIDELY or place.chosen)


def _slot(name: str, known: tuple[Candidate, ...]) -> Slot:
    return Slot(mention=PlaceMention(name=name, start=0, end=0), candidates=most_likely(known))
