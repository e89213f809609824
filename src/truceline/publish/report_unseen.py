"""What could not be observed: access denied, regions without a report, incidents told late."""

from collections import defaultdict

from truceline.publish import words
from truceline.publish.report_scene import NO_PLACE, NOT_KNOWN, NOT_LOCATED, Row, Scene, is_undated, region

OBSTRUCTION = frozenset({"access_denied", "aid_obstructed"})


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
    """Regions the ledger knows incidents of, from which this period has no report.

    An incident without a day may lie in this period: that its region is silent is not known.
    """
    heard = {region(i) for i in scene.incidents} | {NO_PLACE, NOT_LOCATED}
    return tuple(sorted({region(i) for i in scene.everything if not is_undated(i)} - heard))


def late_reports(scene: Scene) -> tuple[str, ...]:
    """Incidents of earlier days first published within the period."""
    late = []
    for incident in scene.everything:
        last = words.parsed_day(incident.time.latest) if incident.time else None
        first_told = min((d for a in incident.accounts if (d := words.parsed_day(a.published))), default=None)
        if last and first_told and last < scene.first <= first_told <= scene.last:
            late.append(f"{incident.title} (first published {words.say_day(first_told)})")
    return tuple(late)
