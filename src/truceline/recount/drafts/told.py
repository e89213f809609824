"""Mentions that a learned reader proposes though they tell of nothing: what is feared, planned, played or long past."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from truceline.model.draft import Draft, DraftMention
from truceline.model.span import Span, overlap
from truceline.recount.clusters import VIOLENT
from truceline.recount.drafts.life import is_general, is_life
from truceline.recount.drafts.match import ALONE, narrowed, without_facets
from truceline.recount.drafts.no_deeds import tells_no_deed
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.lifeless import kills_no_one
from truceline.recount.events.sections import heading_words
from truceline.recount.events.triggers import told_as_fact
from truceline.recount.one_look import seen_whole
from truceline.recount.scenes import Scene
from truceline.recount.theatre import long_ago, stage_of

_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_OWNED = frozenset({"its", "their", "his", "own"})
"""Before a deed that is taken for granted, whatever is wanted or feared beside it: "to cover its own air strikes"."""
_ASKING = frozenset(
    {"who", "what", "when", "where", "why", "how", "did", "does", "do", "has", "have", "is", "was", "were"}
)
_LEAVING = frozenset({"withdrawal", "evacuation", "troop_movement", "handover", "other"})
"""Kinds of deed for which the work of rescuers is taken."""
_BRINGS = frozenset(
    {
        *("pulled", "pulling", "pull", "dug", "digging", "dig", "recovered", "recovering", "retrieved", "retrieving"),
        *("extracted", "extracting", "lifted", "lifting", "removed", "removing", "freed", "freeing"),
    }
)
_RUINS = frozenset({"rubble", "debris", "ruins", "wreckage", "remains"})
_BODIES = frozenset({"body", "bodies", "corpse", "corpses", "survivors", "survivor"})
_PEOPLE = frozenset(
    {"people", "persons", "civilians", "victims", "dead", "wounded", "injured", "residents", "child", "children", "man"}
    | {"woman", "women", "boy", "girl", "family", "families", "them", "him", "her"}
)
_HURT = frozenset({"dead", "wounded", "injured", "victims", "casualties", "remains"})
_CARRIED = frozenset(
    {
        "brought",
        "bringing",
        "taken",
        "took",
        "taking",
        "carried",
        "carrying",
        "rushed",
        "moved",
        "transported",
        "driven",
        "arrived",
    }
    | {"delivered", "admitted", "ferried", "flown"}
)
_HOSPITALS = frozenset({"hospital", "hospitals", "morgue", "morgues", "mortuary", "mortuaries", "clinic", "clinics"})
_CLAUSE, _OBJECT = 14, 5
"""Words from the verb on within which the ruins, and what is brought out of them, are named."""
_GROUND = frozenset({"rocket", "rockets", "mortar", "mortars", "shell", "shells", "shelled", "shelling", "artillery"})
_AIR = frozenset(
    {
        "aircraft",
        "plane",
        "planes",
        "warplane",
        "warplanes",
        "jet",
        "jets",
        "helicopter",
        "helicopters",
        "drone",
        "drones",
    }
    | {"air", "airplane", "airplanes", "pilots"}
)
_BY_AIR = frozenset({"air_strike", "drone_strike"})
_LARGE = frozenset({"operation", "operations", "campaign", "offensive", "war", "mission"})
_OVER = re.compile(
    r"(?:(?!that\b)[\w’'-]+ ){0,2}?(?:was|were|is|are|had been|has been|had|has) (?:now |all |almost )?"
    r"(?:over|at an end|complete|completed|finished|ended|done)\b"
)
_BELIEVED = 0.85
"""How sure the reader must be in a long text that a sentence with a word of sport or the stage tells a deed."""
_ASKED = frozenset({"q", "question"})
_NAMED = 3
"""Words within which an article stands before a deed that is known: "in the Akhtsor raid".

A question about one takes it for granted.
"""


def _asked(scene: Scene, span: Span) -> bool:
    """Whether a question asks for a deed, rather than about one known ("who ordered the strike?")."""
    lower = [w for w in scene.words.lower if w.isalpha()]
    if scene.words.lower[-1:] != ["?"] or not lower or lower[0] not in _ASKING | _ASKED:
        return False
    at = next((i for i, (start, _) in enumerate(scene.words.spans) if start >= span[0]), 0)
    return at == 0 or scene.words.lower[at - 1] not in _KNOWN


def _asks_how_many(scene: Scene, at: int) -> bool:
    """Whether the word at position `at` is what a question wants counted: "How many has the army lost?"."""
    lower = [w for w in scene.words.lower if w.isalpha()]
    asked = scene.words.lower[-1:] == ["?"] and lower[0 if lower[0] not in _ASKED else 1 :][:2] == ["how", "many"]
    before = scene.words.lower[max(0, at - _NAMED) : at]
    return asked and (not _KNOWN.intersection(before) or not _ASKING.isdisjoint(before))


def _said_to_be_over(lower: Sequence[str], at: int) -> bool:
    """Whether a word names what somebody declares at an end: "announced that the operation was over" is no new deed."""
    after = " ".join(lower[at + 1 : at + 7])
    return lower[at] in _LARGE and "that" in lower[max(0, at - 4) : at] and _OVER.match(after) is not None


def told_drafts(drafts: Sequence[Draft], scenes: Sequence[Scene], lexicon: EventLexicon, text: str) -> list[Draft]:
    """The drafts with those of their mentions that are told as having happened; none without any."""
    if not drafts:
        return []
    whole = _Whole(text, lexicon, scenes)
    made = []
    for draft in drafts:
        kept = [n for n, m in enumerate(draft.mentions) if whole.tells(m) and not whole.saves(m)]
        if kept:
            left = _without_headings(narrowed(whole.without_life(draft), kept), whole.scenes)
            made.append(_named_by_what_was(left, whole.none_of, whole.from_ground))
    return made


class _Whole:
    """A text's scenes in order, asked about mentions."""

    def __init__(self, text: str, lexicon: EventLexicon, scenes: Sequence[Scene]) -> None:
        self._text, self._lexicon = text, lexicon
        self._off = stage_of(scenes, lexicon)[1]
        self.scenes = sorted((s for s in scenes if s.index >= 0), key=lambda s: s.span)
        self._starts = [s.span[0] for s in self.scenes]

    def tells(self, mention: DraftMention) -> bool:
        """Whether it is told as having happened."""
        scene, span = self._scene(mention), mention.span
        sure = mention.score >= ALONE and seen_whole(self._text)
        if scene is None or self._tells_none(mention, scene):
            return False
        believed = sure or mention.score >= _BELIEVED
        if scene.index in self._off and not (believed and self._in_report(scene)):
            return False
        lower, at = scene.words.lower, _word(scene, span)
        if at == len(lower) or at < heading_words(lower) or _said_to_be_over(lower, at):
            return False
        # a sure reader has learned what is only asked, feared or planned, and of a text that it sees whole it errs less
        # often in it than the rules
        if sure:
            return not _asks_how_many(scene, at)
        owned = at > 0 and lower[at - 1] in _OWNED
        return not _asked(scene, span) and (owned or told_as_fact(lower, at, self._lexicon))

    def _tells_none(self, mention: DraftMention, scene: Scene) -> bool:
        """Whether its words are a figure of speech or, in a long text, of everyday life."""
        at = _word(scene, mention.span)
        if at < len(scene.words.lower) and kills_no_one(scene.words.lower, at, self._lexicon):
            return True
        lived = not seen_whole(self._text) and self._is_life(mention, scene)
        return lived or tells_no_deed(self._text, scene.span, mention.span)

    def without_life(self, draft: Draft) -> Draft:
        """The draft without what is told of habits and the writer's days: it is of no other deed."""
        if seen_whole(self._text):
            return draft
        scenes = [self._scene(m) for m in draft.mentions]
        lived = [s is not None and self._is_life(m, s) for m, s in zip(draft.mentions, scenes, strict=True)]
        made = (replace(m, facets=()) if alive else m for m, alive in zip(draft.mentions, lived, strict=True))
        return replace(draft, mentions=tuple(made))

    def _is_life(self, mention: DraftMention, scene: Scene) -> bool:
        """Whether it tells of habit or the writer's days; who shells a town every night does it none the less."""
        quiet = self._lexicon.family.get(mention.event_type or "") not in VIOLENT
        asked = is_life if quiet else is_general
        return asked(self._text, scene.span, mention)

    def _in_report(self, scene: Scene) -> bool:
        """Whether a sentence has others about it, by which a sure reader knows a report from play, and is of today."""
        return len(self.scenes) > 1 and not long_ago(scene)

    def none_of(self, mention: DraftMention) -> bool:
        """Whether all deeds of its kind are denied."""
        scene = self._scene(mention)
        return scene is not None and _none_of(scene, mention.span)

    def saves(self, mention: DraftMention) -> bool:
        """Whether it is a rescuers' work."""
        scene = self._scene(mention)
        return scene is not None and mention.event_type in _LEAVING and _saves(scene, mention.span)

    def from_ground(self, mention: DraftMention) -> bool:
        """Whether it names ground fire."""
        scene = self._scene(mention)
        return scene is not None and _from_ground(scene, mention.span)

    def _scene(self, mention: DraftMention) -> Scene | None:
        at = bisect_right(self._starts, mention.span[0]) - 1
        return self.scenes[at] if at >= 0 else None


def _without_headings(draft: Draft, scenes: Sequence[Scene]) -> Draft:
    """The draft without breaches that only a heading names: "Summary of violations" says of none that it was one."""
    headed = [(s.span[0], s.words.spans[size - 1][1]) for s in scenes if (size := heading_words(s.words.lower))]
    gone = [f for f in draft.facets if f.facet == "compliance" and any(overlap(f.span, h) for h in headed)]
    return without_facets(draft, gone) if gone else draft


def _word(scene: Scene, span: Span) -> int:
    """Number of the word at which some words begin."""
    return next((i for i, (_, end) in enumerate(scene.words.spans) if end > span[0]), len(scene.words.spans))


def _none_of(scene: Scene, span: Span) -> bool:
    """Whether all deeds of a kind are denied: "no air strikes had been carried out", "denied any air strikes"."""
    at = _word(scene, span)
    before = scene.words.lower[max(0, at - 3) : at]
    denied = any(w.startswith(("den", "reject", "refut")) for w in scene.words.lower[:at])
    return "no" in before or ("any" in before and denied)


def _from_ground(scene: Scene, span: Span) -> bool:
    """Whether a mention names ground fire in a sentence without any aircraft: "fired rockets at the town"."""
    own = {
        w for w, (start, end) in zip(scene.words.lower, scene.words.spans, strict=True) if overlap((start, end), span)
    }
    return bool(own & _GROUND) and not _AIR.intersection(scene.words.lower)


def _named_by_what_was(
    draft: Draft, none_of: Callable[[DraftMention], bool], from_ground: Callable[[DraftMention], bool]
) -> Draft:
    """The draft, of no kind of which its teller says that there was none: rockets are no air strike by such words."""
    denied = [m for m in draft.mentions if none_of(m)]
    if not denied or len(denied) == len(draft.mentions):
        return draft
    kinds = {kind for m in denied if (kind := m.event_type)}
    others = [m if m in denied or not from_ground(m) else _without(m, kinds & _BY_AIR) for m in draft.mentions]
    was = {m.event_type for m in others if m not in denied and m.types}
    if not was:
        return draft
    mentions = (replace(m, types=()) if m in denied and m.event_type not in was else m for m in others)
    return replace(draft, mentions=tuple(mentions))


def _without(mention: DraftMention, kinds: AbstractSet[str]) -> DraftMention:
    """A mention without kinds that it may be, where another is left that it may be."""
    left = sorted((t for t in mention.types if t[0] not in kinds), key=lambda t: -t[1])
    if not left or len(left) == len(mention.types):
        return mention
    (kind, chance), *rest = left
    freed = sum(c for k, c in mention.types if k in kinds)
    return replace(mention, types=((kind, round(chance + freed, 3)), *rest))


def _saves(scene: Scene, span: Span) -> bool:
    """Whether people or bodies are brought out of ruins: "pulled bodies from the rubble" is no withdrawal.

    Nor is there a handover where the dead or hurt come to a hospital.
    """
    at = _word(scene, span)
    if _to_hospital(scene.words.lower, at):
        return True
    clause = scene.words.lower[at : at + _CLAUSE]
    brought = bool(clause) and clause[0] in _BRINGS
    object_words = clause[1:_OBJECT]
    people = bool(_RUINS.intersection(clause)) and bool(_PEOPLE.intersection(object_words))
    return brought and (people or bool(_BODIES.intersection(object_words)))


def _to_hospital(lower: Sequence[str], at: int) -> bool:
    """Whether the verb at position `at` brings the dead or hurt to a hospital or morgue."""
    if at >= len(lower) or lower[at] not in _CARRIED:
        return False
    there = _HOSPITALS.intersection(lower[at : at + _CLAUSE])
    hurt = _BODIES | _HURT
    return bool(there) and bool(hurt.intersection(lower[max(0, at - _CLAUSE) : at + _OBJECT]))
