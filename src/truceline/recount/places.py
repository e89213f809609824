"""Where a happening took place, by all that is told of it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from truceline.model.account import Account
from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, meets
from truceline.recount.anchors import is_day
from truceline.recount.convert import plain_place
from truceline.recount.facets.affirmed import affirmed, affirmed_of
from truceline.recount.happenings import Happening
from truceline.recount.profile import far
from truceline.recount.setting import is_astray, settled
from truceline.text.datelines import opens_dateline
from truceline.text.event_place import event_place
from truceline.text.geo import SETTLEMENTS, distance_between, kilometres, reach_km
from truceline.text.settlements import is_called_settlement

_COARSE = {"country": 0.1, "region": 0.2, "province/governorate": 0.35, "district": 0.6, "subdistrict": 0.7}
_OUT_OF_TOWN_KM = 10.0
"""Kilometres beyond both their extents from which a smaller town is no part of the city a report is sent from."""
_ONE_PLACE_KM, _DOUBT = 60.0, 0.1
"""How far apart two bearers of a name may lie to be one place, and what chance all others together may have."""
_NAMED = SETTLEMENTS | {"nearby landmark"}
_DATELINE_WEIGHT, _EMBEDDED_WEIGHT, _ASTRAY_WEIGHT = 0.9, 0.3, 0.2
"""What a dateline's place, one inside a name ("Kokomo police") and one far from all others count beside one told."""


def main_place(happening: Happening, reading: Reading | None) -> Place | None:
    """The place told most; of the main happening, the finest named near its first words, if they lie together."""
    if happening.aggregate:
        return _whole_area(happening)
    most = _told_most(happening, reading)
    anchors = happening.mentions
    near = event_place(settled(reading.places), anchors[:1]) if reading is not None else None
    if most is None or near is None or near.lat is None or near.precision in _COARSE:
        return most or near
    if near.precision in SETTLEMENTS:
        return most if far(near, most) else near
    if far(near, most):
        return near
    names = (most.name, *most.within) if most.precision in SETTLEMENTS else most.within
    above = [n for n in names if n not in near.within and n != near.name]
    return replace(near, within=(*above, *near.within))


_NAMED_SO = re.compile(r"(?:[a-z]{2}[-’'])?[A-Z]")
"""How a name begins, its Arabic article aside: "al-Fatterah"."""


_CARE = re.compile(r"\b(?:Hospital|Clinic|Infirmary|Medical Cent(?:er|re))$")
"""Where the wounded of a town are brought: no place apart from it."""


def elsewhere(place: Place, beside: Sequence[PlaceMention], reading: Reading) -> bool:
    """Whether a place is the dateline's or another deed's, while this deed's own words name a settlement apart from it.

    Who reports from Kyiv of a school in Kherson tells of Kherson; a town that no gazetteer has is its own.
    """
    text = reading.prose
    names = {place.name, *place.within}
    opening = [p for p in sent_from(reading) if p.name in names]
    told = [p for p in beside if p.name not in names and p.role == "event" and not _CARE.search(p.name)]
    if any(p.name == place.name and p not in opening for p in beside):
        return False
    if any(_is_town(text, p) or (opening and p.lat is None) for p in told):
        return True
    return bool(opening) and any(p.lat is not None and _stands_far(p, opening[0]) for p in told)


def sent_from(reading: Reading) -> list[PlaceMention]:
    """The places of the dateline, among the text's first."""
    return [p for p in reading.places[:8] if opens_dateline(reading.prose, p.start, p.end)]


def named_elsewhere(place: Place | None, accounts: Sequence[Account], reading: Reading | None) -> Place | None:
    """The place that the accounts name, where the document's is only the town it is sent from; None where they agree.

    Nobody told that a site no gazetteer has lies in that town, unless the report speaks of the town again.
    """
    if place is None or reading is None:
        return None
    if other := _named_that_day(place, accounts, reading):
        return other
    told = affirmed_of("place", accounts)
    if not _is_only_sent_from(place, reading) or any(f.value.get("lat") for f in told):
        return None
    named = (f.value["name"] for f in told if _NAMED_SO.match(f.value["name"]) and not _CARE.search(f.value["name"]))
    return next((Place(name=n) for n in named if n != place.name), None)


def _is_only_sent_from(place: Place, reading: Reading) -> bool:
    """Whether a text is sent from a place and does not speak of it again."""
    sent = sum(p.name == place.name for p in sent_from(reading))
    return 0 < sent >= reading.prose.casefold().count(place.name.casefold())


_NAMED_IN = re.compile(r"(?:^|.*\b(?:in|at|near|outside|of|from) )(?:[a-z]{2}[-’'])?[A-Z]")
"""A place told by its name, or as a site at a name: "camp for the displaced in Kalembe"."""


def _named_that_day(place: Place, accounts: Sequence[Account], reading: Reading) -> Place | None:
    """The place that the accounts name, where the document's is told with other days alone; None where they agree.

    "The guns fell silent in Qasr on 24 August. A camp in Kalembe was bombed on 7 January": no gazetteer has Kalembe.
    """
    told = affirmed(accounts)
    places = [f.value for f in told if f.facet == "place"]
    days = {f.value.get("earliest") or "" for f in told if f.facet == "time"} - {""}
    named = next((v["name"] for v in places if _NAMED_IN.match(v["name"]) and not _CARE.search(v["name"])), None)
    if named is None or not days or any(v.get("lat") for v in places):
        return None
    about = _sentences_about(place, reading)
    if not about or any(meets(s, about) for f in told for s in f.spans):
        return None
    return Place(name=named) if all(_of_other_days(reading, s, days) for s in about) else None


def _sentences_about(place: Place, reading: Reading) -> list[Span]:
    """The sentences that name a place."""
    named = [p.start for p in reading.places if p.name == place.name]
    return [s for s in reading.sentences if any(s[0] <= at < s[1] for at in named)]


def _of_other_days(reading: Reading, sentence: Span, days: Collection[str]) -> bool:
    """Whether a sentence tells a day, and none of these."""
    here = [t for t in reading.times if sentence[0] <= t.start < sentence[1] and is_day(reading.prose, t)]
    return bool(here) and not any(
        (t.earliest or "")[:10] <= d[:10] <= (t.latest or "")[:10] for t in here for d in days
    )


def _stands_far(place: PlaceMention, city: PlaceMention) -> bool:
    """Whether a settlement of one meaning alone lies far from a city: another of its name may be the near one."""
    lat, lon = place.lat, place.lon
    km = distance_between(place, city)
    if place.precision not in _NAMED or lat is None or lon is None or km is None:
        return False
    outside = km > reach_km(place) + reach_km(city) + _OUT_OF_TOWN_KM
    if not far(place, city) and not (outside and (place.radius_km or 0) < (city.radius_km or 0)):
        return False
    others = (
        w.score
        for w in place.weighed
        if kilometres(w.lat, w.lon, lat, lon) > _ONE_PLACE_KM
        and not (w.feature.startswith("ADM") and w.within[-1:] == place.within[-1:])  # the province about the town
    )
    return sum(others) < _DOUBT


def _is_town(text: str, place: PlaceMention) -> bool:
    """Whether a place that nobody can locate is called a town: "the village of Kalembe"."""
    return place.lat is None and is_called_settlement(text, place.start)


def _whole_area(happening: Happening) -> Place | None:
    """Where a tally was counted: the one place told of it, or the country when its parts are told by place."""
    told = [p for c in happening.clusters for p in c.places]
    wide = [p for p in told if p.precision in {"country", "region"}]
    if wide:
        return plain_place(wide[0])
    return plain_place(told[0]) if len({p.name for p in told}) == 1 else None


def _told_most(happening: Happening, reading: Reading | None) -> Place | None:
    """The place told most, earliest and finest; `reading` is given for the main happening, whose dateline counts too.

    A street or neighbourhood stands within the settlement told beside it, unless it was resolved far from there.
    """
    weight: dict[tuple[str, str | None], float] = {}
    first: dict[tuple[str, str | None], PlaceMention] = {}
    for place, value in [*_told(happening), *(_around(reading) if reading else ())]:
        key = (place.name, place.admin1)
        astray = reading is not None and is_astray(place, reading.places)
        weight[key] = weight.get(key, 0.0) + value * (_ASTRAY_WEIGHT if astray else 1.0)
        first.setdefault(key, place)
    ranked = sorted(first, key=lambda k: (-weight[k], first[k].start))
    if not ranked:
        return None
    town = next((first[k] for k in ranked if first[k].precision in SETTLEMENTS), None)
    finer = next((first[k] for k in ranked if first[k].precision not in SETTLEMENTS | _COARSE.keys()), None)
    if finer is None or town is None:
        return _beside_dateline(finer or town or first[ranked[0]], reading)
    if far(finer, town):
        return _beside_dateline(town, reading)
    within = finer.within if town.name in finer.within else (town.name, *finer.within)
    return replace(plain_place(finer), within=within)


def _told(happening: Happening) -> Iterator[tuple[PlaceMention, float]]:
    for order, cluster in enumerate(happening.clusters):
        for nth, place in enumerate(cluster.places):
            yield place, _COARSE.get(place.precision or "", 1.0) / (1 + 0.3 * order) / (1 + 0.3 * nth)


def _around(reading: Reading) -> Iterator[tuple[PlaceMention, float]]:
    """The dateline's place, and settlements in names at the document's head."""
    text = reading.prose
    for place in reading.places[:8]:
        if place.lat is None or place.precision not in SETTLEMENTS:
            continue
        if opens_dateline(text, place.start, place.end):
            yield place, _DATELINE_WEIGHT
        elif place.role in {"embedded", "event"}:
            yield place, _EMBEDDED_WEIGHT / (1 + place.start / 400)


def _beside_dateline(place: PlaceMention, reading: Reading | None) -> Place:
    """A quarter told under its city's dateline lies within that city."""
    made = plain_place(place)
    if reading is None or place.precision in _COARSE:
        return made
    for city in sent_from(reading):
        if city.precision in SETTLEMENTS and _is_near(place, city):
            return replace(made, within=made.within if city.name in made.within else (city.name, *made.within))
    return made


def _is_near(place: PlaceMention, city: PlaceMention) -> bool:
    """Whether a place of another name lies near a city."""
    return city.lat is not None and city.name != place.name and city.country == place.country and not far(city, place)
