"""Whether an incident lies within an agreement's place and window: certainly, possibly, or not."""

from collections.abc import Sequence
from datetime import timezone
from typing import Literal

from truceline.model.agreement import Agreement, Position, Term
from truceline.model.place import Place
from truceline.model.snapshot import Incident
from truceline.model.when import Time
from truceline.text.days import instant, local_day, zone_of
from truceline.text.fold import fold_arabic, fold_name

Within = Literal["certainly", "possibly", "outside"]


def may_breach(incident: Incident, term: Term) -> bool:
    """Whether an incident is of a kind that breaches a term, or struck what it protects."""
    return incident.event_type in term.breach or incident.struck in term.struck


def scope_of(
    incident: Incident, agreement: Agreement, position: Position, standing: tuple[Within, str]
) -> tuple[Within, tuple[str, ...]]:
    """The weaker of place (`standing`) and time, with a reason for each that is not certain."""
    when, why_when = within_window(incident.time, position, zone_of(agreement.time_zone))
    where, why_where = standing
    reasons = tuple(r for r in (why_when, why_where) if r)
    if "outside" in {when, where}:
        return "outside", reasons
    return ("possibly" if "possibly" in {when, where} else "certainly"), reasons


def within_window(when: Time | None, position: Position, zone: timezone) -> tuple[Within, str]:
    """An interval wholly inside the window is certainly within; one that only overlaps it, possibly."""
    start = instant(position.began, zone)
    end = instant(position.ended, zone, end=True)
    told = (when.earliest, when.latest or when.earliest) if when else (None, None)
    first, last = instant(told[0], zone), instant(told[1], zone, end=True)
    if first is None or last is None:
        return "possibly", "time not known"
    if (start and last < start) or (end and first > end):
        return "outside", f"outside the window as {position.party} has it"
    if start is None:
        return "possibly", f"{position.party} does not say when it began"
    if first >= start and (end is None or last <= end):
        return "certainly", ""
    return "possibly", f"may lie before or after the window as {position.party} has it"


def within_zone(place: Place | None, agreement: Agreement) -> tuple[Within, str]:
    """A place in or of the zone's names is certainly within; an open or wider place, possibly."""
    if not agreement.zone:
        return "certainly", ""
    if place is None or not is_located(place):
        return "possibly", "place not known"
    names = {place.name, *(n for n in (place.admin1, place.admin2, *place.within) if n)}
    itself = place.precision in {"country", "region"} and place.name == agreement.zone_name
    if itself or _match(sorted(names), agreement.zone) or (place.country or "") in agreement.zone:
        return "certainly", ""
    if _match(place.reaches, agreement.zone):
        return "possibly", f"{place.name} may lie beyond the border of {agreement.zone_name}"
    if place.precision == "region":
        return "possibly", f"{place.name} may reach into {agreement.zone_name}"
    return "outside", f"{place.name} is not in {agreement.zone_name}"


def is_located(place: Place | None) -> bool:
    """Whether it is known where on earth a place lies, its country at the least."""
    return place is not None and (place.lat is not None or bool(place.country))


def _match(names: Sequence[str], zone: Sequence[str]) -> bool:
    folded = {fold_name(z) for z in zone} | {fold_arabic(z) for z in zone}
    return any(fold_name(n) in folded or fold_arabic(n) in folded for n in names)


def day_of(incident: Incident, agreement: Agreement) -> str | None:
    """The day in the theatre's zone, None where the incident's time spans more than one."""
    when = incident.time
    if when is None:
        return None
    zone = zone_of(agreement.time_zone)
    first = local_day(when.earliest, zone)
    last = local_day(when.latest or when.earliest, zone)
    return first if first == last else None
