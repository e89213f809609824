"""One pair of reported incidents compared: features, their weighted sum in log-odds, and the reasons in words."""

import re
from collections.abc import Callable, Mapping
from math import exp, log1p, sqrt

from truceline.link.kit import LinkKit
from truceline.link.profiles import Profile
from truceline.link.words import cosine
from truceline.model.amount import Range
from truceline.model.place import Place
from truceline.text.days import gap
from truceline.text.geo import SETTLEMENTS, distance_between, is_inside, is_wide, reach_km, same_name

Features = dict[str, float]
_MONTH = 31
_HARDLY, _FAR_KM = 0.1, 30
"""Likeness of names under which reports share hardly one; kilometres between towns that are not neighbours."""
_FRESH = 3
"""Days after its own day within which a report counts as fresh."""


def features_of(a: Profile, b: Profile, alike: float, kit: LinkKit) -> Features:
    """Features of a pair, each 0 where one side does not say; `alike` is the likeness of their documents' texts."""
    found: Features = {
        "words": cosine(a.words, b.words),
        "names": cosine(a.names, b.names),
        "title": cosine(a.title, b.title),
        "story": cosine(a.story, b.story) if a.main and b.main else cosine(a.words, b.words),
        "aside": 0.0 if a.main and b.main else 1.0,
        "copy": alike if a.main == b.main else 0.0,
        "ages": _shared(a.ages, b.ages),
        "numbers": _shared(a.numbers, b.numbers),
        "actors": _shared(a.actors, b.actors),
        "weapon": _shared(a.weapons, b.weapons),
        "struck": float(bool(a.struck & b.struck)),
    }
    if a.published is not None and b.published is not None:
        found["published"] = log1p(abs(a.published - b.published))
    found["series_apart"] = float(_in_series(a, b))
    found |= _time(a, b) | _place(a, b, found["names"]) | _type(a.event_type, b.event_type, kit)
    found |= _figures("killed", a.killed, b.killed) | _figures("injured", a.injured, b.injured)
    if _retold(a, b, found):
        found.pop("published", None)
    found |= _together(found)
    return {name: value for name, value in found.items() if value}


def _retold(a: Profile, b: Profile, found: Features) -> bool:
    """Whether both tell the same day or night, settlement, kind and toll: when they came out then says nothing.

    So where one thing was struck there then, whatever its toll: inquiries come out months behind the news.
    """
    if a.days is None or b.days is None or a.place is None or b.place is None:
        return False
    one_day = a.days == b.days and a.days.width <= 1
    one_town = same_name(a.place, b.place) and {a.place.precision, b.place.precision} <= SETTLEMENTS
    tolls = [found.get(name, 0.0) for name in ("killed", "injured")]
    if not one_day or not one_town or "type_same" not in found:
        return False
    return bool(found["struck"]) or (1.0 in tolls and not {"killed_apart", "injured_apart"} & found.keys())


def _together(found: Mapping[str, float]) -> Features:
    """What weighs more, or less, in company: shared words grow telling early, and more so on the same days."""
    story, names = found["story"], found["names"]
    same_days = found.get("time_same", 0.0)
    return {
        "story_any": sqrt(story),
        "story_time": story * same_days,
        "names_time": names * same_days,
        "struck": same_days * found["struck"],
        "names_ages": names * found["ages"],
    }


def score_of(features: Mapping[str, float], kit: LinkKit) -> float:
    """Log-odds that the pair is one happening."""
    return kit.bias + sum(kit.weights.get(name, 0.0) * value for name, value in sorted(features.items()))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Common share of the smaller set, dampened where it is tiny."""
    if not a or not b:
        return 0.0
    return len(a & b) / (min(len(a), len(b)) + 0.5)


def _time(a: Profile, b: Profile) -> Features:
    if a.days is None or b.days is None:
        return {}
    days = gap(a.days, b.days)
    if days:
        apart = {"time_apart": min(1.0, log1p(days - 0.5) / log1p(_MONTH))}
        return apart | ({"fresh_apart": 1.0} if days > 1 and _is_fresh(a) and _is_fresh(b) else {})
    return {"time_same": 1 / (1 + max(a.days.width, b.days.width) / 3)}


def _in_series(a: Profile, b: Profile) -> bool:
    """Whether one publisher's reports tell of different kinds on different days: daily reports share their names."""
    if not a.publisher or a.publisher != b.publisher or a.document == b.document or a.event_type == b.event_type:
        return False
    if a.days is None or b.days is None or max(a.days.width, b.days.width) > 1:
        return False
    return gap(a.days, b.days) > 0 and a.published != b.published


def _is_fresh(p: Profile) -> bool:
    """Whether a report came out within days of the day it tells: such a day is seldom mistaken."""
    return (
        p.days is not None
        and p.days.width <= 1
        and p.published is not None
        and 0 <= p.published - p.days.first <= _FRESH
    )


def _place(one: Profile, two: Profile, names: float) -> Features:
    """Whether two places can be one; far towns speak against it the more where neither report names the other's town.

    A town read wrongly leaves both names in a report, or more names in common.
    """
    a, b = one.place, two.place
    if a is None or b is None:
        return {}
    if same_name(a, b):
        return {"place_same": 0.2 if is_wide(a) else 1.0}
    if is_inside(a, b) or is_inside(b, a):
        return {"place_same": 0.1 if is_wide(a) or is_wide(b) else 0.5}
    km = distance_between(a, b)
    if km is None:
        return {}
    reach = reach_km(a) + reach_km(b)
    if km <= reach:
        return {"place_same": 0.7}
    apart = {"place_apart": min(1.0, log1p((km - reach) / 5) / log1p(40))}
    if km - reach > _FAR_KM and {a.precision, b.precision} <= SETTLEMENTS:
        strange = a.name not in two.told_of and b.name not in one.told_of
        apart |= {"towns_apart": 2.0} if strange else {"towns_apart": 1.0} if names < _HARDLY else {}
    return apart


def _type(a: str, b: str, kit: LinkKit) -> Features:
    if a in kit.vague or b in kit.vague:
        return {"type_same": 0.3} if a == b else {}
    if a == b:
        return {"type_same": 1.0}
    if any(a in family and b in family for family in kit.families.values()):
        return {"type_same": 0.4}
    return {"type_apart": 1.0}


def _figures(name: str, a: Range | None, b: Range | None) -> Features:
    """Whether two ranges can be one number; the more so, the larger and the exacter it is."""
    if a is None or b is None:
        return {}
    low = max(a.low or 0, b.low or 0)
    highs = [r.high for r in (a, b) if r.high is not None]
    if highs and low > min(highs):
        return {f"{name}_apart": (low - min(highs)) / max(low, 1)}
    return {name: 1.0 if a.low == b.low and low else 0.3}


_Say = Callable[[Profile, Profile, float], str]
REASONS: Mapping[str, _Say] = {
    "copy": lambda _a, _b, v: f"texts are near-copies ({v:.0%} alike)",
    "story": lambda _a, _b, v: f"how much of their rare words they share ({v:.2f})",
    "story_any": lambda a, b, _v: f"the reports share {_top(a.story, b.story)}",
    "story_time": lambda _a, _b, _v: "rare words shared, on the same days",
    "names_time": lambda _a, _b, _v: "names shared, on the same days",
    "names_ages": lambda _a, _b, _v: "names and ages shared",
    "words": lambda a, b, v: f"their sentences share {_top(a.words, b.words)} ({v:.2f})",
    "names": lambda a, b, v: f"same names: {_top(a.names, b.names)} ({v:.2f})",
    "aside": lambda _a, _b, _v: "one of the reports is mainly about something else",
    "title": lambda _a, _b, v: f"titles alike ({v:.2f})",
    "ages": lambda a, b, _v: f"same ages: {', '.join(sorted(a.ages & b.ages)[:4])}",
    "struck": lambda a, b, _v: f"struck on the same days: {', '.join(sorted(a.struck & b.struck))}",
    "numbers": lambda a, b, _v: _say_numbers(a.numbers & b.numbers),
    "actors": lambda a, b, _v: f"same actors: {', '.join(sorted(a.actors & b.actors)[:4])}",
    "weapon": lambda a, b, _v: f"same means: {', '.join(sorted(a.weapons & b.weapons)[:3])}",
    "time_same": lambda _a, _b, _v: "times overlap",
    "time_apart": lambda a, b, _v: f"{_say_days(gap(a.days, b.days) if a.days and b.days else 0)} apart",
    "fresh_apart": lambda _a, _b, _v: "each was reported within days of its own day",
    "series_apart": lambda _a, _b, _v: "one publisher tells of another kind on another day",
    "place_same": lambda a, b, _v: _say_places(_name(a.place), _name(b.place)),
    "place_apart": lambda a, b, _v: f"places apart: {_name(a.place)}, {_name(b.place)}",
    "towns_apart": lambda _a, _b, v: f"towns far from each other, {_say_strange(v)}",
    "type_same": lambda a, b, _v: _say_kinds(_kind(a), _kind(b)),
    "type_apart": lambda a, b, _v: f"kinds differ: {_kind(a)}, {_kind(b)}",
    "killed": lambda _a, _b, _v: "killed can be one number",
    "killed_apart": lambda _a, _b, _v: "killed differ",
    "injured": lambda _a, _b, _v: "injured can be one number",
    "injured_apart": lambda _a, _b, _v: "injured differ",
    "published": lambda _a, _b, v: f"published {_say_days(round(exp(v) - 1))} apart",
}


def _say_days(days: int) -> str:
    return "a day" if days == 1 else f"{days} days"


def _say_strange(weighed: float) -> str:
    return "and neither report names the other's" if weighed > 1 else "and hardly a name shared"


def _kind(profile: Profile) -> str:
    return profile.event_type.replace("_", " ")


def _say_kinds(a: str, b: str) -> str:
    """Kinds that agree; two of one family are not called the same, since a table beside it shows both."""
    return f"same kind: {a}" if a == b else f"kinds of one family: {a}, {b}"


def _say_places(a: str, b: str) -> str:
    """Places that agree; two names need not be one place to lie in each other or within reach."""
    return f"same place: {a}" if a == b else f"places that fit each other: {a}, {b}"


def _say_numbers(shared: frozenset[str]) -> str:
    """Numbers in common; a year is told as one, being little to go by."""
    counts = sorted(n for n in shared if not re.fullmatch(r"(?:19|20)\d\d", n))
    return f"same numbers: {', '.join(counts[:4])}" if counts else f"same year named: {', '.join(sorted(shared)[:4])}"


def reasons_of(a: Profile, b: Profile, features: Mapping[str, float], kit: LinkKit, least: float = 0.15) -> list[str]:
    """Reasons in words with their part in the log-odds, weightiest first."""
    parts = {n: kit.weights.get(n, 0.0) * v for n, v in features.items()}
    ranked = sorted((n for n in parts if abs(parts[n]) >= least), key=lambda n: (-abs(parts[n]), n))
    return [f"{REASONS[n](a, b, features[n])} [{parts[n]:+.1f}]" for n in ranked if n in REASONS]


def _top(a: Mapping[str, float], b: Mapping[str, float]) -> str:
    shared = sorted((w for w in a if w in b), key=lambda w: (-a[w] * b[w], w))
    return ", ".join(shared[:5])


def _name(place: Place | None) -> str:
    return "" if place is None else place.name
