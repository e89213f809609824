"""Mentions of one happening brought together within a document."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.when import TimeMention
from truceline.recount.anchors import clock_only, own_times
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import Trigger
from truceline.recount.harm import Harm
from truceline.recount.lexicon import longest
from truceline.recount.scenes import Scene

VIOLENT = frozenset({"strike", "mine", "battle", "shooting", "attack"})
"""Families whose happenings kill and wound."""


@dataclass(slots=True)
class Cluster:
    """Triggers of one sentence that speak of one happening, with the time and place told beside them."""

    family: str
    triggers: list[Trigger]
    sentence: int
    time: TimeMention | None = None
    clock: TimeMention | None = None
    """An hour or part of day without its day."""
    place: PlaceMention | None = None
    harms: list[Harm] = field(default_factory=list)

    @property
    def definite(self) -> bool:
        """Whether every trigger points back."""
        return all(t.definite or t.type is None for t in self.triggers)


@dataclass(slots=True)
class Happening:
    """Clusters judged to tell one happening, in text order."""

    family: str
    clusters: list[Cluster]
    score: float = 0.0

    @property
    def harms(self) -> list[Harm]:
        """All statements of harm, in text order."""
        return [h for c in self.clusters for h in c.harms]

    @property
    def triggers(self) -> list[Trigger]:
        """All triggers, in text order."""
        return [t for c in self.clusters for t in c.triggers]


def gather(reading: Reading, scenes: Sequence[Scene], lexicon: EventLexicon) -> list[Happening]:
    """Happenings of a document, most important first."""
    found: list[Happening] = []
    current: Happening | None = None
    for scene in scenes:
        clusters = _clusters(scene, lexicon)
        _settle(reading, scene, clusters, lexicon)
        loose = _give_harms(scene, clusters)
        for cluster in clusters:
            home = _home(cluster, found, current)
            if home is None:
                home = Happening(cluster.family, [])
                found.append(home)
            _join(home, cluster)
            if cluster.family in VIOLENT or current is None:
                current = home
        if loose and current is not None:
            current.clusters[-1].harms.extend(loose)
        elif loose:
            current = Happening("attack", [Cluster("attack", [], scene.index, harms=loose)])
            found.append(current)
    return _ranked(found, scenes)


def _join(home: Happening, cluster: Cluster) -> None:
    home.clusters.append(cluster)
    if home.family in {"attack", "generic"} and cluster.family in VIOLENT:
        home.family = cluster.family


def _clusters(scene: Scene, lexicon: EventLexicon) -> list[Cluster]:
    out: list[Cluster] = []
    if not scene.triggers and any(longest(lexicon.happened, scene.words.lower, i) for i in range(len(scene.words.lower))):
        return [Cluster("generic", [_pointer(scene, lexicon)], scene.index)]
    for trigger in scene.triggers:
        family = lexicon.family[trigger.type] if trigger.type else "generic"
        for cluster in out:
            if _kin(family, cluster.family):
                cluster.triggers.append(trigger)
                if cluster.family in {"attack", "generic"}:
                    cluster.family = family
                break
        else:
            out.append(Cluster(family, [trigger], scene.index))
    return out


def _pointer(scene: Scene, lexicon: EventLexicon) -> Trigger:
    """The verb of "it happened" as a trigger that only points back."""
    i = next(i for i in range(len(scene.words.lower)) if longest(lexicon.happened, scene.words.lower, i))
    start, end = scene.words.spans[i]
    return Trigger(type=None, start=start, end=end, sentence=scene.index, first=i, last=i, noun=False, definite=True)


def _kin(a: str, b: str) -> bool:
    return a == b or "generic" in {a, b} or ("attack" in {a, b} and a in VIOLENT and b in VIOLENT)


def _settle(reading: Reading, scene: Scene, clusters: list[Cluster], lexicon: EventLexicon) -> None:
    """Give each cluster the time and place told beside it."""
    if scene.index < 0 or not clusters:
        return
    low, high = scene.span
    times = [t for t in reading.times if low <= t.start < high and t.earliest and t.type in {"DATE", "TIME"}]
    places = [p for p in reading.places if low <= p.start < high and p.role == "event"]
    text = reading.text or ""
    for cluster in clusters:
        at = cluster.triggers[0].start
        own = own_times(scene, times, cluster.triggers, lexicon)
        cluster.time = next((t for t in own if not clock_only(text, t)), None)
        cluster.clock = next((t for t in own if clock_only(text, t)), None)
        cluster.place = min(places, key=lambda p: (abs(p.start - at), p.start), default=None)


def _give_harms(scene: Scene, clusters: list[Cluster]) -> list[Harm]:
    violent = [c for c in clusters if c.family in VIOLENT or c.family == "generic"]
    if not violent:
        return list(scene.harms)
    for harm in scene.harms:
        nearest = min(violent, key=lambda c: min(abs(t.start - harm.cue[0]) for t in c.triggers))
        nearest.harms.append(harm)
    return []


def _home(cluster: Cluster, found: list[Happening], current: Happening | None) -> Happening | None:
    ordered = ([current] if current else []) + [h for h in reversed(found) if h is not current]
    for happening in ordered:
        if _kin(cluster.family, happening.family) and not _conflict(cluster, happening):
            return happening
    return None


def _conflict(cluster: Cluster, happening: Happening) -> bool:
    times = [c.time for c in happening.clusters if c.time is not None]
    if cluster.time is not None and times and all(_apart(cluster.time, t) for t in times):
        return True
    places = [c.place for c in happening.clusters if c.place is not None]
    return cluster.place is not None and bool(places) and all(_far(cluster.place, p) for p in places)


def _apart(a: TimeMention, b: TimeMention) -> bool:
    return (a.latest or a.earliest or "")[:10] < (b.earliest or "")[:10] or (b.latest or b.earliest or "")[:10] < (
        a.earliest or ""
    )[:10]


def _far(a: PlaceMention, b: PlaceMention) -> bool:
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    dx = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    km = 111.2 * math.hypot(a.lat - b.lat, dx)
    return km > (a.radius_km or 5) + (b.radius_km or 5) + 25


def _ranked(found: list[Happening], scenes: Sequence[Scene]) -> list[Happening]:
    for happening in found:
        spread = {c.sentence for c in happening.clusters}
        happening.score = sum(3 / (2 + max(-1, s)) + 0.3 for s in spread)
        happening.score += 0.5 * min(6, len(happening.harms))
        if happening.family not in VIOLENT:
            happening.score *= 0.5
    return sorted(found, key=lambda h: (-h.score, h.clusters[0].sentence))
