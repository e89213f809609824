"""A feast that only names the day printed beside it: "7 January, the Orthodox Christmas"."""

import re
from dataclasses import replace

from truceline.read.times.hit import Tagged

_BEHIND = re.compile(r"[,(–—-](?: the(?: (?!last|next|coming|previous|past)[^\W\d_]+)??(?: (?:first|last) day of)?)?")
"""What stands between a day and the feast that names it."""
_CLOSES = frozenset({",", ")", ".", ";", ":", "-", "–", "—", "", "when", "and", "in", "at"})
"""What follows a feast that is no part of a longer name: not "the Easter truce"."""
_FROM = frozenset({"after", "before", "since", "until", "till", "by", "around", "near", "following"})
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def glossed(first: Tagged, second: Tagged) -> Tagged | None:
    """The feast with the value of the day in front of it, which it explains; None where they stand apart."""
    if not _is_day(first) or not _is_feast(second) or _after(second) not in _CLOSES:
        return None
    gap = " ".join(first.hit.tokens.words[first.end : second.start])
    return _valued(second, first) if _BEHIND.fullmatch(gap) else None


def glossed_ahead(first: Tagged, second: Tagged) -> Tagged | None:
    """The feast with the value of the day behind it: "Orthodox Christmas, 7 January"; None where they stand apart."""
    if not _is_feast(first) or not _is_day(second) or first.hit.before() in _FROM:
        return None
    gap = tuple(first.hit.tokens.words[first.hit.match.end("name") : second.start])
    return _valued(first, second) if gap in {(",",), ("(",)} else None


def _is_feast(one: Tagged) -> bool:
    return one.hit.make == "holiday" and not one.hit.words("year") and not one.hit.words("shift")


def _after(feast: Tagged) -> str:
    """The word behind a feast's name; its match may have taken a comma along."""
    end = feast.hit.match.end("name")
    return feast.hit.tokens.words[end] if end < len(feast.hit.tokens.words) else ""


def _is_day(one: Tagged) -> bool:
    return one.hit.make == "calendar" and one.made.type in {"DATE", "TIME"} and bool(one.hit.words("day"))


def _valued(feast: Tagged, day: Tagged) -> Tagged:
    m = _FULL_DAY.match(day.made.value)
    return replace(feast, made=replace(feast.made, value=m[0] if m else day.made.value, anchor=day.made.anchor))
