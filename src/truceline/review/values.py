"""What an analyst types for a facet ("killed=at least 62") made the facet's normal form."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from difflib import get_close_matches
from typing import Any, get_args

from truceline.model.account import FIGURES, CasualtyGroup, EventType, Facet, FacetName, Polarity
from truceline.model.amount import Range
from truceline.model.plain import to_plain
from truceline.model.reading import Reading
from truceline.text.counts import COUNT_FORM, MADE_A_DAY, is_day, read_count
from truceline.text.fold import fold_name
from truceline.text.numbers import NumberTable
from truceline.text.printed_days import iso_days

_GROUP = re.compile(r"(?P<count>.*?\S)\s+(?P<group>aid workers?|[a-z_]+)")
_GROUP_WORDS = {
    **dict.fromkeys(("people", "person", "persons", "dead", "killed", "injured", "wounded", "hurt"), ""),
    **dict.fromkeys(("soldier", "soldiers", "fighter", "fighters", "troops", "militants", "gunmen"), "combatants"),
    **dict.fromkeys(("police", "policemen", "guards"), "security_forces"),
    **dict.fromkeys(("medics", "doctors", "nurses"), "medical"),
    "child": "children",
    "woman": "women",
    "aid worker": "aid_workers",
    "aid workers": "aid_workers",
}
"""Words for people by group, besides the groups' own names; empty for people of no group."""
_FALLING = re.compile(r"(\d+)\s*(?:-|–|to)\s*(\d+)")
_DAY = re.compile(r"^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?)(?:/(\d{4}-\d\d-\d\d\S*))?$")
_POINT = re.compile(r"^(?P<name>.+?)\s*@\s*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)$")


_MOST_LAT, _MOST_LON = 90, 180
_NEAR = 0.75
"""How like a place of the document a name must be to be asked about: "Tiaz" is so like Taiz."""
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”„]")
_POINT_FORM = "write NAME @ LATITUDE, LONGITUDE in degrees, as Quarry @ 36.2, 37.1"
_TIME_FORM = (
    "write a day as 2016-09-17 or 17 September 2016, a moment as 2016-09-17T19:00Z, "
    "or an interval as 2016-09-17/2016-09-18"
)


class ValueProblemError(ValueError):
    """A facet or value that cannot be used; the message says what can."""


def event_type_of(text: str) -> str:
    """An event type as an analyst writes it, "air strike" too. Raises ValueProblemError, with those there are."""
    known = get_args(EventType)
    name = re.sub(r"[\s-]+", "_", text.strip().casefold())
    if name not in known:
        close = get_close_matches(name, known, 1, 0.6)
        meant = f"{close[0]} is meant? " if close else ""
        raise ValueProblemError(f"{text}: no event type; {meant}there are: {', '.join(known)}")
    return name


def typed_facets(
    assignments: Iterable[str], denied: Sequence[str], reading: Reading, numbers: NumberTable
) -> list[dict[str, Any]]:
    """Plain facets of "FACET=VALUE" words; facets named in `denied` are denied rather than said.

    Raises ValueProblemError.
    """
    made = [_typed(assignment, denied, reading, numbers) for assignment in assignments]
    named = {f["facet"] for f in made}
    return made + [_facet(_name(d), None, "", "denied") for d in denied if d not in named]


def ruled_facets(
    ruled: tuple[str, str, str], old: Sequence[Facet], reading: Reading, numbers: NumberTable
) -> list[dict[str, Any]]:
    """Plain facets of one facet ruled by form: its name, what the teller does with it, and its new value.

    The teller "says", "denies" or is "silent" on it; empty leaves that as it is. Without a new value, the values `old`
    told of it stay. Raises ValueProblemError, also where nothing would change.
    """
    name, says, value = ruled
    told = [f for f in old if f.facet == name]
    if says == "silent":
        return typed_facets([f"{name}="], [], reading, numbers)
    denied = says == "denies" or (not says and bool(told) and all(f.polarity == "denied" for f in told))
    if value.strip():
        return typed_facets([f"{name}={value}"], [name] if denied else [], reading, numbers)
    stance: Polarity = "denied" if denied else "affirmed"
    if not says or (told and all(f.polarity == stance for f in told)):
        raise ValueProblemError("nothing is changed: give a new value, or say what the teller does")
    if not told and not denied:
        raise ValueProblemError("what does the teller say? Give a value")
    return [to_plain(replace(f, polarity=stance)) for f in told] or typed_facets([], [name], reading, numbers)


def _typed(assignment: str, denied: Sequence[str], reading: Reading, numbers: NumberTable) -> dict[str, Any]:
    name, sign, value = assignment.partition("=")
    if not sign:
        raise ValueProblemError(f"{assignment}: write FACET=VALUE, for example killed=62")
    facet, text = _name(name.strip()), value.strip()
    polarity = "denied" if facet in denied else "affirmed"
    if not text:
        return _facet(facet, None, "", polarity)
    if facet in FIGURES:
        return _facet(facet, _range(text, numbers), text, polarity)
    if facet == "time":
        return _facet(facet, _time(text), text, polarity)
    if facet == "place":
        return _facet(facet, _place(text, reading), text, polarity)
    if facet in {"type", "occurrence"}:
        return _facet(facet, event_type_of(text), text, polarity)
    return _facet(facet, text, text, polarity)


def _name(name: str) -> str:
    if name not in get_args(FacetName):
        raise ValueProblemError(f"{name}: no such facet; there are: {', '.join(get_args(FacetName))}")
    return name


def _facet(facet: str, value: Any, text: str, polarity: str) -> dict[str, Any]:
    return {"facet": facet, "value": value, "text": text, "spans": [], "polarity": polarity, "certainty": "stated"}


def _range(text: str, numbers: NumberTable) -> Mapping[str, Any]:
    """A count with its bounds and, where one stands behind it, its group ("3 children")."""
    count, grouped = read_count(text, numbers), _GROUP.fullmatch(text.casefold())
    if count is None and grouped is not None and (count := read_count(grouped["count"], numbers)):
        return _plain(count, text) | _group(grouped["group"])
    if count is None:
        raise ValueProblemError(f"{text}: {_count_form(text)}")
    return _plain(count, text)


def _group(word: str) -> dict[str, str]:
    """The group a word means, one person of it too; none for people of no group. Raises ValueProblemError."""
    name = _GROUP_WORDS.get(word, f"{word}s" if f"{word}s" in get_args(CasualtyGroup) else word)
    if name and name not in get_args(CasualtyGroup):
        raise ValueProblemError(f"{word}: no such group; there are: {', '.join(get_args(CasualtyGroup))}")
    return {"group": name} if name else {}


def _plain(count: Range, text: str) -> dict[str, Any]:
    return {"low": count.low, "high": count.high, "text": text, "comparator": count.comparator}


def _count_form(text: str) -> str:
    """How to write what was not understood as a count."""
    falling = _FALLING.fullmatch(text.strip())
    if falling is not None and int(falling[2]) < int(falling[1]):
        return f"the second number is the smaller one: write it as {falling[2]}-{falling[1]}"
    return f"write {COUNT_FORM}{f' ({MADE_A_DAY})' if is_day(text) else ''}"


def _time(text: str) -> Mapping[str, Any]:
    days, clock = iso_days(text) or (text, None)
    match = _DAY.match(days)
    if match is None:
        raise ValueProblemError(f"{text}: {_TIME_FORM}")
    first, last = match[1], match[2] or match[1]
    if not _in_order(_moment(first), _moment(last), whole_day=len(last) == len("2016-09-17")):
        raise ValueProblemError(f"{text}: it ends before it begins: {_TIME_FORM}")
    granularity = "day" if first == last and len(first) == 10 else "minute" if first == last else "range"
    edtf = first if first == last else f"{first}/{last}"
    local = {"granularity": "minute", "clock": clock} if clock else {}
    return {"earliest": first, "latest": last, "granularity": granularity, "edtf": edtf, "anchor": None} | local


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueProblemError(f"{text}: no such day or time of day: {_TIME_FORM}") from error


def _in_order(first: datetime, last: datetime, *, whole_day: bool) -> bool:
    """Whether an interval ends after it begins; as the clocks say it where a time zone is given on one side alone."""
    last += timedelta(days=1) if whole_day else timedelta()
    both = first.tzinfo is not None and last.tzinfo is not None
    return first <= last if both else first.replace(tzinfo=None) <= last.replace(tzinfo=None)


def _place(text: str, reading: Reading) -> Mapping[str, Any]:
    """A point as given ("name @ 35.3, 40.2"), else as the document resolves the name itself, else open."""
    if match := _POINT.match(text):
        lat, lon = float(match["lat"]), float(match["lon"])
        if abs(lat) > _MOST_LAT or abs(lon) > _MOST_LON:
            raise ValueProblemError(f"{text}: latitudes end at 90, longitudes at 180: {_POINT_FORM}")
        return {"name": match["name"], "lat": lat, "lon": lon, "within": []}
    if "@" in text:
        raise ValueProblemError(f"{text}: not understood as a point: {_POINT_FORM}")
    wanted = fold_name(text)
    for mention in reading.places:
        if mention.lat is not None and fold_name(mention.name) == wanted:
            plain = to_plain(mention)
            return {k: v for k, v in plain.items() if k not in {"start", "end", "role", "candidates", "modifier"}}
    if quoted := _QUOTED.fullmatch(text):
        return {"name": quoted[1], "within": []}
    _check_place(text, reading)
    return {"name": text, "within": []}


def _check_place(text: str, reading: Reading) -> None:
    """Raises ValueProblemError for a name that is nearly one of the document's places, as a slip of the pen is."""
    named = {fold_name(m.name): m.name for m in reading.places if m.lat is not None}
    close = get_close_matches(fold_name(text), named, 2, _NEAR)
    if close:
        meant = " or ".join(named[c] for c in close)
        how = f'"{text}" in quotation marks takes it as it is, and NAME @ LATITUDE, LONGITUDE gives it a point'
        raise ValueProblemError(f"{text}: no such place in the document; is {meant} meant? {how}")
