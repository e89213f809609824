"""Facets over all tellers: agreed, disputed, single or unknown, and who holds which value."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, get_args

from truceline.model.account import FIGURES, Facet, FacetName
from truceline.model.actor import side_of
from truceline.model.amount import Range
from truceline.model.place import Place
from truceline.model.plain import to_plain
from truceline.model.snapshot import FacetState, FacetValue
from truceline.model.when import Time
from truceline.text.days import days_of, gap, instant, zone_of
from truceline.text.fold import fold_name
from truceline.text.geo import distance_between, is_inside, is_wide, reach_km, same_name
from truceline.weigh.dossier import Voice, group_of, held, is_added, is_loose, place_value, range_value, time_value
from truceline.weigh.kit import WeighKit
from truceline.weigh.lineages import Line

_NAMED = ("actor", "target", "responsibility", "means", "damage")
"""Facets told by names and things: two lines agree where these are the same."""
_NAMES_NOTHING = frozenset(("the", "a", "an", "of", "in", "at", "near", "and", "on", "force", "group", "side"))
_STATE = frozenset({"state", "government", "ministry", "military", "agency", "person"})
_FORCES = frozenset(("army", "military", "government", "police", "navy", "air force", "regime", "armed forces"))
"""Labels of a state's own: "the army" is not an armed group, but may be any known state's."""
_HAPPENED = ("type", "actor", "target", "killed", "injured", "damage")
_CONTENT = {
    "comparator": frozenset({"low", "high", "group", "added"}),
    "name": frozenset({"name", "geonameid"}),
    "earliest": frozenset({"earliest", "latest", "clock"}),
}
"""By a field that a range, a place and a time alone have, the fields by which two of them are one value."""
_DOERS = frozenset({"actor", "responsibility"})
_ANSWERED_BY = {"occurrence": _HAPPENED, "responsibility": ("actor",), "actor": ("responsibility",)}


@dataclass(frozen=True, slots=True)
class Held:
    """One facet value as one account holds it, and the account's line of evidence."""

    facet: Facet
    account: str
    line: Line


def facet_states(
    voices: Sequence[Voice], lines: Mapping[str, Line], superseded: Mapping[str, str], kit: WeighKit
) -> dict[FacetName, FacetState]:
    """State of every facet, in the contract's order; superseded figures are shown, but dispute nothing."""
    states: dict[FacetName, FacetState] = {}
    for name in get_args(FacetName):
        said = [Held(f, v.id, lines[v.id]) for v, f in held(voices, name)]
        standing = [h for h in said if name not in FIGURES or h.account not in superseded]
        current = [h for h in standing if not is_added(h.facet)] or standing
        answers = [Held(f, v.id, lines[v.id]) for v, f in held(voices, *_answered_by(name))]
        states[name] = FacetState(status=_status(name, current, answers, kit), values=_values(said))
    return states


def _answered_by(name: str) -> tuple[str, ...]:
    """Other facets that speak to this one: naming an actor answers a denied responsibility, harm a denied happening."""
    return _ANSWERED_BY.get(name, ())


def _status(name: str, said: Sequence[Held], answers: Sequence[Held], kit: WeighKit) -> Any:
    if not said:
        return "unknown"
    if any(_rival(name, a, b, kit) and not _names_both(name, a, b, said, kit) for a, b in combinations(said, 2)):
        return "disputed"
    if any(_answer(name, a, b, kit) for a in said for b in answers):
        return "disputed"
    shared = any(a.line.key != b.line.key and says_same(name, a.facet, b.facet, kit) for a, b in combinations(said, 2))
    return "agreed" if shared else "single"


def says_same(name: str, a: Facet, b: Facet, kit: WeighKit) -> bool:
    """Whether two facets hold one value, or values that one may be; of parties and things, in words they share."""
    if a.polarity != b.polarity:
        return False
    if name not in _NAMED:
        return compatible(name, a, b, kit)
    one, two = a.value, b.value
    if one is None or two is None:
        return one is two
    if one in kit.actors and two in kit.actors:
        return side_of(one, kit.actors) == side_of(two, kit.actors)
    return bool(_words(one, kit) & _words(two, kit))


def _words(value: Any, kit: WeighKit) -> frozenset[str]:
    """The words of a label or of a known actor's name, without those that name nothing."""
    said = kit.actors[value].name if value in kit.actors else str(value)
    return frozenset(w.rstrip("s") for w in fold_name(said).split()) - _NAMES_NOTHING


def _rival(name: str, a: Held, b: Held, kit: WeighKit) -> bool:
    """Whether two lines, or two unnamed voices of one, hold what cannot both be."""
    if a.line.voice == b.line.voice or "open" in {a.facet.polarity, b.facet.polarity}:
        return False
    fits = compatible(name, a.facet, b.facet, kit)
    if a.facet.polarity != b.facet.polarity:
        return fits
    return a.facet.polarity == "affirmed" and name in kit.competing and not fits


def _names_both(name: str, a: Held, b: Held, said: Sequence[Held], kit: WeighKit) -> bool:
    """Whether one of two accounts names several doers, the other's among them: "X and Y" is no rival of "Y"."""
    if name not in _DOERS or {a.facet.polarity, b.facet.polarity} != {"affirmed"}:
        return False
    named = [h for h in said if h.facet.polarity == "affirmed"]
    return any(
        compatible(name, h.facet, theirs.facet, kit)
        for mine, theirs in ((a, b), (b, a))
        for h in named
        if h.account == mine.account
    )


def _answer(name: str, denied: Held, other: Held, kit: WeighKit) -> bool:
    """A denial against another line's affirmation of a facet that answers it."""
    if denied.line.voice == other.line.voice or (denied.facet.polarity, other.facet.polarity) != ("denied", "affirmed"):
        return False
    return name == "occurrence" or compatible("actor", denied.facet, other.facet, kit)


def compatible(name: str, a: Facet, b: Facet, kit: WeighKit) -> bool:
    """Whether two values of a facet can both hold; a bare "denied responsibility" names nobody and fits every name."""
    if name == "occurrence" or a.value is None or b.value is None:
        return True
    if name == "place":
        return _either(places_fit, place_value(a), place_value(b))
    if name == "time":
        return _either(times_fit, time_value(a), time_value(b))
    if name in FIGURES:
        return _figures_fit(a, b)
    if name in _DOERS:
        return _actors_fit(a.value, b.value, kit)
    one, two = str(a.value), str(b.value)
    return types_fit(one, two, kit) if name == "type" else one.casefold() == two.casefold()


def _figures_fit(a: Facet, b: Facet) -> bool:
    """One number in both ranges; of one group beside the whole, no more than that; unlike groups fit.

    "Dozens" denies no number above those that it stands for.
    """
    one, two = _firm(range_value(a)), _firm(range_value(b))
    if one is None or two is None:
        return True
    if group_of(a) == group_of(b):
        return ranges_fit(one, two)
    if "total" not in {group_of(a), group_of(b)}:
        return True
    whole, part = (one, two) if group_of(a) == "total" else (two, one)
    return whole.high is None or (part.low or 0) <= whole.high


def _firm(said: Range | None) -> Range | None:
    """A range, open at the top where its words only stand for a number."""
    return replace(said, high=None) if said is not None and is_loose(said) else said


_ONE_HOUR = 60
"""Minutes by which two clocks told of one day may differ: both are round, and watches go wrong."""


def _either(fit: Callable[[Any, Any], bool], a: Any, b: Any) -> bool:
    return a is None or b is None or fit(a, b)


def places_fit(a: Place, b: Place) -> bool:
    """Same name, one inside the other, or points within reach of each other."""
    if same_name(a, b) or is_inside(a, b) or is_inside(b, a) or is_wide(a) or is_wide(b):
        return True
    km = distance_between(a, b)
    return km is None or km <= reach_km(a) + reach_km(b)


def times_fit(a: Time, b: Time) -> bool:
    """Whether two times may be one instant; clock times by the instant, else by the day."""
    if all(len(t.earliest or "") > 10 for t in (a, b)):
        return _instants_fit(a, b)
    if a.clock and b.clock and a.days == b.days and abs(_minutes(a.clock) - _minutes(b.clock)) > _ONE_HOUR:
        return False
    days = days_of(a), days_of(b)
    return days[0] is None or days[1] is None or gap(days[0], days[1]) == 0


def _instants_fit(a: Time, b: Time) -> bool:
    """Whether two times told to the minute overlap."""
    utc = zone_of(None)
    starts = [f for t in (a, b) if (f := instant(t.earliest, utc))]
    ends = [x for t in (a, b) if (x := instant(t.latest or t.earliest, utc, end=True))]
    return len(starts) < 2 or len(ends) < 2 or max(starts) <= min(ends)


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def ranges_fit(a: Range, b: Range) -> bool:
    """Whether one number lies in both ranges."""
    highs = [r.high for r in (a, b) if r.high is not None]
    return not highs or max(a.low or 0, b.low or 0) <= min(highs)


def types_fit(a: str, b: str, kit: WeighKit) -> bool:
    """Whether two event types may be one happening in other words."""
    if a == b or a in kit.vague or b in kit.vague:
        return True
    return any(a in family and b in family for family in kit.families.values())


def _actors_fit(a: Any, b: Any, kit: WeighKit) -> bool:
    """One actor, or two on one side; a bystander or a label ("gunmen") rules nothing out, two names told apart do."""
    if a == b or _is_of(a, kit, kit.bystanders) or _is_of(b, kit, kit.bystanders):
        return True
    if a in kit.actors and b in kit.actors:
        return side_of(a, kit.actors) == side_of(b, kit.actors)
    if not (_is_name(a, kit) and _is_name(b, kit)):
        return True
    state = _is_of(a, kit, _STATE) or _is_of(b, kit, _STATE)
    return bool(_words(a, kit) & _words(b, kit)) or (state and (_is_force(a) or _is_force(b)))


def _is_of(value: Any, kit: WeighKit, kinds: Collection[str]) -> bool:
    """Whether a known actor is of one of some kinds."""
    return value in kit.actors and kit.actors[value].kind in kinds


def _is_name(value: Any, kit: WeighKit) -> bool:
    """Whether a party is told by a name or as the one force of its kind, where "gunmen" may be anybody's."""
    return value in kit.actors or _is_force(value) or any(w[:1].isupper() for w in str(value).split())


def _is_force(value: Any) -> bool:
    return str(value).casefold() in _FORCES


def _values(said: Sequence[Held]) -> tuple[FacetValue, ...]:
    """Distinct values with their holders; those of most lines first."""
    by_value: dict[str, list[Held]] = {}
    # a day that could not be made out is no value beside those that could
    for h in [h for h in said if not _is_undated(h.facet)] or said:
        by_value.setdefault(_key(h.facet), []).append(h)
    values = [
        FacetValue(
            value=to_plain(group[0].facet.value),
            polarity=group[0].facet.polarity,
            accounts=tuple(sorted({h.account for h in group})),
            lines=len({h.line.key for h in group}),
        )
        for group in by_value.values()
    ]
    return tuple(sorted(values, key=lambda v: (-v.lines, v.accounts, json.dumps(v.value, sort_keys=True))))


def _is_undated(facet: Facet) -> bool:
    """Whether a time is told in words of which no day is known."""
    when = time_value(facet) if facet.facet == "time" and facet.polarity == "affirmed" else Time(earliest="known")
    return when is None or when.days is None


def _key(facet: Facet) -> str:
    """What makes two values one: their content, not the words they were read from."""
    plain = to_plain(facet.value)
    if isinstance(plain, dict):
        kept = next((fields for sign, fields in _CONTENT.items() if sign in plain), frozenset(plain))
        plain = {k: v for k, v in plain.items() if k in kept}
    return json.dumps([plain, facet.polarity], sort_keys=True)
