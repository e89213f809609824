"""A chosen candidate to the contract's Place: precision, radius, what contains it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.model.gazetteer import Candidate
from truceline.model.place import PlaceMention, Precision, Weighed
from truceline.resolve.places.evidence import FEATURES, Slot
from truceline.resolve.places.kit import PlaceKit
from truceline.resolve.places.words import PlaceWords
from truceline.resolve.places.written import written_name

_LEVELS: dict[str, Precision] = {
    "PCLI": "country",
    "PCLH": "country",
    "ADM1": "province/governorate",
    "ADM2": "district",
    "ADM3": "subdistrict",
    "CONT": "region",
    "PPLX": "neighbourhood/area",
    "AREA": "neighbourhood/area",
    "ST": "street",
    "RD": "street",
    "SQR": "street",
    "RFGC": "town",
    "ISL": "region",
    "ISLS": "region",
    "VILLAGE": "village",
    "TOWN": "town",
    "CITY": "city",
}
_CITY = 100_000
_TOWN = 5_000


def level_of(place: Candidate) -> Precision:
    """Airwars' level of a gazetteer entry, by feature code, population and size."""
    if place.feature in _LEVELS:
        return _LEVELS[place.feature]
    if place.feature.startswith("PPL"):
        return (
            "city"
            if place.population >= _CITY
            else "town"
            if place.population >= _TOWN or not place.population
            else "village"
        )
    if place.feature == "ZONE":
        return "neighbourhood/area" if place.radius_km <= 15 else "region"
    return "nearby landmark" if place.radius_km <= 5 else "neighbourhood/area" if place.radius_km <= 15 else "region"


def fill(mention: PlaceMention, place: Candidate, belief: float, countries: Mapping[str, str]) -> PlaceMention:
    """The mention with its place; `countries` are English names by ISO code."""
    country = countries.get(place.country, "")
    inside = [n for n in (place.admin2, place.admin1, country) if n and n != place.name]
    return replace(
        mention,
        name=written_name(place, mention.name),
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        precision=level_of(place),
        geonameid=place.geonameid,
        country=place.country or None,
        admin1=place.admin1 or None,
        admin2=place.admin2 or None,
        within=tuple(dict.fromkeys(inside)),
        confidence=round(belief, 3),
        geometry=place.geometry,
    )


def within_container(mention: PlaceMention, container: PlaceMention, words: PlaceWords) -> PlaceMention:
    """A place known only to lie in another: the container's point and radius, the level its own words tell."""
    own = (mention.name.split() or [""])[-1].lower()
    feature = words.landmark_last.get(own) or words.landmark_first.get(
        mention.name.split()[0].lower() if mention.name.split() else ""
    )
    level: Precision | None = container.precision
    if feature in words.streets:
        level = "street"
    elif feature is not None and feature.startswith("PPLX"):
        level = "neighbourhood/area"
    elif feature is not None and feature not in words.areas:
        level = "nearby landmark"
    return replace(
        mention,
        lat=container.lat,
        lon=container.lon,
        radius_km=container.radius_km,
        precision=level,
        country=container.country,
        admin1=container.admin1,
        admin2=container.admin2,
        within=tuple(dict.fromkeys([container.name, *container.within])),
        confidence=round(0.6 * (container.confidence or 0.5), 3),
    )


_MOST_REASONS = 4
_SAYS_SOMETHING = 0.25
"""Log-odds from which a feature is named as a reason."""
_MANY = 50_000
_WEIGHTY = 0.005
"""Probability from which a candidate is shown."""


def weighed(slot: Slot, order: Sequence[int], taken: int, kit: PlaceKit) -> tuple[Weighed, ...]:
    """The candidates in an order, as data; the first and the one that is taken are always among them."""
    shown = [i for n, i in enumerate(order) if n == 0 or i == taken or slot.weights[i] >= _WEIGHTY]
    made = {i: _weighed(slot, i, kit) for i in shown}
    if taken != order[0]:
        level = "area_meant" if slot.candidates[taken].feature.startswith("ADM") else "town_meant"
        made[taken] = replace(made[taken], reasons=(kit.words.reasons[level], *made[taken].reasons))
    return tuple(made.values())


def _weighed(slot: Slot, index: int, kit: PlaceKit) -> Weighed:
    place, numbers = slot.candidates[index], slot.measures[index]
    spoke = {name: kit.weights[name] * number for name, number in zip(FEATURES, numbers, strict=True)}
    loud = sorted(
        (f for f in spoke if spoke[f] >= _SAYS_SOMETHING and (f != "size" or place.population >= _MANY)),
        key=lambda f: (-spoke[f], f),
    )
    country = kit.countries.get(place.country, place.country)
    return Weighed(
        name=place.name,
        within=tuple(dict.fromkeys(n for n in (place.admin2, place.admin1, country) if n and n != place.name)),
        feature=place.feature,
        population=place.population,
        lat=place.lat,
        lon=place.lon,
        score=round(slot.weights[index], 3),
        reasons=tuple(dict.fromkeys(kit.words.reasons[f] for f in loud))[:_MOST_REASONS],
        geonameid=place.geonameid,
        source=place.source,
    )


def described(place: Candidate, belief: float) -> str:
    """One candidate as the analyst sees it."""
    where = ", ".join(n for n in (place.admin1, place.country) if n)
    return f"{place.name}, {where} ({place.feature}, {place.population:,} inhabitants, {belief:.2f})"
