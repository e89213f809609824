"""Places that a document's title and web address name: no words of its text, but they tell where it is at home."""

import re
from collections.abc import Collection, Iterator, Sequence

from truceline.model.gazetteer import Candidate, Gazetteer
from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Document, Reading
from truceline.resolve.places.choose import belief
from truceline.resolve.places.evidence import Slot
from truceline.resolve.places.fill import fill
from truceline.resolve.places.kit import PlaceKit
from truceline.resolve.places.rank import most_likely, rank
from truceline.text.event_place import as_place
from truceline.text.fold import fold_name
from truceline.text.web_address import WebAddress, read_address

_WORDS = re.compile(r"[^\W\d_][\w'’.-]*")
_LOCATED = frozenset({"in", "near", "at", "outside", "of"})
_SURNAME = 4
"""How common a surname is that is not taken for a place by itself."""
_RARE = 2
"""How common a name of people is that a host alone is not named by."""
_COUNTY = frozenset({"county", "co", "parish", "counties"})
_LONGEST = 3
_LARGE = 50_000
"""Population from which a name run together in an address, or in lower case, is taken for its place."""
_FAMOUS = 1_000_000
"""And from which one of its other names is ("New York")."""
_KNOWN = 5_000
_SHORTEST = 5
"""Letters from which a name is looked for inside a host's."""


def named_in_title(title: str, gazetteer: Gazetteer, opens: Collection[str] = ()) -> list[Slot]:
    """The settlements a title names; plain words and given names only behind "in", none that `opens` a longer name."""
    words = [w.rstrip(".'’-") for w in _WORDS.findall(re.sub(r"['’]s\b", "", title))]
    found: list[Slot] = []
    at = 0
    while at < len(words):
        size, known = _longest(words, at, gazetteer, opens)
        if known:
            found.append(_slot(" ".join(words[at : at + size]), known))
        at += max(1, size)
    return found


def named_in_address(url: str, gazetteer: Gazetteer) -> list[Slot]:
    """The places an address names: a host run together ("salemgazette"), a folder, words of its page."""
    address = read_address(url)
    names = dict.fromkeys(
        [*_of_host(address, gazetteer), *_of_folders(address, gazetteer), *_of_page(address, gazetteer)]
    )
    return [_slot(name, _settlements(name, gazetteer)) for name in names]


def named_in_host(url: str, gazetteer: Gazetteer) -> list[Slot]:
    """The places that the host alone names."""
    return [
        _slot(name, _settlements(name, gazetteer)) for name in dict.fromkeys(_of_host(read_address(url), gazetteer))
    ]


def _longest(
    words: Sequence[str], at: int, gazetteer: Gazetteer, opens: Collection[str]
) -> tuple[int, tuple[Candidate, ...]]:
    located = at > 0 and words[at - 1].lower() in _LOCATED
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        part, behind = words[at : at + size], words[at + size : at + size + 1]
        if not part[0][:1].isupper() or not part[-1][:1].isupper():
            continue
        if any(word.lower() in _COUNTY for word in behind):
            continue  # "Adams County" is no town
        if size == 1 and part[0].lower() in opens and any(word[:1].isupper() for word in behind):
            break  # "North Marl", "Abu Shouk": a name that nobody has shortened
        known = _settlements(" ".join(part), gazetteer)
        if known and (size > 1 or located or _is_telling(part[0], known, gazetteer)):
            return size, known
    return 1, ()


def _settlements(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Settlements of a name; none of a country's, whatever town of Texas has it too."""
    known = gazetteer.candidates(name)
    if any(c.feature == "PCLI" for c in known):
        return ()
    return tuple(c for c in known if c.kind in {0, 1} and c.feature.startswith("PPL"))


def _is_telling(word: str, known: Sequence[Candidate], gazetteer: Gazetteer) -> bool:
    """Whether a single word of a title, which has capitals anyway, is likely a place's name."""
    large = any(c.population >= _LARGE for c in known)
    named = large or (any(c.kind == 0 for c in known) and gazetteer.bearers(word).last <= _SURNAME)
    return named and len(word) >= _SHORTEST - 1 and not _is_common(word, gazetteer)


def _is_common(word: str, gazetteer: Gazetteer) -> bool:
    also = gazetteer.bearers(word)
    return also.word or also.first > 1


def _of_host(address: WebAddress, gazetteer: Gazetteer) -> Iterator[str]:
    """The longest known name at either end of each run of letters, its words told apart again."""
    for run in address.host:
        if gazetteer.knows(run) and _is_whole_host(run, gazetteer):
            yield run
            continue
        ends = ((run[:n], run[-n:]) for n in range(len(run), _SHORTEST - 1, -1))
        parts = (part for pair in ends for part in dict.fromkeys(pair))
        found = next((name for part in parts for name in _spaced(part) if _is_large(name, gazetteer)), None)
        if found:
            yield found


def _is_whole_host(run: str, gazetteer: Gazetteer) -> bool:
    """Whether a host is nothing but a town's own name ("brevik.com"), which is no plain word and nobody's name."""
    also = gazetteer.bearers(run)
    towns = (c for c in _settlements(run, gazetteer) if c.kind == 0)
    own = len(run) >= _SHORTEST and not also.word and max(also.first, also.last) <= _RARE
    return own and any(c.population >= _KNOWN for c in towns)


def _spaced(run: str) -> Iterator[str]:
    yield run
    yield from (f"{run[:i]} {run[i:]}" for i in range(3, len(run) - 2))


def _of_folders(address: WebAddress, gazetteer: Gazetteer) -> Iterator[str]:
    for folder in address.folders:
        if any(c.population >= _KNOWN for c in _settlements(folder, gazetteer)) and not _is_common(folder, gazetteer):
            yield folder


def _of_page(address: WebAddress, gazetteer: Gazetteer) -> Iterator[str]:
    words = address.page
    for size in range(_LONGEST, 0, -1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if len(name) >= _SHORTEST and _is_large(name, gazetteer):
                yield name


def _is_large(name: str, gazetteer: Gazetteer) -> bool:
    if not gazetteer.knows(name) or (" " not in name and _is_common(name, gazetteer)):
        return False
    return any(c.population >= (_FAMOUS if c.kind else _LARGE) for c in _settlements(name, gazetteer))


def _slot(name: str, known: Sequence[Candidate]) -> Slot:
    return Slot(mention=PlaceMention(name=name, start=0, end=0), candidates=most_likely(known))


def named_in(document: Document, gazetteer: Gazetteer, opens: Collection[str] = ()) -> list[Slot]:
    """The places of title and address, the title's first."""
    return [*named_in_title(document.title or "", gazetteer, opens), *named_in_address(document.url or "", gazetteer)]


def home_places(
    reading: Reading, places: Sequence[PlaceMention], gazetteer: Gazetteer, kit: PlaceKit
) -> tuple[Place, ...]:
    """The settlements that title and address name, each the likeliest of its name beside the resolved `places`."""
    slots = named_in(reading.document, gazetteer, kit.words.opens)
    slots += [_slot(city, _settlements(city, gazetteer)) for city in _cities_of_areas(places, kit)]
    rank([*slots, *_told(places)], kit.weights)
    return tuple(dict.fromkeys(as_place(_likeliest(slot, kit)) for slot in slots if slot.candidates))


def _cities_of_areas(places: Sequence[PlaceMention], kit: PlaceKit) -> dict[str, None]:
    """Names of the cities that are all of an area the text names: Washington for the District of Columbia."""
    found = (kit.words.city_areas.get(p.name) for p in places)
    return dict.fromkeys(city for city in found if city is not None)


def _told(places: Sequence[PlaceMention]) -> list[Slot]:
    """The text's own places as names that mean but one thing each."""
    first = {fold_name(p.name): p for p in reversed(places) if p.lat is not None and p.precision in _FEATURE}
    return [Slot(mention=p, candidates=(_candidate(p),)) for p in first.values()]


_FEATURE = {
    "country": "PCLI",
    "province/governorate": "ADM1",
    "district": "ADM2",
    "subdistrict": "ADM3",
    "city": "PPL",
    "town": "PPL",
    "village": "PPL",
}


def _candidate(place: PlaceMention) -> Candidate:
    return Candidate(
        id=place.geonameid or -1,
        name=place.name,
        lat=place.lat or 0.0,
        lon=place.lon or 0.0,
        feature=_FEATURE[place.precision or "town"],
        country=place.country or "",
        admin1=place.admin1 or "",
        admin2=place.admin2 or "",
        population=0,
        radius_km=place.radius_km or 0.0,
    )


def _likeliest(slot: Slot, kit: PlaceKit) -> PlaceMention:
    best = max(range(len(slot.candidates)), key=lambda i: slot.weights[i])
    return fill(slot.mention, slot.candidates[best], belief(slot, best), kit.countries)
