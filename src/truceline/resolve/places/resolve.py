"""Place mentions to points: candidates, their ranking over the whole document, and an honest Place each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from truceline.model.gazetteer import Candidate, Gazetteer
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.resolve.places.beside import beside_others
from truceline.resolve.places.between import between
from truceline.resolve.places.choose import belief, chosen
from truceline.resolve.places.evidence import Slot, Theatre, kilometres, lies_in
from truceline.resolve.places.fill import described, fill, weighed, within_container
from truceline.resolve.places.kit import PlaceKit
from truceline.resolve.places.landmark import sharpened
from truceline.resolve.places.lookup import look_up, side_of
from truceline.resolve.places.modify import modified
from truceline.resolve.places.rank import most_likely, rank, theatre_of
from truceline.resolve.places.strangers import at_home
from truceline.resolve.places.witness import witnesses
from truceline.resolve.places.words import PlaceWords
from truceline.resolve.places.written import fully_named
from truceline.resolve.places.zones import in_zones
from truceline.text.datelines import opens_dateline
from truceline.text.fold import fold_name
from truceline.text.settlements import is_called_settlement, is_topic

_CONTAINS = frozenset({",", "(", "in", ", in", ". in", ", near"})
"""What may stand between a place and the area it lies in."""
_BESIDE = 80
"""Characters within which another place's name is taken for where an unknown one lies."""

_WELL_KNOWN = 100_000
"""Population from which a name is a city's wherever it stands."""
_INSIDE = 0.6
"""Share of belief left where only a name inside a longer one is known."""


def resolve_places(
    reading: Reading, gazetteer: Gazetteer, kit: PlaceKit, threshold: float = 0.0
) -> tuple[PlaceMention, ...]:
    """Every mention with its likeliest place; below the threshold it stays open, with its candidates."""
    text = reading.prose
    open_names = [m for m in reading.places if m.lat is None]
    slots = slots_of(text, open_names, gazetteer, kit.words, reading.document.title or "")
    own = len({fold_name(s.mention.name) for s in slots})
    rank([*slots, *witnesses(reading, own, gazetteer, kit.words)], kit.weights)
    names = [fold_name(s.mention.name) for s in slots]
    theatre = theatre_of(slots, names)
    settled = [_settled(s, text, threshold, kit, (n, theatre)) for s, n in zip(slots, names, strict=True)]
    settled = [_contained(text, m, settled, kit, _home_of(m, slots, settled)) for m in settled]
    printed = [_located(m, gazetteer, kit) for m in reading.places if m.lat is not None]
    settled = [sharpened(text, modified(text, m, kit.words), reading.sentences, kit.words) for m in settled]
    done = between(text, beside_others(text, sorted([*settled, *printed], key=lambda m: (m.start, m.end))))
    return tuple(in_zones(m, gazetteer) for m in fully_named(done))


def _located(mention: PlaceMention, gazetteer: Gazetteer, kit: PlaceKit) -> PlaceMention:
    """A printed coordinate keeps its point; the nearest settlement tells country and areas."""
    near = gazetteer.nearest(mention.lat or 0.0, mention.lon or 0.0)
    if near is None:
        return mention
    inside = (near.name, near.admin2, near.admin1, kit.countries.get(near.country, ""))
    return replace(
        mention,
        country=near.country,
        admin1=near.admin1 or None,
        admin2=near.admin2 or None,
        within=tuple(dict.fromkeys(n for n in inside if n)),
    )


def slots_of(
    text: str, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, words: PlaceWords, title: str = ""
) -> list[Slot]:
    """Each mention with its candidates and the name that contains it; `title` is the document's."""
    slots = []
    told = frozenset(fold_name(m.name) for m in mentions)
    for mention in mentions:
        found = side_of(mention.name, told, title, gazetteer, words) or look_up(
            mention.name, text[mention.end : mention.end + 20], gazetteer, words
        )
        slots.append(Slot(mention=mention, candidates=most_likely(found.candidates), how=found.how))
    _chain(text, slots, words)
    return slots


def _chain(text: str, slots: Sequence[Slot], words: PlaceWords) -> None:
    """The later name contains the earlier ("Paris, Texas", "Homs (Syria)"), wherever that stands again."""
    ordered = sorted(slots, key=lambda s: s.mention.start)
    named: dict[str, Slot] = {}
    for one, two in pairwise(ordered):
        gap = _unturned(text[one.mention.end : two.mention.start], words)
        if gap.strip() in _CONTAINS and len(gap) < 6 and two.candidates:
            one.container, two.contained = two, one
            named.setdefault(fold_name(one.mention.name), two)
    for slot in ordered:
        if slot.container is None:
            slot.container = named.get(fold_name(slot.mention.name))
        if slot.container is not None and _elsewhere(slot, slot.container):
            slot.candidates, slot.how = (), "none"


def _unturned(gap: str, words: PlaceWords) -> str:
    """What stands between two names, without where in the second it is: " in southern "."""
    head, _, last = gap.rstrip().rpartition(" ")
    return head + " " if last.lower() in words.bearings else gap


def _elsewhere(slot: Slot, container: Slot) -> bool:
    """Whether all places of a name lie outside the area named with it: then one that no gazetteer has is meant.

    A well-known city, or a state that is also one, may only stand in a list of places.
    """
    return _outside_country(slot, container) or _outside_state(slot, container)


def _outside_country(slot: Slot, container: Slot) -> bool:
    """Whether all places of a name lie far outside the country it is said to be in, not just across its border."""
    lands = [c for c in container.candidates if c.kind in {0, 2} and c.feature in {"PCLI", "ADM1"}]
    if slot.how != "itself" or len(lands) != 1 or lands[0].feature != "PCLI":
        return False
    land, towns = lands[0], slot.candidates
    if any(not c.feature.startswith("PPL") or c.population >= _WELL_KNOWN for c in towns):
        return False
    return all(_lies_outside(c, land) for c in towns)


def _lies_outside(town: Candidate, land: Candidate) -> bool:
    return town.country != land.country and kilometres(town.lat, town.lon, land.lat, land.lon) > land.radius_km


def _outside_state(slot: Slot, container: Slot) -> bool:
    states = [c for c in container.candidates if c.feature == "ADM1" and c.kind in {0, 2}]
    if slot.how != "itself" or len({(c.country, c.admin1) for c in states}) != 1:
        return False
    towns = [c for c in slot.candidates if c.kind != 3]
    known = any(c.feature.startswith("PPL") and c.population >= _WELL_KNOWN for c in (*towns, *container.candidates))
    in_short = all(s.kind == 2 for s in states)
    if known and not in_short:  # "Tenn." is no further name of a list
        return False
    named = {fold_name(c.name) for c in towns if in_short and c.feature.startswith("PPL")}
    settled = all(c.feature.startswith("PPL") or fold_name(c.name) in named for c in towns)  # a city's own district
    return settled and not any(lies_in(c, s) for c in slot.candidates for s in states)


def _settled(slot: Slot, text: str, threshold: float, kit: PlaceKit, setting: tuple[str, Theatre]) -> PlaceMention:
    if not slot.candidates:
        return slot.mention
    order = sorted(range(len(slot.candidates)), key=lambda i: -slot.weights[i])
    considered = tuple(described(slot.candidates[i], slot.weights[i]) for i in order[:5])
    likeliest = chosen(slot, text, kit.words)
    home = at_home(slot, likeliest, *setting)
    best = likeliest if home is None else home
    data = weighed(slot, order[:5] if best in order[:5] else [*order[:4], best], best, kit)
    sure = belief(slot, best) * (1.0 if slot.how != "inside" else _INSIDE)
    if sure < threshold or home is None:
        return replace(slot.mention, candidates=considered, weighed=data, confidence=round(sure, 3))
    whole = fill(slot.mention, slot.candidates[best], sure, kit.countries)
    if slot.how == "inside":
        whole = replace(within_container(slot.mention, whole, kit.words), confidence=round(sure, 3))
    return replace(whole, candidates=considered, weighed=data)


def _home_of(mention: PlaceMention, slots: Sequence[Slot], settled: Sequence[PlaceMention]) -> PlaceMention | None:
    """What the name stands in as its own words say, here or elsewhere in the document."""
    slot = next((s for s in slots if s.mention.start == mention.start), None)
    if slot is None or slot.container is None:
        return None
    return next((m for m in settled if m.start == slot.container.mention.start and m.lat is not None), None)


def _contained(
    text: str,
    mention: PlaceMention,
    others: Sequence[PlaceMention],
    kit: PlaceKit,
    home: PlaceMention | None,
) -> PlaceMention:
    """A name no gazetteer has lies where the nearest resolved name lies: honest by its radius and low confidence."""
    if mention.lat is not None or mention.candidates:
        return mention
    if home is not None and home.precision == "province/governorate":
        return replace(within_container(mention, home, kit.words), name=_cased(mention.name), precision="village")
    resolved = [o for o in others if o.lat is not None and o.confidence is not None]
    after = [o for o in resolved if 0 <= o.start - mention.end < _BESIDE and "." not in text[mention.end : o.start]]
    if is_topic(text, mention.start, mention.end) or (not after and is_called_settlement(text, mention.start)):
        return mention  # a village of its own: it does not lie in whichever town another sentence names
    small = [o for o in resolved if o.precision not in {"country", "region"}] or resolved
    pool = [o for o in after or small if _may_hold(text, mention, o, kit.words)]
    if not pool:
        return mention
    nearest = min(pool, key=lambda o: (abs(o.start - mention.start), o.start))
    return within_container(mention, nearest, kit.words)


def _may_hold(text: str, mention: PlaceMention, other: PlaceMention, words: PlaceWords) -> bool:
    """Whether an unknown name may lie in another place: in the town a report is sent from, a street or quarter may."""
    if not opens_dateline(text, other.start, other.end):
        return True
    feature = words.landmark_last.get(mention.name.rpartition(" ")[2].lower())
    return feature in words.streets or feature == "PPLX"


def _cased(name: str) -> str:
    """A name in capitals as names are written."""
    return name.title() if name.isupper() else name
