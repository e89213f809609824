"""Mentions of one happening brought together within a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.anchors import grain
from truceline.recount.clusters import VIOLENT, Cluster, find_clusters, kin, other_thing
from truceline.recount.events.triggers import Trigger
from truceline.recount.kit import RecountKit
from truceline.recount.profile import Profile, agreement
from truceline.recount.scan import Harm
from truceline.recount.scenes import Scene
from truceline.recount.settle import settle
from truceline.recount.theatre import told_here
from truceline.text.geo import distance_between, is_inside, is_wide, reach_km, same_name

_ANEW = re.compile(r"(?:Meanwhile|Elsewhere|Separately|In (?:a separate|another|other))\b")
_APART_KM = 15.0
"""Kilometres beyond which two settlements are not one place told twice."""


@dataclass(slots=True)
class Happening:
    """Clusters judged to tell one happening, in text order."""

    family: str
    clusters: list[Cluster]
    score: float = 0.0
    profile: Profile = field(default_factory=Profile)
    aggregate: bool = False

    @property
    def harms(self) -> list[Harm]:
        """All statements of harm, in text order."""
        return [h for c in self.clusters for h in c.harms]

    @property
    def things(self) -> set[str]:
        """Things told to have been hit."""
        return {t for c in self.clusters for t in c.things}

    @property
    def triggers(self) -> list[Trigger]:
        """All triggers, in text order."""
        return [t for c in self.clusters for t in c.triggers]

    @property
    def days(self) -> list[TimeMention]:
        """The days told of it, none of the coarser times."""
        return [c.time for c in self.clusters if c.time is not None and not grain(c.time)]

    @property
    def mentions(self) -> list[Span]:
        """Its words in the text."""
        return [span for c in self.clusters for span in c.mentions]


@dataclass(slots=True)
class _Gathering:
    reading: Reading
    found: list[Happening] = field(default_factory=list)
    current: Happening | None = None


def gather(reading: Reading, scenes: Sequence[Scene], kit: RecountKit) -> list[Happening]:
    """Happenings of a document, most important first."""
    state = _Gathering(reading)
    here = told_here(scenes, kit.events)
    for scene in scenes:
        clusters = find_clusters(scene, here[scene.index], reading, kit)
        settle(reading, scene, clusters, kit.events)
        loose = _give_harms(scene, clusters)
        for cluster in clusters:
            _place_cluster(state, cluster)
        if loose and state.current is not None:
            state.current.clusters.append(Cluster(state.current.family, [], scene.index, harms=loose))
        elif loose:
            state.current = Happening("attack", [Cluster("attack", [], scene.index, harms=loose)])
            state.found.append(state.current)
    return _ranked(_parts_of_totals(state.found))


def _parts_of_totals(found: list[Happening]) -> list[Happening]:
    """Happenings without one that only spells out a tally nearby: no place, no time, nothing it was done to."""
    kept: list[Happening] = []
    for happening in found:
        whole = next((h for h in found if h.aggregate and h is not happening and _spells_out(happening, h)), None)
        if whole is None:
            kept.append(happening)
        else:
            whole.clusters += [replace(c, part=True) for c in happening.clusters if c.profile.targets]
    return kept


def _spells_out(part: Happening, whole: Happening) -> bool:
    kind = part.family in VIOLENT or part.family in {"detention", "violation", "abduction"}
    near = min(abs(c.sentence - w.sentence) for c in part.clusters for w in whole.clusters) <= 2
    return kind and near and all(c.sentence >= 0 and not _tells_more(c) for c in part.clusters)


def _tells_more(cluster: Cluster) -> bool:
    """Whether when, where, who was harmed or what was hit is told of it."""
    return bool(cluster.time or cluster.clock or cluster.places or cluster.harms or cluster.things)


def _place_cluster(state: _Gathering, cluster: Cluster) -> None:
    home = _home(cluster, state)
    if home is None:
        if cluster.family == "generic" and not cluster.harms:
            return  # points back at nothing
        home = Happening(cluster.family, [], aggregate=cluster.aggregate)
        state.found.append(home)
    home.clusters.append(cluster)
    home.profile.learn(cluster.profile)
    if home.family in {"attack", "generic"} and cluster.family in VIOLENT:
        home.family = cluster.family
    if cluster.family in VIOLENT or state.current is None:
        state.current = home


def _give_harms(scene: Scene, clusters: list[Cluster]) -> list[Harm]:
    violent = [c for c in clusters if c.family in VIOLENT or c.family in {"generic", "violation"}]
    if not violent:
        return list(scene.harms)
    for harm in scene.harms:
        nearest = min(violent, key=lambda c: min(abs(t.start - harm.cue[0]) for t in c.triggers))
        nearest.harms.append(harm)
    return []


def _home(cluster: Cluster, state: _Gathering) -> Happening | None:
    """The happening a cluster is told of, or None for a new one; where all agree alike, the one spoken of last."""
    best: tuple[float, Happening] | None = None
    for happening in reversed(state.found):
        if not _may_be_of(cluster, happening):
            continue
        score = _likeness(cluster, happening, state)
        if score >= 0 and (best is None or score > best[0]):
            best = (score, happening)
    return best[1] if best else None


def _may_be_of(cluster: Cluster, happening: Happening) -> bool:
    """Whether nothing told of a cluster's kind, number or things rules out that it is of a happening."""
    if not kin(cluster.family, happening.family) or not _same_count(cluster, happening):
        return False
    if other_thing(cluster, happening) or cluster.answer != any(c.answer for c in happening.clusters):
        return False
    return happening.family in VIOLENT or not any(t.silent for t in cluster.triggers)


def _likeness(cluster: Cluster, happening: Happening, state: _Gathering) -> float:
    """How likely a cluster is of a happening; below zero it is not."""
    battle = cluster.family == happening.family == "battle"
    score = agreement(cluster.profile, happening.profile, battle=battle)
    if cluster.family == "generic" and happening.family not in VIOLENT:
        score -= 1
    if _own_toll(cluster, happening):
        score -= 4
    shared = bool(cluster.profile.targets & happening.profile.targets)
    if score <= (1 if shared else 2) and _news(cluster, happening):
        score -= 3  # the same place or doer alone makes no link over such a distance
    if not (shared or cluster.definite) and _opens_anew(cluster, state.reading):
        score -= 3
    score += 0.5 * (cluster.definite or cluster.family == "generic") + 0.5 * (happening is state.current)
    return score + 0.25 * (cluster.family == happening.family)


def _own_toll(cluster: Cluster, happening: Happening) -> bool:
    """Whether a fresh deed has its dead at a place of its own: "Shells hit X, killing two. They hit Y, killing one"."""
    if cluster.definite or not (cluster.place and _counts_dead(cluster)):
        return False
    others = [c for c in happening.clusters if c.place and _counts_dead(c)]
    return bool(others) and all(lies_elsewhere(cluster.place, c.place) for c in others if c.place)


def _counts_dead(cluster: Cluster) -> bool:
    return any(h.kind == "killed" and h.heads and h.heads[0].counted for h in cluster.harms)


def lies_elsewhere(a: Place, b: Place) -> bool:
    """Whether two settlements are told by other names and lie apart, or nobody knows where one lies."""
    if same_name(a, b) or is_inside(a, b) or is_inside(b, a) or is_wide(a) or is_wide(b):
        return False
    km = distance_between(a, b)
    return km is None or km > max(_APART_KM, reach_km(a) + reach_km(b))


def _news(cluster: Cluster, happening: Happening) -> bool:
    """Whether an indefinite mention shares nothing with a happening told of a while ago."""
    gap = cluster.sentence - happening.clusters[-1].sentence
    return not cluster.definite and (gap > 8 or (gap > 3 and bool(cluster.profile.targets)))


def _opens_anew(cluster: Cluster, reading: Reading) -> bool:
    """Whether the sentence of a mention turns to something else: "Meanwhile on Monday a convoy was struck"."""
    at = cluster.sentence if cluster.mentions else -1
    return at >= 0 and _ANEW.match(reading.prose, *reading.sentences[at]) is not None


def _same_count(cluster: Cluster, happening: Happening) -> bool:
    """A tally and a single happening are never one; "these violations" may point back to a tally."""
    if cluster.aggregate == happening.aggregate:
        return True
    return happening.aggregate and cluster.family == "violation" and any(t.plural for t in cluster.triggers)


def _ranked(found: list[Happening]) -> list[Happening]:
    for happening in found:
        spread = {c.sentence for c in happening.clusters}
        happening.score = sum(9 / (1.5 + max(-0.5, s)) + 0.3 for s in spread)
        happening.score += 0.5 * min(6, len(happening.harms))
        if happening.family not in VIOLENT:
            happening.score *= 0.5
    return sorted(found, key=lambda h: (-h.score, h.clusters[0].sentence))
