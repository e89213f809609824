"""What each sentence tells of happenings: triggers that speak of one, with who did it to whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from truceline.model.actor import ActorMention
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.doers import find_sides
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import Trigger
from truceline.recount.inside import inside
from truceline.recount.kit import RecountKit
from truceline.recount.pointers import find_blame, find_pointer
from truceline.recount.profile import Profile, agreement
from truceline.recount.scan import Harm
from truceline.recount.scenes import Scene
from truceline.recount.stretches import stretch_told

VIOLENT = frozenset({"strike", "mine", "battle", "shooting", "attack"})
"""Families whose happenings kill and wound."""
TALLY = "tally"
"""The family of a total that was told beside a happening: its dead and hurt alone."""


class Hit(Protocol):
    """A happening or one of its mentions."""

    family: str

    @property
    def things(self) -> set[str]:
        """Things told to have been hit."""


_TIMES = re.compile(r"\s+times\b")
_NOBODY = frozenset({"nobody", "no-one", "noone"})
_SEVERAL, _NEAR = 2, 24
"""The least number of times that is a tally, and how far behind its verb it stands."""


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
    part: bool = False
    """Whether it only spells out a tally."""
    things: set[str] = field(default_factory=set)
    """What was hit, by the nouns of `objects`."""
    answer: bool = False
    """Whether it answers another attack ("counter-attack"), by the other side: never one with it."""

    @property
    def mentions(self) -> list[Span]:
        """The triggers' words, those of a title outside the text left out."""
        return [(t.start, t.end) for t in self.triggers if t.sentence >= 0]

    @property
    def definite(self) -> bool:
        """Whether every trigger points back."""
        return all(t.definite or t.type is None for t in self.triggers)


def find_clusters(scene: Scene, here: Sequence[Trigger], reading: Reading, kit: RecountKit) -> list[Cluster]:
    """The happenings one sentence tells of by the triggers `here`; those that may be of one stand together."""
    lexicon = kit.events
    triggers = [t for t in here if not (_lasting(reading, scene, t) or _no_deed(reading, scene, t))]
    if not triggers and (pointer := find_pointer(scene, lexicon) or find_blame(scene, kit)):
        return [Cluster("generic", [pointer], scene.index)]
    actors = list(inside(reading.actors, scene.span)) if scene.index >= 0 else []
    out: list[Cluster] = []
    for trigger in triggers:
        fresh = _cluster_of(reading, scene, trigger, actors, kit)
        home = next((c for c in out if _may_be_of(fresh, c)), None)
        if home is None:
            out.append(fresh)
        else:
            _join(home, fresh)
    return _under_violations(_under_total(out, reading, scene))


def _cluster_of(
    reading: Reading, scene: Scene, trigger: Trigger, actors: list[ActorMention], kit: RecountKit
) -> Cluster:
    """What one trigger tells of, alone."""
    profile = _sides(scene, trigger, actors, kit)
    return Cluster(
        kit.events.family[trigger.type] if trigger.type else "generic",
        [trigger],
        scene.index,
        profile=profile,
        aggregate=_is_tally(reading, scene, trigger, kit.events),
        things={t for t in profile.targets if t in kit.events.objects},
        answer=scene.index >= 0 and scene.words.lower[trigger.first].startswith("counter"),
    )


def _may_be_of(fresh: Cluster, cluster: Cluster) -> bool:
    """Whether what a trigger tells may be of a happening that the sentence has told."""
    alike = (cluster.aggregate, cluster.answer) == (fresh.aggregate, fresh.answer)
    if not alike or not kin(fresh.family, cluster.family) or other_thing(fresh, cluster):
        return False
    return agreement(fresh.profile, cluster.profile, battle=fresh.family == cluster.family == "battle") >= 0


def _join(home: Cluster, fresh: Cluster) -> None:
    home.triggers += fresh.triggers
    home.profile.learn(fresh.profile)
    home.things |= fresh.things
    if home.family in {"attack", "generic"} and fresh.family != "generic":
        home.family = fresh.family


def _under_total(clusters: list[Cluster], reading: Reading, scene: Scene) -> list[Cluster]:
    """Who was killed in the attacks that are counted belongs to the count: "6 attacks in which 41 were killed"."""
    home = next((c for c in clusters if c.aggregate and c.family in VIOLENT), None)
    if home is None or scene.index < 0 or stretch_told(reading, scene.span) is None:
        return clusters
    kept = []
    for cluster in clusters:
        if cluster is home or cluster.family not in {"attack", "generic"}:
            kept.append(cluster)
        else:
            home.triggers += cluster.triggers
            home.profile.learn(cluster.profile)
    return kept


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
        t.type == "DURATION" and 0 <= trigger.start - t.end < 12 and "year" in reading.prose[t.start : t.end]
        for t in inside(reading.times, (scene.span[0], trigger.start))
    )


def _no_deed(reading: Reading, scene: Scene, trigger: Trigger) -> bool:
    """Whether the words name no deed: a month ("13 March"), or what the writer says nobody did ("nobody bombed X")."""
    if scene.index < 0:
        return False
    words = scene.words.lower
    if words[trigger.first] == "march":
        return any(t.start <= trigger.start and trigger.end <= t.end for t in inside(reading.times, scene.span))
    before = words[max(0, trigger.first - 2) : trigger.first]
    nobody = bool(_NOBODY & set(before)) or before == ["no", "one"]
    return nobody and not any(s <= trigger.start < e for c in reading.claims for s, e in c.content)


def _sides(scene: Scene, trigger: Trigger, actors: list[ActorMention], kit: RecountKit) -> Profile:
    """Who did it to whom, actors by the state or body they belong to, and what else was hit ("convoy")."""
    profile = Profile()
    for side, mention in find_sides(scene, trigger, actors, kit.events):
        name = None if mention.label_only else kit.sides.of(mention.actor)
        if name is not None and not (trigger.alleged and side == "actor"):
            (profile.actors if side == "actor" else profile.targets).add(name)
    words = scene.words.lower
    passive = not trigger.noun and bool(
        set(words[max(0, trigger.first - 2) : trigger.first]) & {"was", "were", "been", "being"}
    )
    region = words[max(0, trigger.first - 6) : trigger.first] if passive else words[trigger.last + 1 : trigger.last + 7]
    profile.targets |= {w.rstrip("s") for w in region if w in kit.events.objects}
    return profile


def _is_tally(reading: Reading, scene: Scene, trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Whether a number of such happenings is counted: "more than 300 violations", "broke the truce 64 times".

    Several of a stretch of days are one even where they are few: "6 attacks between 7 and 13 February".
    """
    if scene.index >= 0 and trigger.type == "violation_unspecified" and _so_many_times(reading, scene, trigger):
        return True
    if not trigger.plural or scene.index < 0:
        return False
    several = trigger.type == "violation_unspecified" or stretch_told(reading, scene.span) is not None
    if not several and not lexicon.counting.intersection(scene.words.lower):
        return False  # "37 air strikes hit the base" is one happening
    near = [q for q in inside(reading.quantities, (scene.span[0], trigger.start)) if 0 <= trigger.start - q.end <= 24]
    return max((q.low or q.high or 0 for q in near), default=0) >= (2 if several else 10)


def _so_many_times(reading: Reading, scene: Scene, trigger: Trigger) -> bool:
    text = reading.prose
    return any(
        (q.low or q.high or 0) >= _SEVERAL and q.start - trigger.end <= _NEAR and _TIMES.match(text, q.end)
        for q in inside(reading.quantities, (trigger.end, scene.span[1]))
    )


def kin(a: str, b: str) -> bool:
    """Whether words of two families can be of one happening."""
    return a == b or "generic" in {a, b} or ("attack" in {a, b} and a in VIOLENT and b in VIOLENT)


def other_thing(cluster: Cluster, happening: Hit) -> bool:
    """Whether one is fighting and the other the striking of a thing ("a convoy") that the fighting did not hit."""
    battle = "battle" in {cluster.family, happening.family} and cluster.family != happening.family
    things = cluster.things if cluster.family != "battle" else happening.things
    other = happening.things if cluster.family != "battle" else cluster.things
    return battle and cluster.family != "generic" and bool(things) and not things & other
