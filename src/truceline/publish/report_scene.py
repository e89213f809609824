"""What every section of the report looks at: the period, its incidents with their numbers, and a line of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from truceline.model.snapshot import AllegedBreach, Incident, LedgerDocument, Toll
from truceline.publish import words
from truceline.publish.names import say_actor

NOT_KNOWN = "N/K"
NO_PLACE = "place not known"
NOT_LOCATED = "place not located"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What every section looks at: the period, the position, and the incidents in it with their numbers.

    All its incidents lie or may lie within the agreement's zone, but `outside`: those of the ledger that do not.
    """

    first: date
    last: date
    position: str
    incidents: tuple[Incident, ...]
    numbers: Mapping[str, int]
    previous: tuple[Incident, ...]
    everything: tuple[Incident, ...]
    outside: tuple[Incident, ...]
    unplaced: tuple[Incident, ...]
    """Those of `incidents` that may lie in the zone only because they have no place that is located."""
    breaches: tuple[AllegedBreach, ...]
    undated_breaches: tuple[AllegedBreach, ...]
    """Of incidents without a day, which are in the report of no period."""
    documents: Mapping[str, LedgerDocument]
    names: Mapping[str, str]
    time_zone: str
    zone_name: str

    @property
    def period(self) -> str:
        """The period in words."""
        return words.say_days(self.first, self.last)

    def in_period(self, incident: Incident) -> bool:
        """Whether an incident may have happened within the period."""
        return in_period(incident, self.first, self.last)

    def name(self, actor: str) -> str:
        """An actor's name."""
        return say_actor(actor, self.names)

    def numbered(self, ids: Sequence[str]) -> tuple[int, ...]:
        """Numbers of incidents in the annex, in order."""
        return tuple(sorted(self.numbers[i] for i in set(ids) if i in self.numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table: its head, its other cells, and the incidents it counts."""

    head: str
    cells: tuple[str, ...]
    incidents: tuple[int, ...] = ()


def in_period(incident: Incident, first: date, last: date) -> bool:
    """Whether an incident may have happened within these days."""
    time = incident.time
    start = words.parsed_day(time.earliest or time.latest) if time else None
    end = words.parsed_day(time.latest or time.earliest) if time else None
    return start is not None and end is not None and start <= last and end >= first


def is_undated(incident: Incident) -> bool:
    """Whether no end of an incident's time is known."""
    return not (incident.time and (incident.time.earliest or incident.time.latest))


def single(incidents: Sequence[Incident]) -> list[Incident]:
    """Incidents that are no stated totals: those that are counted."""
    return [i for i in incidents if not i.aggregate]


def sum_tolls(tolls: Sequence[Toll | None]) -> str:
    """Sum of the ranges that are stated: the lowest and the highest numbers each added, an open top left open."""
    known = [t for t in tolls if t is not None]
    if not known:
        return NOT_KNOWN
    most = sum(t.high or t.most or t.low or 0 for t in known)
    high = None if any(t.high is None for t in known) else most
    return words.say_toll(Toll(low=sum(t.low or 0 for t in known), best=None, high=high, most=most))


def region(incident: Incident) -> str:
    """First-level division where known, else a located place or its country.

    Words that no gazetteer places ("yard of her house") make no region of their own.
    """
    place = incident.place
    if place is None:
        return NO_PLACE
    return place.admin1 or (place.name if place.lat is not None else place.country) or NOT_LOCATED
