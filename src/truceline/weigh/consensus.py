"""One place, one time and one type for an incident's heading: what most lines of text hold, the finest of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, get_args

from truceline.model.account import EventType, Facet, FacetName
from truceline.model.place import Place, Precision
from truceline.model.when import Time
from truceline.text.days import days_of, gap
from truceline.weigh.dossier import Report, place_value, time_value
from truceline.weigh.facets import places_fit
from truceline.weigh.kit import WeighKit

T = TypeVar("T")
_FINENESS = {level: i for i, level in enumerate(get_args(Precision))}
_OPEN = len(_FINENESS)


def likeliest_place(reports: Sequence[Report], origin: Mapping[str, str]) -> Place | None:
    """The place most texts agree on, as the finest of them names it; a copied text has one voice."""
    places = _one_a_text([(r, place) for r in reports if (place := _place_of(r)) is not None], origin)
    return _winner(places, lambda a, b: not _rough(a) and not _rough(b) and places_fit(a, b), _fineness)


def _place_of(report: Report) -> Place | None:
    """Where a report has the happening; where none of its accounts tells of a place that fits, what the first tells.

    Else a heading would name a town that stands in no teller's column. A name found in another country than the rest of
    the report puts it is more often misread than the scene: that stays in its column alone.
    """
    place = report.incident.place
    if place is None:
        return None
    told = [at for at in _places_told(report) if at.lat is not None]
    if any(places_fit(place, at) for at in told):
        return place
    return next((at for at in told if at.country == place.country), place)


def _places_told(report: Report) -> Iterator[Place]:
    """The places that a report's accounts affirm, none of those rejected."""
    return (at for facet in _affirmed(report, "place") if (at := place_value(facet)) is not None)


def _affirmed(report: Report, name: FacetName) -> Iterator[Facet]:
    """The facets of a name that a report's accounts affirm, none of those rejected."""
    own = set(report.incident.accounts)
    standing = [a for a in report.entry.reading.accounts if a.id in own and a.review != "rejected"]
    return (f for a in standing for f in a.facets if f.facet == name and f.polarity == "affirmed")


def _rough(place: Place) -> bool:
    return place.lat is None or place.precision == "country"


def _fineness(place: Place) -> tuple[float, ...]:
    level = _FINENESS.get(place.precision or "country", _OPEN)
    return (place.lat is None, level, -(place.confidence or 0.0))


def likeliest_time(reports: Sequence[Report], origin: Mapping[str, str]) -> Time | None:
    """The time most texts agree on, as the narrowest of them has it."""
    times = _one_a_text([(r, when) for r in reports if (when := _time_of(r)) is not None], origin)
    return _winner(times, _overlap, _width)


def _time_of(report: Report) -> Time | None:
    """When a report has the happening; where each of its accounts tells another day, what the first of them tells."""
    when = report.incident.time
    if when is None or days_of(when) is None:
        return None
    told = [at for f in _affirmed(report, "time") if (at := time_value(f)) is not None and days_of(at)]
    return when if not told or any(_overlap(when, at) for at in told) else told[0]


def _overlap(a: Time, b: Time) -> bool:
    one, other = days_of(a), days_of(b)
    return one is not None and other is not None and gap(one, other) == 0


def _width(when: Time) -> tuple[float, ...]:
    days = days_of(when)
    return (days.width if days else 9_999, -len(when.earliest or ""))


def likeliest_type(
    reports: Sequence[Report], origin: Mapping[str, str], kit: WeighKit, *, disputed: bool = False
) -> EventType:
    """The type most texts report; a word that says little counts only where none says more.

    Where it is `disputed` whose doing it was, a word that says little is what nobody disputes, and stands; unless more
    than half of the texts tell one and the same: that one text says less is no dispute about the kind.
    """
    types = _one_a_text([(r, r.incident.event_type) for r in reports], origin)
    little = [t for t in types if t in kit.vague]
    telling = [t for t in types if t not in kit.vague] or types
    most: EventType = max(sorted(set(telling)), key=telling.count) if telling else "other"
    if disputed and little and 2 * types.count(most) <= len(types):
        return max(sorted(set(little)), key=little.count)
    return most


def _one_a_text(said: Sequence[tuple[Report, T]], origin: Mapping[str, str]) -> list[T]:
    """One value for each lineage of documents; a document mainly about the incident speaks before the others."""
    first: dict[str, T] = {}
    for report, value in sorted(said, key=lambda s: (not s[0].main, s[0].entry.id)):
        first.setdefault(origin[report.entry.id], value)
    return [value for value in first.values() if value is not None]


def _winner(values: Sequence[T], fits: Callable[[T, T], bool], rank: Callable[[T], tuple[float, ...]]) -> T | None:
    """The value with most others that fit it; of equals the best ranked, then the first."""
    if not values:
        return None
    support = [sum(fits(v, other) for other in values) for v in values]
    most = max(support)
    return min((v for v, n in zip(values, support, strict=True) if n == most), key=rank)
