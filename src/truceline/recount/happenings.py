"""Mentions of one happening brought together within a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model.actor import ActorMention
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.when import TimeMention
from truceline.recount.anchors import clock_only, own_times
from truceline.recount.doers import find_sides
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import Trigger
from truceline.recount.inside import inside
from truceline.recount.kit import RecountKit
from truceline.recount.lexicon import longest
from truceline.recount.profile import Profile, agreement
from truceline.recount.scan import Harm
from truceline.recount.scenes import Scene

VIOLENT = frozenset({"strike", "mine", "battle", "shooting", "attack"})
"""Families whose happenings kill and wound."""


_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|of|over|from|on)\s+(?:the\s+|\w+ern\s+|central\s+)*$", re.IGNORECASE
)
"""What stands before a place where something happened, but not before a name that only looks like one."""


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
    places: list[PlaceMention] = field(default_factory=list)
    """Every place of the sentence where it may have happened, nearest first."""
    harms: list[Harm] = field(default_factory=list)
    profile: Profile = field(default_factory=Profile)
    aggregate: bool = False
    things: set[str] = field(default_factory=set)
    """What was hit, by the nouns of `objects`."""

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


@dataclass(slots=True)
class _Gathering:
    reading: Reading
    found: list[Happening] = field(default_factory=list)
    current: Happening | None = None


def gather(reading: Reading, scenes: Sequence[Scene], kit: RecountKit) -> list[Happening]:
    """Happenings of a document, most important first."""
    state = _Gathering(reading)
    for scene in scenes:
        clusters = _clusters(scene, reading, kit)
        _settle(reading, scene, clusters, kit.events)
        loose = _give_harms(scene, clusters)
        for cluster in clusters:
            _place_cluster(state, cluster)
        if loose and state.current is not None:
            state.current.clusters[-1].harms.extend(loose)
        elif loose:
            state.current = Happening("attack", [Cluster("attack", [], scene.index, harms=loose)])
            state.found.append(state.current)
    return _ranked(state.found)


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


def _clusters(scene: Scene, reading: Reading, kit: RecountKit) -> list[Cluster]:
    lexicon = kit.events
    triggers = [t for t in scene.triggers if not _lasting(reading, scene, t)]
    if not triggers and any(longest(lexicon.happened, scene.words.lower, i) for i in range(len(scene.words.lower))):
        return [Cluster("generic", [_pointer(scene, lexicon)], scene.index)]
    if not triggers and (blamed := _blamed(scene, kit)):
        return [Cluster("generic", [blamed], scene.index)]
    actors = list(inside(reading.actors, scene.span)) if scene.index >= 0 else []
    out: list[Cluster] = []
    for trigger in triggers:
        family = lexicon.family[trigger.type] if trigger.type else "generic"
        profile = _sides(scene, trigger, actors, kit)
        tally = _is_tally(reading, scene, trigger, kit.events)
        things = {t for t in profile.targets if t in kit.events.objects}
        fresh = Cluster(family, [trigger], scene.index, profile=profile, aggregate=tally, things=things)
        for cluster in out:
            same = _kin(family, cluster.family) and cluster.aggregate == tally and not _other_thing(fresh, cluster)
            if same and agreement(profile, cluster.profile) >= 0:
                cluster.triggers.append(trigger)
                cluster.profile.learn(profile)
                cluster.things |= things
                if cluster.family in {"attack", "generic"} and family != "generic":
                    cluster.family = family
                break
        else:
            out.append(fresh)
    return _under_violations(out)


def _under_violations(clusters: list[Cluster]) -> list[Cluster]:
    """What violations are said to have consisted of belongs to them: "violations by targeting residents"."""
    home = next((c for c in clusters if c.family == "violation" and any(t.plural for t in c.triggers)), None)
    if home is None:
        return clusters
    for cluster in clusters:
        if cluster.family in {"attack", "generic"}:
            home.triggers += cluster.triggers
            home.profile.learn(cluster.profile)
    return [c for c in clusters if c is home or c.family not in {"attack", "generic"}]


def _lasting(reading: Reading, scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger is told as a state of years ("have been fighting for five years"), not as a happening."""
    return scene.index >= 0 and any(
        t.type == "DURATION" and 0 <= trigger.start - t.end < 12 and "year" in (reading.text or "")[t.start : t.end]
        for t in inside(reading.times, (scene.span[0], trigger.start))
    )


def _sides(scene: Scene, trigger: Trigger, actors: list[ActorMention], kit: RecountKit) -> Profile:
    """Who did it to whom, actors by the state or body they belong to, and what else was hit ("convoy")."""
    profile = Profile()
    for side, mention in find_sides(scene, trigger, actors, kit.events):
        name = "label" if mention.label_only else kit.sides.of(mention.actor)
        if name is not None:
            (profile.actors if side == "actor" else profile.targets).add(name)
    words = scene.words.lower
    passive = not trigger.noun and bool(
        set(words[max(0, trigger.first - 2) : trigger.first]) & {"was", "were", "been", "being"}
    )
    region = words[max(0, trigger.first - 6) : trigger.first] if passive else words[trigger.last + 1 : trigger.last + 7]
    profile.targets |= {w.rstrip("s") for w in region if w in kit.events.objects}
    return profile


def _is_tally(reading: Reading, scene: Scene, trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Whether a number of such happenings is counted: "more than 300 violations", "recorded 42 attacks"."""
    if not trigger.plural or scene.index < 0:
        return False
    violations = trigger.type == "violation_unspecified"
    if not violations and not lexicon.counting.intersection(scene.words.lower):
        return False  # "37 air strikes hit the base" is one happening
    least = 2 if violations else 10
    return any(
        (q.low or q.high or 0) >= least and 0 <= trigger.start - q.end <= 24
        for q in inside(reading.quantities, (scene.span[0], trigger.start))
    )


def _pointer(scene: Scene, lexicon: EventLexicon) -> Trigger:
    """The verb of "it happened" as a trigger that only points back."""
    i = next(i for i in range(len(scene.words.lower)) if longest(lexicon.happened, scene.words.lower, i))
    start, end = scene.words.spans[i]
    return Trigger(type=None, start=start, end=end, sentence=scene.index, first=i, last=i, noun=False, definite=True)


def _blamed(scene: Scene, kit: RecountKit) -> Trigger | None:
    """Words about who did it in a sentence that names no happening: they point back, and tell nothing of occurrence."""
    words = scene.words
    for i in range(len(words.lower) if scene.index >= 0 else 0):
        found = longest(kit.facets.words, words.lower, i)
        if found and found[1] == "responsibility:":
            last = i + found[0] - 1
            start, end = words.spans[i][0], words.spans[last][1]
            return Trigger(
                type=None,
                start=start,
                end=end,
                sentence=scene.index,
                first=i,
                last=last,
                noun=False,
                definite=True,
                silent=True,
            )
    return None


def _kin(a: str, b: str) -> bool:
    return a == b or "generic" in {a, b} or ("attack" in {a, b} and a in VIOLENT and b in VIOLENT)


def _settle(reading: Reading, scene: Scene, clusters: list[Cluster], lexicon: EventLexicon) -> None:
    """Give each cluster the time and place told beside it."""
    if scene.index < 0 or not clusters:
        return
    low = scene.span[0]
    text = reading.text or ""
    times = [
        t
        for t in inside(reading.times, scene.span)
        if t.earliest and t.type in {"DATE", "TIME"} and not _speakers_day(text, t, low)
    ]
    named = [(a.start, a.end) for a in inside(reading.actors, scene.span)]
    places = [
        p
        for p in inside(reading.places, scene.span)
        if p.role == "event" and p.lat is not None and not any(a <= p.start < b for a, b in named)
    ]
    located = [p for p in places if _LOCATIVE.search(text[max(low, p.start - 24) : p.start])]
    for cluster in clusters:
        at = cluster.triggers[0].start
        own = own_times(scene, times, cluster.triggers, lexicon)
        cluster.time = next((t for t in own if not clock_only(text, t)), None)
        cluster.clock = next((t for t in own if clock_only(text, t)), None)
        cluster.places = sorted(located or places, key=lambda p: (abs(p.start - at), p.start))
        cluster.place = cluster.places[0] if cluster.places else None
        if cluster.time is not None:
            cluster.profile.times.append(cluster.time)
        if located:
            cluster.profile.places.append(cluster.places[0])


def _speakers_day(text: str, time: TimeMention, low: int) -> bool:
    """Whether "today" stands in somebody's quoted words: the speaker's day, which the document need not know."""
    words = text[time.start : time.end].lower()
    before = text[low : time.start]
    return words.startswith(("today", "tonight", "this ")) and before.count("“") > before.count("”")


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
        if not _kin(cluster.family, happening.family) or not _same_count(cluster, happening):
            continue
        if _other_thing(cluster, happening):
            continue
        if happening.family not in VIOLENT and any(t.silent for t in cluster.triggers):
            continue
        score = agreement(cluster.profile, happening.profile)
        if cluster.family == "generic" and happening.family not in VIOLENT:
            score -= 1
        if score <= 1 and _news(cluster, happening):  # the same place alone makes no link over such a distance
            score -= 2
        score += 0.5 * (cluster.definite or cluster.family == "generic") + 0.5 * (happening is state.current)
        score += 0.25 * (cluster.family == happening.family)
        if score >= 0 and (best is None or score > best[0]):
            best = (score, happening)
    return best[1] if best else None


def _other_thing(cluster: Cluster, happening: "Happening | Cluster") -> bool:
    """Whether one is fighting and the other the striking of a thing ("a convoy") that the fighting is not told to have hit."""
    battle = "battle" in {cluster.family, happening.family} and cluster.family != happening.family
    things = cluster.things if cluster.family != "battle" else happening.things
    other = happening.things if cluster.family != "battle" else cluster.things
    return battle and cluster.family != "generic" and bool(things) and not things & other


def _news(cluster: Cluster, happening: Happening) -> bool:
    """Whether an indefinite mention shares nothing with a happening told of a while ago."""
    gap = cluster.sentence - happening.clusters[-1].sentence
    return not cluster.definite and (gap > 8 or (gap > 3 and bool(cluster.profile.targets)))


def _same_count(cluster: Cluster, happening: Happening) -> bool:
    """A tally and a single happening are never one; "these violations" may point back to a tally."""
    if cluster.aggregate == happening.aggregate:
        return True
    return happening.aggregate and cluster.family == "violation" and any(t.plural for t in cluster.triggers)


def _ranked(found: list[Happening]) -> list[Happening]:
    for happening in found:
        spread = {c.sentence for c in happening.clusters}
        happening.score = sum(5 / (1.5 + max(-0.5, s)) + 0.3 for s in spread)
        happening.score += 0.5 * min(6, len(happening.harms))
        if happening.family not in VIOLENT:
            happening.score *= 0.5
    return sorted(found, key=lambda h: (-h.score, h.clusters[0].sentence))
