"""The report's first sections: what the period holds beside the one before it, in all and by region."""

from collections import defaultdict
from collections.abc import Sequence

from truceline.model.snapshot import Incident
from truceline.publish import words
from truceline.publish.report_scene import Row, Scene, region, single, sum_tolls

EXPLOSIVE = frozenset(
    {"air_strike", "drone_strike", "shelling", "missile_strike", "chemical_attack", "bombing", "mine"}
)


def summary(scene: Scene) -> tuple[str, ...]:
    """Bullets, each with the previous period's figure beside it."""
    counted, before = single(scene.incidents), single(scene.previous)
    explosive = [i for i in counted if i.event_type in EXPLOSIVE]
    accepted = sum(i.review in ("accepted", "edited") for i in counted)
    breaches = {b.incident for b in scene.breaches}
    recorded = f"{words.plural(len(counted), 'incident')} recorded, {accepted} of them accepted by an analyst"
    totals = len(scene.incidents) - len(counted)
    explosions = f"{words.plural(len(explosive), 'of them an explosion', 'of them explosions')}"
    killed, injured = sum_tolls([i.killed for i in counted]), sum_tolls([i.injured for i in counted])
    lines = [
        f"{recorded}, {explosions}. In the previous period: {len(before)}.",
        *([_totals(totals)] if totals else []),
        *_outside(scene),
        f"{words.plural(len(breaches), 'incident is', 'incidents are')} alleged to breach the terms{_undated(scene)}.",
        f"Killed, over incidents with a stated figure: {killed}; injured: {injured}.",
    ]
    disputed = [i for i in counted if any(s.status == "disputed" for s in i.facets.values())]
    lines.append(f"Tellers disagree on {words.plural(len(disputed), 'incident')}.")
    return tuple(lines)


def _totals(count: int) -> str:
    """Why the annex has more numbers than incidents are recorded."""
    theirs = words.plural(count, "stated total")
    return f"The annex numbers {theirs} beside them, which {_is(count)} in no count of incidents."


def _outside(scene: Scene) -> list[str]:
    """What the zone leaves out, and what is within it only possibly, having no place that is located."""
    lines = []
    if scene.outside:
        left_out, of_days = single(scene.outside), len(single([i for i in scene.outside if scene.in_period(i)]))
        them = words.plural(len(left_out), "incident")
        lies = "lies" if len(left_out) == 1 else "lie"
        days = f", {of_days} of them in these days" if of_days else ""
        lines.append(f"{them} of the ledger {lies} outside {scene.zone_name} and {_is(len(left_out))} left out{days}.")
    if unplaced := len(single(scene.unplaced)):
        have = "has" if unplaced == 1 else "have"
        them = words.plural(unplaced, "incident")
        lines.append(
            f"Of those recorded, {them} {have} no place that is located, and may lie outside {scene.zone_name}."
        )
    return lines


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _undated(scene: Scene) -> str:
    """How many more are alleged that no period's report counts."""
    more = len({b.incident for b in scene.undated_breaches})
    return f", and {more} more without a day, which {_is(more)} in no period's counts" if more else ""


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
    for incident in single(incidents):
        regions[region(incident)].append(incident)
    return regions
