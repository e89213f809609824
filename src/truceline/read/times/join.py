"""Times beside dates: "7 pm Damascus time yesterday" is one expression."""

from dataclasses import replace

from truceline.read.times.calendar import parse_day, shift_days
from truceline.read.times.hit import Tagged
from truceline.read.times.lists import LINKS

_GAPS = frozenset(
    {
        (),
        (",",),
        ("on",),
        ("of",),
        ("on", "the"),
        (",", "on"),
        ("at",),
        ("of", "the"),
        ("of", "that"),
        ("of", "the", "same"),
    }
    | {("of", "that", "same")}
)
_INTO = frozenset({("to",), ("into",)})
"""Between a night and the day it ends in."""
_TO = _INTO | {("-",), ("–",), ("and",)}
"""Between a night's two days."""
_SHARED = LINKS | {"("}
_PARTED = frozenset({"weekday", "deictic", "part_deictic"})


def join(first: Tagged, second: Tagged) -> Tagged | None:
    """One TIME of a clock time or part of day and the date beside it; None where they stand apart."""
    gap = tuple(first.hit.tokens.words[first.end : second.start])
    if gap in _INTO and _is_the_night(first):
        return _night_before(first, second)
    if gap in _GAPS:
        return _on_its_day(first, second, gap) or _of_its_year(first, second)
    return replace(first, end=second.end) if gap in _TO and _is_next_day(first, second) else None


def _on_its_day(first: Tagged, second: Tagged, gap: tuple[str, ...]) -> Tagged | None:
    """A clock time or part of day with its day."""
    if _is_time(first) and _is_dated(second, first):
        return _joined(first, second, first, second)
    if second.hit.make == "clock" and gap != ("of",) and _is_time(second) and _is_dated(first, second):
        return _joined(first, second, second, first)
    return None


def count_from(first: Tagged, second: Tagged) -> Tagged | None:
    """A length in front of a day: "two days after 17 September" keeps its value and is anchored at that day."""
    words = first.hit.words("sense")
    if first.made.trim != 1 or first.hit.end != second.start or not words or parse_day(second.made.value) is None:
        return None
    return replace(first, made=replace(first.made, anchor=f"{words[0]} {second.made.value[:10]}"))


def _is_the_night(one: Tagged) -> bool:
    return one.made.value.endswith("TNI") and one.hit.make == "part_alone"


def _is_time(one: Tagged) -> bool:
    return one.hit.make in {"clock", "part_alone", "small_hours"} and one.made.type == "TIME"


def _is_dated(day: Tagged, time: Tagged) -> bool:
    """Whether this is a day to put a time on; "Tuesday night" takes a clock time, too."""
    parted = time.hit.make == "clock" and day.hit.make in _PARTED
    return (day.made.type == "DATE" or parted) and parse_day(day.made.value) is not None


def _is_next_day(night: Tagged, day: Tagged) -> bool:
    """Whether a date is the day into which a night runs: "the night of 3 to 4 March"."""
    first, last = parse_day(night.made.value), parse_day(day.made.value)
    if first is None or last is None or not night.made.value.endswith("TNI") or day.made.type != "DATE":
        return False
    return last == shift_days(first, 1)


def _of_its_year(first: Tagged, second: Tagged) -> Tagged | None:
    """A date without a year, with the one counted behind it."""
    if first.hit.make != "calendar" or first.hit.words("year") or not _is_counted_year(second):
        return None
    return replace(first, end=second.end, made=replace(first.made, value=second.made.value + first.made.value[4:]))


def _is_counted_year(one: Tagged) -> bool:
    """Whether words count a year: "9 June of last year", "in May of the same year"."""
    counted = one.hit.make in {"relative_unit", "same_unit"} and one.made.type == "DATE"
    return counted and len(one.made.value) == len("2016") and one.made.value.isdigit()


def _night_before(first: Tagged, second: Tagged) -> Tagged | None:
    """The night that ends in a weekday's morning: "in the night to Wednesday" begins on Tuesday."""
    day = parse_day(second.made.value) if second.hit.make == "weekday" and second.made.type == "DATE" else None
    if day is None:
        return None
    made = replace(second.made, type="TIME", value=f"{shift_days(day, -1).isoformat()}TNI")
    return Tagged(first.start, second.end, second.hit, made)


def _joined(first: Tagged, second: Tagged, time: Tagged, day: Tagged) -> Tagged:
    value = day.made.value[:10] + "T" + time.made.value.partition("T")[2]
    made = replace(day.made, type="TIME", value=value, mod=time.made.mod or day.made.mod, zone=time.made.zone)
    return Tagged(first.start, second.end, day.hit, made)


def _behind_bracket(gap: list[str]) -> bool:
    """A closing bracket, then at most a comma or preposition: "(1600 GMT) on Monday"."""
    return 0 < len(gap) <= 3 and gap[0] == ")" and {")", "on", ","}.issuperset(gap)


def _shares_day(first: Tagged, second: Tagged, gap: list[str]) -> bool:
    """Whether a clock time stands right beside another: "15:55 and 16:56"."""
    return first.hit.make == "clock" and second.made.type == "TIME" and len(gap) == 1 and _SHARED.issuperset(gap)


def share_day(tagged: list[Tagged]) -> list[Tagged]:
    """In "from 15:55 to 16:56 Damascus time on Saturday" both times have the zone and day behind the last."""
    for i in range(len(tagged) - 2, -1, -1):
        first, second = tagged[i], tagged[i + 1]
        gap = first.hit.tokens.words[first.end : second.start]
        if first.hit.make == "clock" and _behind_bracket(gap) and parse_day(second.made.value):
            value = second.made.value[:10] + "T" + first.made.value.partition("T")[2]
            tagged[i] = replace(first, made=replace(first.made, value=value, anchor=second.made.anchor))
        if not _shares_day(first, second, gap):
            continue
        value = second.made.value.partition("T")[0] + "T" + first.made.value.partition("T")[2]
        zone = first.made.zone or (None if gap == ["("] else second.made.zone)
        tagged[i] = replace(first, made=replace(first.made, value=value, zone=zone, anchor=second.made.anchor))
    return tagged
