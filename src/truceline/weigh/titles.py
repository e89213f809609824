"""Neutral titles: what is reported, where and when, in words that take no side."""

from datetime import date

from truceline.model.account import EventType
from truceline.model.place import Place
from truceline.model.when import Time
from truceline.weigh.kit import WeighKit

_AREAS = {"district", "subdistrict", "province/governorate", "region", "country", "neighbourhood/area"}
_SPOTS = {"exact location", "street", "nearby landmark"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def title_of(event_type: EventType, aggregate: bool, place: Place | None, when: Time | None, kit: WeighKit) -> str:
    """Title from facets: "Air strike near Deir ez-Zor, 17 September 2016"."""
    noun = kit.titles[event_type]
    what = f"Stated total: {noun[0].lower()}{noun[1:]}" if aggregate else noun
    where = "" if place is None else f" {_preposition(event_type, place, kit)} {place.name}"
    days = day_words(when)
    return f"{what}{where}" + (f", {days}" if days else "")


def _preposition(event_type: EventType, place: Place, kit: WeighKit) -> str:
    if place.precision in _AREAS:
        return "in"
    if place.precision in _SPOTS:
        return "at"
    return "near" if event_type in kit.families["from_the_air"] else "in"


def day_words(when: Time | None) -> str:
    """A time's days in words: "17 September 2016", "12 to 19 September 2016", "September 2016"; "" where unknown."""
    if when is None or not when.earliest:
        return ""
    first = _day(when.earliest)
    last = _day(when.latest or when.earliest)
    if first is None or last is None:
        return ""
    if first == last:
        return _words(first)
    if when.granularity == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if when.granularity == "year" and first.year == last.year:
        return str(first.year)
    start = str(first.day) if (first.year, first.month) == (last.year, last.month) else _words(first)
    return f"{start} to {_words(last)}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
