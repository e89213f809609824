"""Alleged breaches: each accused over all accusers, then what each accuser alleges."""

from collections import defaultdict
from collections.abc import Sequence

from truceline.model.snapshot import AllegedBreach, Incident
from truceline.publish.report_scene import Row, Scene, sum_tolls


def accused_rows(scene: Scene) -> tuple[Row, ...]:
    """By accused: alleged, corroborated, denied, attributed, killed; under it what each accuser alleges.

    All but what is alleged is told of the incidents over all their accounts, so it stands beside no single accuser.
    """
    by_accused: dict[str, list[AllegedBreach]] = defaultdict(list)
    for breach in scene.breaches:
        by_accused[breach.accused].append(breach)
    return tuple(row for accused, found in sorted(by_accused.items()) for row in _rows(accused, found, scene))


def _rows(accused: str, found: Sequence[AllegedBreach], scene: Scene) -> list[Row]:
    accusers = sorted({b.accuser for b in found})
    if len(accusers) == 1:
        return [_whole(accused, scene.name(accusers[0]), found, scene)]
    return [
        _whole(accused, "any accuser", found, scene),
        *(_share(accused, accuser, [b for b in found if b.accuser == accuser], scene) for accuser in accusers),
    ]


def _whole(accused: str, accuser: str, found: Sequence[AllegedBreach], scene: Scene) -> Row:
    by_id = {i.id: i for i in scene.incidents}
    ids = dict.fromkeys(b.incident for b in found)
    return Row(
        head=scene.name(accused),
        cells=(
            accuser,
            _count(found),
            _count([b for b in found if b.corroborated]),
            _count([b for b in found if _denied(by_id[b.incident])]),
            _count([b for b in found if b.corroborated and b.attributed_by]),
            sum_tolls([by_id[i].killed for i in ids]),
        ),
        incidents=scene.numbered(list(ids)),
    )


def _share(accused: str, accuser: str, found: Sequence[AllegedBreach], scene: Scene) -> Row:
    return Row(
        head=scene.name(accused),
        cells=(scene.name(accuser), _count(found), "", "", "", ""),
        incidents=scene.numbered([b.incident for b in found]),
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
