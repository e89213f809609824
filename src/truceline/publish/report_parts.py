"""The sections of the report, each as plain rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from truceline.model.agreement import Agreement
from truceline.model.amount import Range
from truceline.model.snapshot import AllegedBreach, Incident, LedgerDocument, ObligationStatus, OfficialTally, Toll
from truceline.publish import words
from truceline.publish.names import say_actor

EXPLOSIVE = frozenset(
    {"air_strike", "drone_strike", "shelling", "missile_strike", "chemical_attack", "bombing", "mine"}
)
OBSTRUCTION = frozenset({"access_denied", "aid_obstructed"})
NOT_KNOWN = "N/K"
MOST_TELLERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What every section looks at: the period, the position, and the incidents in it with their numbers."""

    first: date
    last: date
    position: str
    incidents: tuple[Incident, ...]
    numbers: Mapping[str, int]
    previous: tuple[Incident, ...]
    everything: tuple[Incident, ...]
    breaches: tuple[AllegedBreach, ...]
    documents: Mapping[str, LedgerDocument]
    names: Mapping[str, str]
    time_zone: str

    @property
    def period(self) -> str:
        """The period in words."""
        return words.say_days(self.first, self.last)

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


def summary(scene: Scene) -> tuple[str, ...]:
    """Bullets, each with the previous period's figure beside it."""
    single, before = _single(scene.incidents), _single(scene.previous)
    explosive = [i for i in single if i.event_type in EXPLOSIVE]
    accepted = sum(i.review in ("accepted", "edited") for i in single)
    breaches = {b.incident for b in scene.breaches}
    recorded = f"{words.plural(len(single), 'incident')} recorded, {accepted} of them accepted by an analyst"
    explosions = f"{words.plural(len(explosive), 'of them an explosion', 'of them explosions')}"
    killed, injured = sum_tolls([i.killed for i in single]), sum_tolls([i.injured for i in single])
    lines = [
        f"{recorded}, {explosions}. In the previous period: {len(before)}.",
        f"{words.plural(len(breaches), 'incident is', 'incidents are')} alleged to breach the terms.",
        f"Killed, over incidents with a stated figure: {killed}; injured: {injured}.",
    ]
    disputed = [i for i in single if any(s.status == "disputed" for s in i.facets.values())]
    lines.append(f"Tellers disagree on {words.plural(len(disputed), 'incident')}.")
    return tuple(lines)


def _single(incidents: Sequence[Incident]) -> list[Incident]:
    return [i for i in incidents if not i.aggregate]


def sum_tolls(tolls: Sequence[Toll | None]) -> str:
    """Sum of the ranges that are stated: low and high ends each added, an open top left open."""
    known = [t for t in tolls if t is not None]
    if not known:
        return NOT_KNOWN
    high = None if any(t.high is None for t in known) else sum(t.high or 0 for t in known)
    return words.say_bounds(sum(t.low or 0 for t in known), high)


def region(incident: Incident) -> str:
    """First-level division where known, else the place or its country."""
    place = incident.place
    if place is None:
        return "place not known"
    return place.admin1 or place.name or place.country or "place not known"


def by_region(scene: Scene) -> tuple[Row, ...]:
    """Recorded, of which explosions, and the previous period's figure, by region."""
    now, before = _regions(scene.incidents), _regions(scene.previous)
    return tuple(
        Row(
            head=name,
            cells=(
                str(len(now.get(name, ()))),
                str(sum(i.event_type in EXPLOSIVE for i in now.get(name, ()))),
                str(len(before.get(name, ()))),
            ),
            incidents=scene.numbered([i.id for i in now.get(name, ())]),
        )
        for name in sorted({*now, *before}, key=lambda n: (-len(now.get(n, ())), n))
    )


def _regions(incidents: Sequence[Incident]) -> dict[str, list[Incident]]:
    regions: dict[str, list[Incident]] = defaultdict(list)
    for incident in _single(incidents):
        regions[region(incident)].append(incident)
    return regions


def accused_rows(scene: Scene) -> tuple[Row, ...]:
    """Accused by accuser: alleged, corroborated, denied, attributed, killed."""
    pairs: dict[tuple[str, str], list[AllegedBreach]] = defaultdict(list)
    for breach in scene.breaches:
        pairs[breach.accused, breach.accuser].append(breach)
    by_id = {i.id: i for i in scene.incidents}
    return tuple(
        Row(
            head=scene.name(accused),
            cells=(
                scene.name(accuser),
                _count(found),
                _count([b for b in found if b.corroborated]),
                _count([b for b in found if _denied(by_id[b.incident])]),
                _count([b for b in found if b.attributed_by]),
                sum_tolls([by_id[i].killed for i in dict.fromkeys(b.incident for b in found)]),
            ),
            incidents=scene.numbered([b.incident for b in found]),
        )
        for (accused, accuser), found in sorted(pairs.items())
    )


def _count(breaches: Sequence[AllegedBreach]) -> str:
    sure = {b.incident for b in breaches if b.scope == "certainly"}
    maybe = {b.incident for b in breaches} - sure
    return f"{len(sure)} + {len(maybe)}" if maybe else str(len(sure))


def _denied(incident: Incident) -> bool:
    return any(
        f.polarity == "denied" and f.facet in ("occurrence", "responsibility", "actor")
        for a in incident.accounts
        if a.review != "rejected"
        for f in a.facets
    )


def confirmation(scene: Scene) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Registered by (rows) and also told, on another line of evidence, by (columns): incidents, the busiest tellers.

    A column is headed by its row's letter: eight names side by side are wider than a page.
    """
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for incident in _single(scene.incidents):
        for account in incident.accounts:
            if account.review != "rejected":
                told[account.teller_name or NOT_KNOWN][incident.id].add(account.line)
    busiest = sorted(told, key=lambda t: (-len(told[t]), t))[:MOST_TELLERS]
    rows = tuple(
        Row(
            head=f"{letter}  {teller}",
            cells=(str(len(told[teller])), *(_joint(told[teller], told[other], teller == other) for other in busiest)),
            incidents=scene.numbered(list(told[teller])),
        )
        for letter, teller in zip(ascii_uppercase, busiest, strict=False)
    )
    return tuple(ascii_uppercase[: len(busiest)]), rows


def _joint(a: Mapping[str, set[str]], b: Mapping[str, set[str]], same: bool) -> str:
    if same:
        return "–"
    return str(sum(bool(i in b and b[i] - lines) for i, lines in a.items()))


def official_rows(official: Sequence[OfficialTally], scene: Scene) -> tuple[Row, ...]:
    """Stated, added up again, what the ledger holds, and the verdict in words."""
    return tuple(
        Row(
            head=f"{scene.name(t.teller)}, {t.day or t.period}",
            cells=(
                f"{'' if t.comparator == '=' else t.comparator + ' '}{t.stated} {t.unit}",
                NOT_KNOWN if t.added is None else str(t.added),
                f"{t.ledger.certainly} + {t.ledger.possibly} incidents" if t.ledger else NOT_KNOWN,
                t.sentence,
            ),
        )
        for t in official
    )


def casualty_rows(scene: Scene) -> tuple[Row, ...]:
    """Killed and injured by group, over incidents with at least two independent lines."""
    groups: dict[str, list[tuple[Range | None, Range | None, str]]] = defaultdict(list)
    for incident in _single(scene.incidents):
        if incident.independent_lines >= 2:
            for one in incident.casualties:
                groups[one.group].append((one.killed, one.injured, incident.id))
    return tuple(
        Row(
            head=words.heading(group),
            cells=(_sum_ranges([k for k, _, _ in found]), _sum_ranges([i for _, i, _ in found])),
            incidents=scene.numbered([i for _, _, i in found]),
        )
        for group, found in sorted(groups.items())
    )


def _sum_ranges(ranges: Sequence[Range | None]) -> str:
    return sum_tolls([Toll(low=r.low, best=None, high=r.high) for r in ranges if r is not None])


def obligation_rows(statuses: Sequence[ObligationStatus], agreement: Agreement | None, scene: Scene) -> tuple[Row, ...]:
    """Obligations with who is bound, accounts for and against, and how they stand by whose word."""
    tellers = {a.id: a.teller_name or NOT_KNOWN for i in scene.everything for a in i.accounts}
    return tuple(
        Row(
            head=s.text,
            cells=(
                ", ".join(scene.name(b) for b in s.bound) or "all parties",
                str(len(s.kept)),
                str(len(s.broken)),
                words.say_duty(s.status, [tellers.get(a, NOT_KNOWN) for a in (*s.kept, *s.broken)]),
            ),
        )
        for s in statuses
        if agreement and s.agreement == agreement.id
    )


def unobserved(scene: Scene) -> tuple[Row, ...]:
    """Reports of access denied or aid obstructed, by who is said to have done it."""
    actors: dict[str, list[str]] = defaultdict(list)
    for incident in scene.incidents:
        if incident.event_type in OBSTRUCTION:
            named = {str(f.value) for a in incident.accounts for f in a.facets if f.facet == "actor" and f.value}
            for actor in sorted(named) or [NOT_KNOWN]:
                actors[actor].append(incident.id)
    return tuple(
        Row(head=scene.name(actor), cells=(str(len(ids)),), incidents=scene.numbered(ids))
        for actor, ids in sorted(actors.items())
    )


def silent_regions(scene: Scene) -> tuple[str, ...]:
    """Regions the ledger knows incidents of, from which this period has no report."""
    heard = {region(i) for i in scene.incidents}
    return tuple(sorted({region(i) for i in scene.everything if i.place} - heard))


def late_reports(scene: Scene) -> tuple[str, ...]:
    """Incidents of earlier days first published within the period."""
    late = []
    for incident in scene.everything:
        last = words.parsed_day(incident.time.latest) if incident.time else None
        first_told = min((d for a in incident.accounts if (d := words.parsed_day(a.published))), default=None)
        if last and first_told and last < scene.first <= first_told <= scene.last:
            late.append(f"{incident.title} (first published {words.say_day(first_told)})")
    return tuple(late)
