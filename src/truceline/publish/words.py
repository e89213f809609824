"""How values read: dates, ranges, places and states in plain words, the same on pages and in reports."""

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from truceline.model.account import FIGURES
from truceline.model.place import Place
from truceline.model.snapshot import FacetState, Incident, Toll
from truceline.model.when import Time

MONTHS = tuple(calendar.month_abbr)
STATES = {
    "agreed": "agreed",
    "differing": "told differently",
    "single": "one teller only",
    "disputed": "disputed",
    "unknown": "unknown",
}
"""How a facet stands; "differing" is a `single` of several tellers, none of whom rules another out."""
REVIEWS = {"machine": "proposed", "accepted": "accepted", "edited": "edited", "rejected": "rejected"}
FACETS = {
    "occurrence": "Happened",
    "type": "Kind",
    "time": "When",
    "place": "Where",
    "actor": "By whom",
    "target": "What or who was hit",
    "means": "Means",
    "killed": "Killed",
    "injured": "Injured",
    "detained": "Detained",
    "displaced": "Displaced",
    "damage": "Damage",
    "intent": "Intent",
    "notice": "Prior notice",
    "responsibility": "Responsibility",
    "compliance": "Compliance",
}

_OWN_ID = re.compile(r"x-\S+")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "by", "at", "de", "del", "du", "la", "al"})
"""Words of a name that are written small, but where they begin it."""
_ONE = {
    "children": "child",
    "women": "woman",
    "men": "man",
    "civilians": "civilian",
    "combatants": "combatant",
    "aid_workers": "aid worker",
    "journalists": "journalist",
}
"""Groups of people by the word for one of them; others read alike."""
"""An actor's id made from its name, where no registry knows it."""
KEPT_ONLY = frozenset({"language_unsupported", "table_unmapped", "mapping_invalid"})
"""Codes of problems of documents whose text was kept but not read for claims."""


def standing(facet: str, incident: Incident) -> str:
    """How a facet stands, a key of `STATES`: "single" only where one teller, or one line of evidence, tells of it."""
    state: FacetState | None = incident.facets.get(facet)  # type: ignore[call-overload]
    if state is None:
        return "unknown"
    if state.status != "single":
        return state.status
    holders = {key for value in state.values for key in value.accounts}
    told = [a for a in incident.accounts if a.id in holders]
    if facet in FIGURES:
        told = [a for a in told if not a.superseded_by]
    several = len({a.line for a in told}) > 1 and len({a.speaker or a.id for a in told}) > 1
    return "differing" if several else "single"


def say_review(review: str, extractor: str | None) -> str:
    """How far an account was looked at, and by which language model it was proposed, where by one."""
    said = REVIEWS.get(review, review)
    if extractor is None:
        return said
    return f"{said} by {extractor}" if review == "machine" else f"{said}, first proposed by {extractor}"


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut at a word, with an ellipsis behind what is cut."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 incident", "14 incidents"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def spaced(word: str) -> str:
    """An identifier of ours as words: "air_strike" reads "air strike"."""
    return word.replace("_", " ")


def say_duty(status: str, kept: Sequence[str], broken: Sequence[str], late: Sequence[str] = ()) -> str:
    """How an obligation stands: kept, kept late or not, each only by the word of the tellers given."""
    timely = [t for t in kept if t not in late]
    told = [
        f"{said}, as told by {', '.join(dict.fromkeys(tellers))}"
        for said, tellers in (("kept", timely), ("kept late", late), ("not kept", broken))
        if tellers
    ]
    return f"{'disputed: ' if status == 'disputed' else ''}{'; '.join(told)}" if told else status


def with_due(text: str, due: str | None) -> str:
    """An obligation with the day it is due, where its agreement names one."""
    return f"{text.removesuffix('.')} (due {say_moment(due)})" if due else text


def heading(word: str) -> str:
    """An identifier of ours as the beginning of a line: "Air strike"."""
    text = spaced(word)
    return text[:1].upper() + text[1:]


def parsed_day(iso: str | None) -> date | None:
    """The calendar day of an ISO date or date-time; None where it is none."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def interval(incident: Incident) -> tuple[date | None, date | None]:
    """First and last day an incident may have happened on; one known end stands for both."""
    if incident.time is None:
        return None, None
    first, last = parsed_day(incident.time.earliest), parsed_day(incident.time.latest)
    return first or last, last or first


def on_days(incident: Incident, since: date | None, until: date | None) -> bool:
    """Whether an incident may have happened on some day between two; without them everything may, undated too."""
    first, last = interval(incident)
    if since is None and until is None:
        return True
    if first is None or last is None:
        return False
    return (until is None or first <= until) and (since is None or last >= since)


def say_day(day: date | None) -> str:
    """A day as "17 Sep 2016"."""
    return f"{day.day} {MONTHS[day.month]} {day.year}" if day else "no date"


def say_went_over(ruled: int, lost: int) -> str:
    """What became of the rulings on an earlier version: "2 of 3 decisions go over, 1 no longer finds its words"."""
    if not ruled:
        return ""
    over = f"{ruled - lost} of {plural(ruled, 'decision')} {'goes' if ruled == 1 else 'go'} over"
    return f"{over}, {lost} no longer {'finds its' if lost == 1 else 'find their'} words" if lost else over


def say_day_of(iso: str) -> str:
    """The day of a moment: "19 Sep 2016"."""
    day = parsed_day(iso)
    return say_day(day) if day else iso


def say_moment(iso: str | None) -> str:
    """A moment as "19 Sep 2016, 19:00 (UTC+03:00)"; the day alone for a date; unchanged where it is neither."""
    day = parsed_day(iso)
    if not iso or day is None:
        return iso or "not stated"
    if len(iso) <= 10:
        return say_day(day)
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return say_day(day)
    offset = at.isoformat()[-6:] if at.tzinfo else ""
    zone = f" (UTC{offset})" if offset and offset != "+00:00" else " UTC" if offset else ""
    return f"{say_day(day)}, {at:%H:%M}{zone}"


def say_days(first: date, last: date) -> str:
    """Days as "17 Sep 2016", "17 or 18 Sep 2016", "12 to 19 Sep 2016", "Sep 2016", "2016"."""
    if first == last:
        return say_day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    month_end = calendar.monthrange(last.year, last.month)[1]
    if first.day == 1 and last.day == month_end and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month]} {first.year}"
    joint = "or" if (last - first).days == 1 else "to"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {joint} {say_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month]} {joint} {say_day(last)}"
    return f"{say_day(first)} {joint} {say_day(last)}"


def say_period(period: str) -> str:
    """A stated period in words: "12 to 19 Sep 2016", "until 17 Sep 2016"; unchanged where it is in words already."""
    start, slash, end = period.partition("/")
    first, last = parsed_day(start), parsed_day(end if slash else start)
    if first and last:
        return say_days(first, last)
    if slash and last and start in {"..", ""}:
        return f"until {say_day(last)}"
    return f"from {say_day(first)}" if slash and first and end in {"..", ""} else period


def say_time(time: Time | None) -> str:
    """An interval in words; the clock only where both ends lie in one day and the text had one."""
    if time is None:
        return "time not known"
    first, last = parsed_day(time.earliest), parsed_day(time.latest)
    if first is None:
        return "time not known" if last is None else f"by {say_day(last)}"
    if last is None:
        return f"from {say_day(first)}"
    if first != last:
        return say_days(first, last)
    clocks = (_clock(time.earliest), _clock(time.latest))
    if clocks[0] and clocks[1] and clocks != ("00:00", "23:59"):
        span = clocks[0] if clocks[0] == clocks[1] else f"{clocks[0]} to {clocks[1]}"
        return f"{say_day(first)}, {span}"
    return f"{say_day(first)}, {time.clock} local time" if time.clock else say_days(first, last)


def _clock(iso: str | None) -> str | None:
    return iso[11:16] if iso and len(iso) >= 16 else None


def say_bounds(low: int | None, high: int | None) -> str:
    """A range of whole numbers: "62", "62 to 106", "at least 62", "more than 1,000", "up to 20", "not known"."""
    if low is None and high is None:
        return "not known"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return _floor(low) if _is_over(low) else f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


_HUNDRED = 100


def _is_over(floor: int) -> bool:
    """Whether the floor of an open range is one above whole hundreds: somebody said "more than 1,000"."""
    return floor > _HUNDRED and floor % _HUNDRED == 1


def _floor(number: int) -> str:
    """A number of an open range as it was told: "1,050", "more than 1,000"."""
    return f"more than {number - 1:,}" if _is_over(number) else f"{number:,}"


def say_toll(toll: Toll | None) -> str:
    """A casualty range over all tellers: "62 to 106, best 83", "12 to 40 or more, best 22"; "not stated" without one.

    "At least 62" is said only where 62 is all that anybody told: the lowest of rival numbers is nobody's floor.
    """
    if toll is None:
        return "not stated"
    top = toll.most if toll.high is None else toll.high
    if toll.low is None or top is None or toll.low == top:
        return say_bounds(toll.low, toll.high)
    if toll.high is None:
        text = f"{_floor(toll.low)} to {_floor(top)}" + ("" if _is_over(top) else " or more")
        return text if toll.best is None else f"{text}, best {_floor(toll.best)}"
    text = say_bounds(toll.low, top)
    return text if toll.best is None else f"{text}, best {toll.best:,}"


def say_place(place: Place | None) -> str:
    """Name, what contains it, and how far off the point may be: "Urum al-Kubra, Aleppo, within 3 km"."""
    if place is None:
        return "place not known"
    parts = [place.name, *[w for w in place.within[:1] if w != place.name]]
    if place.lat is None:
        return f"{', '.join(parts)} (not located)"
    return ", ".join([*parts, say_radius(place.radius_km)]) if place.radius_km else ", ".join(parts)


def say_radius(radius_km: float | None) -> str:
    """A radius as "within 3 km"; under a kilometre in metres."""
    if radius_km is None:
        return "radius not known"
    return f"within {radius_km:.0f} km" if radius_km >= 1 else f"within {radius_km * 1000:.0f} m"


def say_value(value: Any, names: Mapping[str, str]) -> str:
    """A facet's normal form in words; `names` turns actor ids into names."""
    if value is None:
        return "not stated"
    if isinstance(value, Mapping):
        return _say_object(value)
    if isinstance(value, list | tuple):
        return ", ".join(say_value(v, names) for v in value)
    text = str(value)
    if text in names or not text.islower():
        return names.get(text, text)
    return named_by_id(text) if _OWN_ID.fullmatch(text) else spaced(text)


def named_by_id(actor: str) -> str:
    """The name that an id of ours was made from, as far as it shows: "x-ivo-lasen" reads "Ivo Lasen"."""
    words = actor.removeprefix("x-").split("-")
    return " ".join(w if at and w in _SMALL else w[:1].upper() + w[1:] for at, w in enumerate(words))


def _say_object(value: Mapping[str, Any]) -> str:
    if "earliest" in value or "edtf" in value:
        return say_time(Time(earliest=value.get("earliest"), latest=value.get("latest"), clock=value.get("clock")))
    if "low" in value or "high" in value:
        return _say_count(value)
    if "name" in value:
        return say_place(
            Place(
                name=str(value["name"]),
                lat=value.get("lat"),
                lon=value.get("lon"),
                radius_km=value.get("radius_km"),
                within=tuple(value.get("within") or ()),
            )
        )
    return ", ".join(f"{spaced(str(k))} {v}" for k, v in value.items() if v is not None)


def _say_count(value: Mapping[str, Any]) -> str:
    """A number of people, of their group where it is told: "more than 3 civilians of those injured, later"."""
    group = value.get("group")
    low, high = value.get("low"), value.get("high")
    kind = _ONE.get(str(group), group) if low == high == 1 else group
    of = f" {spaced(str(kind))}" if group and group != "unknown" else ""
    of += " of those injured, later" if value.get("added") else ""
    over = value.get("comparator") == ">" and high is None
    return (f"more than {low - 1:,}" if low and over else say_bounds(low, high)) + of


def letter(index: int) -> str:
    """A, B ... Z, AA, AB ... for 0, 1 ..."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text
