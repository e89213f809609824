"""Mentions that a learned reader proposes though they tell of nothing: what is feared, planned, played or long past."""

from bisect import bisect_right
from collections.abc import Sequence

from truceline.model.draft import Draft
from truceline.model.span import Span
from truceline.recount.drafts.match import narrowed
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import told_as_fact
from truceline.recount.scenes import Scene
from truceline.recount.theatre import stage_of

_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_OWNED = frozenset({"its", "their", "his", "own"})
"""Before a deed that is taken for granted, whatever is wanted or feared beside it: "to cover its own air strikes"."""
_ASKING = frozenset(
    {"who", "what", "when", "where", "why", "how", "did", "does", "do", "has", "have", "is", "was", "were"}
)
_ASKED = frozenset({"q", "question"})


def _asked(scene: Scene, span: Span) -> bool:
    """Whether a question asks for a deed, rather than about one known ("who ordered the strike?")."""
    lower = [w for w in scene.words.lower if w.isalpha()]
    if scene.words.lower[-1:] != ["?"] or not lower or lower[0] not in _ASKING | _ASKED:
        return False
    at = next((i for i, (start, _) in enumerate(scene.words.spans) if start >= span[0]), 0)
    return at == 0 or scene.words.lower[at - 1] not in _KNOWN


def told_drafts(drafts: Sequence[Draft], scenes: Sequence[Scene], lexicon: EventLexicon) -> list[Draft]:
    """The drafts with those of their mentions that are told as having happened; none without any."""
    if not drafts:
        return []
    _, off = stage_of(scenes, lexicon)
    ordered = sorted((s for s in scenes if s.index >= 0), key=lambda s: s.span)
    starts = [s.span[0] for s in ordered]

    def told(span: Span) -> bool:
        at = bisect_right(starts, span[0]) - 1
        scene = ordered[at] if at >= 0 else None
        if scene is None or scene.index in off or _asked(scene, span):
            return False
        word = next((i for i, (_, end) in enumerate(scene.words.spans) if end > span[0]), None)
        if word is None:
            return False
        owned = word > 0 and scene.words.lower[word - 1] in _OWNED
        return owned or told_as_fact(scene.words.lower, word, lexicon)

    made = []
    for draft in drafts:
        kept = [n for n, m in enumerate(draft.mentions) if told(m.span)]
        if kept:
            made.append(narrowed(draft, kept))
    return made
