"""Whether a word of violence stands in a report of violence: beside arms, fighters, victims; not in sport or play."""

import re
from collections.abc import Sequence

from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import Trigger
from truceline.recount.scenes import Scene

_REACH = 4
"""Sentences before and after in which a sign of violence counts."""
_SURE = frozenset(
    {"air_strike", "drone_strike", "shelling", "missile_strike", "chemical_attack", "mine", "aid_delivered"}
)
_BEHIND_YEARS = re.compile(
    r"the|an?|and|or|but|when|while|until|after|before|as|in|on|at|to|of|by|for|from|with|is|was|were|ha[sd]|did|s?he|it"
    r"|they|we|i|who|which|that|there|his|her|their|its|ad|b?ce?"
)
"""Words behind a year."""
_LONG_AGO = re.compile(r"(?:1\d|[1-9])\d\d")


def told_here(scenes: Sequence[Scene], lexicon: EventLexicon) -> dict[int, tuple[Trigger, ...]]:
    """Triggers by sentence that are told of as happenings of today's violence or diplomacy."""
    near, off = stage_of(scenes, lexicon)
    return {
        s.index: tuple(t for t in s.triggers if s.index not in off and (s.index in near or _sure(t, lexicon)))
        for s in scenes
    }


def stage_of(scenes: Sequence[Scene], lexicon: EventLexicon) -> tuple[frozenset[int], frozenset[int]]:
    """Sentences near a sign of violence, and those of sport, markets, stage or long ago; by their indices."""
    signs = {i for i, scene in enumerate(scenes) if _signs(scene, lexicon)}
    near = {j for i in signs for j in range(i - _REACH, i + _REACH + 1)}
    off = {i for i, scene in enumerate(scenes) if long_ago(scene) or (i not in signs and _elsewhere(scene, lexicon))}
    return (
        frozenset(s.index for i, s in enumerate(scenes) if i in near),
        frozenset(scenes[i].index for i in off),
    )


def long_ago(scene: Scene) -> bool:
    """Whether a sentence tells of a year before those that news looks back on."""
    return any(_LONG_AGO.fullmatch(w) and int(w) < 1960 for w in _years(scene))


def _elsewhere(scene: Scene, lexicon: EventLexicon) -> bool:
    return bool(lexicon.elsewhere.intersection(scene.words.lower))


def _signs(scene: Scene, lexicon: EventLexicon) -> bool:
    words = set(scene.words.lower)
    own = {w for t in scene.triggers for w in scene.words.lower[t.first : t.last + 1]}
    hurt = any(p.head or p.name for h in scene.harms if h.kind != "hit" for p in h.heads)
    return (
        hurt
        or bool((words - own) & lexicon.theatre or words & lexicon.unmistakable)
        or any(_sure(t, lexicon) for t in scene.triggers)
    )


def _sure(trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Whether the trigger's words mean nothing else."""
    family = lexicon.family.get(trigger.type or "", "")
    return trigger.type in _SURE or family in {"violation", "ceasefire_step", "talks", "access", "aid"}


def _years(scene: Scene) -> list[str]:
    """Bare numbers that stand as years: "in 1916", "of 1389", "the year 1066"."""
    words = scene.words.lower
    return [
        w
        for i, w in enumerate(words)
        if i and words[i - 1] in {"in", "of", "year", "since", "until", "from", "by"} and len(w) in {3, 4}
        if not _counts(words[i + 1 : i + 2])
    ]


def _counts(behind: Sequence[str]) -> bool:
    """Whether a number is no year, by what stands behind it: "of 120 mm", "from 600 children"."""
    return any(w.isalpha() and not _BEHIND_YEARS.fullmatch(w) for w in behind)
