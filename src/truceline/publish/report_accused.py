"""Alleged breaches by accused and accuser."""

from collections import defaultdict
from collections.abc import Sequence

from truceline.model.snapshot import AllegedBreach, Incident
from truceline.publish.report_scene import Row, Scene, sum_tolls


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
