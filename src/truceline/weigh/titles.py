"""Neutral titles: what is reported, where and when, in words that take no side."""

import re
from dataclasses import dataclass
from datetime import date

from truceline.model.account import EventType
from truceline.model.place import Place
from truceline.model.when import Time
from truceline.weigh.kit import WeighKit
from truceline.weigh.totals import Stated

_AREAS = {"district", "subdistrict", "province/governorate", "region", "country", "neighbourhood/area"}
_SPOTS = {"exact location", "street", "nearby landmark"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a title is made of; `struck` is a neutral noun for what was struck, where reports say so."""

    event_type: EventType
    aggregate: bool
    place: Place | None
    when: Time | None
    struck: str | None = None
    stated: Stated | None = None
    """Of a total: how many, laid to whom, who states it."""


def title_of(heading: Heading, kit: WeighKit) -> str:
    """Title from facets: "Air strike near Deir ez-Zor, 17 September 2016", "Aid convoy hit at Urum al-Kubra"."""
    place = None if heading.place is None or _points_back(heading.place, kit) else heading.place
    days = day_words(heading.when)
    if place is not None and _is_struck(place, heading):
        return _what(heading, kit, place.name) + (f", {days}" if days else "")
    hit = heading.struck is not None and heading.event_type in kit.vague
    before = "at" if hit and place and place.precision not in _AREAS | {"city"} else ""
    where = "" if place is None else f" {before or _preposition(heading.event_type, place, kit)} {place.name}"
    told = f", according to {heading.stated.teller}" if heading.stated and heading.stated.teller else ""
    return f"{_what(heading, kit)}{where}" + (f", {days}" if days else "") + told


def _points_back(place: Place, kit: WeighKit) -> bool:
    """Whether a place is told by words that name none by themselves: "the same street", "there", "the area"."""
    words = place.name.casefold().split()
    words = words[1:] if words[:1] == ["the"] else words
    return place.lat is None and (words[:1] in (["same"], ["that"], ["this"]) or " ".join(words) in kit.nowhere)


def _is_struck(place: Place, heading: Heading) -> bool:
    """Whether the place is what was struck, by its own name: "Kalinov market"."""
    named = place.name[:1].isupper() and heading.struck is not None and not heading.aggregate
    return named and place.name.casefold().endswith(f" {heading.struck}")


def _what(heading: Heading, kit: WeighKit, site: str = "") -> str:
    """What happened, and to what; `site` is the name of what was struck where it has one."""
    noun, struck = kit.titles[heading.event_type], heading.struck
    if heading.aggregate:
        return f"Stated total: {_counted(f'{noun[0].lower()}{noun[1:]}', heading.stated or Stated())}"
    if struck is None:
        return noun
    if heading.event_type in kit.vague:
        return f"{site or struck[0].upper() + struck[1:]} hit"
    return f"{noun} on {site or _with_article(struck)}"


def _counted(noun: str, stated: Stated) -> str:
    """What is counted, with its number and whom it is laid to: "31 alleged violations laid to Southern Front"."""
    laid = f" laid to {stated.accused}" if stated.accused else ""
    if stated.people:
        return f"{stated.people}{laid}"
    if not stated.count or stated.count == "1":
        return f"{noun}{laid}"
    head, *rest = _OF_NOUN.split(noun, maxsplit=1)
    return " ".join([stated.count, _plural(head), *rest]) + laid


def _plural(noun: str) -> str:
    """A noun of the table of titles for several: "clashes", "aid deliveries", "talks"."""
    if noun.endswith("s"):
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}es" if noun.endswith("sh") else f"{noun}s"


_OF_NOUN = re.compile(r" (?=(?:of|on|or) )")
"""Before what a noun is of: "obstruction of aid", "attack on civilians"."""


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _preposition(event_type: EventType, place: Place, kit: WeighKit) -> str:
    if place.precision in _AREAS:
        return "in"
    if place.precision in _SPOTS or (place.lat is None and place.name[:1].islower()):
        return "at"  # a site without a name of its own: "at patrol base near Odrel"
    return "near" if event_type in kit.families["from_the_air"] else "in"


def day_words(when: Time | None) -> str:
    """A time's days in words: "17 September 2016", "12 to 19 September 2016", "since 1 May 2016"; "" where unknown."""
    if when is None or not when.earliest:
        return ""
    first = _day(when.earliest)
    last = _day(when.latest or when.earliest)
    if first is None or last is None:
        return ""
    if first == last:
        return f"since {_words(first)}" if when.latest is None and when.granularity == "range" else _words(first)
    one_month = (first.year, first.month) == (last.year, last.month)
    if when.granularity == "month" and one_month:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if when.granularity == "year" and first.year == last.year:
        return str(first.year)
    return f"{first.day if one_month else _words(first)} to {_words(last)}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
