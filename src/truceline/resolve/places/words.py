"""The place resolver's word lists, from data/places.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Word lists, all in lower case; `before` reads the words before a name that widen or move the place."""

    landmark_last: Mapping[str, str]
    landmark_first: Mapping[str, str]
    streets: frozenset[str]
    areas: frozenset[str]
    named_freely: frozenset[str]
    """Feature codes of what is named after other places: Jaffa Street is seldom in Jaffa."""
    opens: frozenset[str]
    """Words with which longer names begin: "Abu", "North"."""
    droppable_last: frozenset[str]
    droppable_first: frozenset[str]
    bearings: Mapping[str, float]
    units: Mapping[str, float]
    area_after: re.Pattern[str]
    area_said_after: re.Pattern[str]
    area_said_before: re.Pattern[str]
    landmark_before: re.Pattern[str]
    landmark_after: re.Pattern[str]
    site_before: re.Pattern[str]
    """A named site that was hit, or stood in, between the words for it and the settlement it is in."""
    quarter_before: re.Pattern[str]
    """A quarter by name ("in the Old Mill area of") before the settlement it is in."""
    part_before: re.Pattern[str]
    """Words for a part of the settlement that follows ("in the centre of")."""
    sites: frozenset[str]
    """Words of sites that are one spot."""
    struck_before: re.Pattern[str]
    """Words right before a site that say the event was at it."""
    reasons: Mapping[str, str]
    """What each feature of `evidence.FEATURES` says for a candidate, in words."""
    tells: Mapping[str, re.Pattern[str]]
    """Names of public bodies that only one country has, by its ISO code."""
    city_areas: Mapping[str, str]
    """Cities by the area of first order that they are all of."""
    near: re.Pattern[str]
    away: re.Pattern[str]
    toward: re.Pattern[str]


def load_place_words(data: Path) -> PlaceWords:
    """Word lists from the package's data folder."""
    table = tomllib.loads((data / "places.toml").read_text(encoding="utf-8"))
    marks, changes = table["landmarks"], table["modifiers"]
    direction, unit = _any_of(changes["bearings"]), _any_of(changes["units"])
    article = r"(?:the\s+)?(?:(?:town|city|village)\s+of\s+)?$"
    beside = table["beside"]
    site = rf"(?i:the\s+|an?\s+)?(?:[A-Z][\w'’“”-]+\s+){{1,4}}(?i:{_any_of(beside['sites'])})\b"
    landmark = rf"(?:the\s+|an?\s+)?(?:[\w'’“”\"-]+\s+){{0,5}}?(?:{_any_of(beside['landmarks'])})\b(?!\s+of\b)"
    near, there = _any_of(beside["at"]), _any_of([*beside["at"], *beside["inside"]])
    return PlaceWords(
        landmark_last=marks["last"],
        landmark_first=marks["first"],
        streets=frozenset(marks["streets"]),
        named_freely=frozenset(marks["named_freely"]),
        areas=frozenset(marks["areas"]),
        opens=frozenset(marks["opens"]),
        droppable_last=frozenset(marks["droppable_last"]),
        droppable_first=frozenset(marks["droppable_first"]),
        bearings=changes["bearings"],
        units=changes["units"],
        area_after=re.compile(
            r"\s(?:(?:refugee|border|air)\s)?(?:camp|base|crossing|province|governorate|district|county|city|airport|dam)\b"
        ),
        area_said_after=re.compile(rf"(?:['’]s)?\s(?:{_any_of(changes['areas'])})\b", re.IGNORECASE),
        area_said_before=re.compile(rf"\b(?:{_any_of(changes['areas'])})\s+of\s+$|\brural\s+$", re.IGNORECASE),
        landmark_before=re.compile(rf"\b(?:{there})\s+{landmark}[^.;]*$", re.IGNORECASE),
        site_before=re.compile(rf"\b(?i:{_any_of(beside['struck'])})\s+{site}[^.;]*$"),
        struck_before=re.compile(rf"\b(?:{_any_of(beside['struck'])})\s+(?:the\s+)?$", re.IGNORECASE),
        landmark_after=re.compile(rf"\W+(?:[\w'’-]+\s+){{0,4}}?(?:{near})\s+{landmark}", re.IGNORECASE),
        quarter_before=re.compile(
            rf"(?i:\b(?:in|on|at|of|from|to|hit|struck)\s+(?:the\s+)?)['‘“\"]?(?:[A-Z][\w'’”\"-]*\s+|[a-z]{{2}}-[A-Z][\w'’-]+\s+){{1,4}}"
            rf"(?i:{_any_of(beside['quarters'])})\b[^.;]{{0,45}}$"
        ),
        part_before=re.compile(
            rf"\b(?:{_any_of(beside['parts'])})\s+of\s+(?:the\s+)?(?:city\s+of\s+)?$", re.IGNORECASE
        ),
        sites=frozenset(beside["sites"]),
        reasons=table["reasons"],
        city_areas=table["city_areas"],
        tells={code: re.compile(rf"\b(?:{_any_of(tells)})\b", re.IGNORECASE) for code, tells in table["tells"].items()},
        near=re.compile(rf"\b({_any_of(changes['near'])})\s+{article}", re.IGNORECASE),
        away=re.compile(
            rf"\b(?P<amount>\d+(?:\.\d+)?)\s*-?(?P<unit>{unit})\s+(?:to\s+the\s+)?(?P<bearing>{direction})\s+(?:of|from)\s+{article}",
            re.IGNORECASE,
        ),
        toward=re.compile(
            rf"\b(?P<bearing>{direction})(?P<outside>\s+of)?\s+(?:part\s+of\s+|parts\s+of\s+|countryside\s+of\s+)?{article}",
            re.IGNORECASE,
        ),
    )


def _any_of(words: Mapping[str, object] | list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
