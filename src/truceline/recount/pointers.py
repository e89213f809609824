"""Words that point back to a happening: "it happened", "was responsible", "they were intentional"."""

import re
from dataclasses import replace

from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import Trigger
from truceline.recount.kit import RecountKit
from truceline.recount.lexicon import longest
from truceline.recount.scenes import Scene

_NEVER = frozenset({"never", "not"})
_NOTHING = re.compile(
    r"\b(?:nothing(?: (?:of the (?:sort|kind)|like (?:it|this|that)))?|none of (?:it|this|that|these things|them)"
    r"|no such [\w'-]+(?: [\w'-]+)?|no [\w'-]+)(?: (?:had|has|have|ever|was|were|actually|really|in fact))*$"
)
"""Before "happened": what is told did not."""
_TAKES_PLACE = frozenset({"happened", "occurred", "took", "unfolded", "broke"})


def find_pointer(scene: Scene, lexicon: EventLexicon) -> Trigger | None:
    """The verb of "it happened" as a trigger that only points back; "it never happened" denies what it points to."""
    words = scene.words.lower
    told = (i for i in range(len(words)) if longest(lexicon.happened, words, i) and words[max(0, i - 1)] != "to")
    i = next(told, -1)
    if i < 0:
        return None
    never = any(w in _NEVER or w.endswith("n't") for w in words[max(0, i - 2) : i])
    never = never or (words[i] in _TAKES_PLACE and _NOTHING.search(" ".join(words[max(0, i - 8) : i])) is not None)
    if never and words[i] not in _TAKES_PLACE:
        return None  # "the army did not respond" denies nothing
    return replace(_pointing(scene, i, i), denied=never)


def _pointing(scene: Scene, first: int, last: int) -> Trigger:
    """Words of a sentence, by their numbers, as a trigger that only points back."""
    start, end = scene.words.spans[first][0], scene.words.spans[last][1]
    return Trigger(
        type=None, start=start, end=end, sentence=scene.index, first=first, last=last, noun=False, definite=True
    )


_ANAPHORS = frozenset({"it", "they", "this", "that", "these", "those"})


def find_blame(scene: Scene, kit: RecountKit) -> Trigger | None:
    """Words about who did it in a sentence that names no happening: they point back, and tell nothing of occurrence."""
    words = scene.words
    for i in range(len(words.lower) if scene.index >= 0 else 0):
        found = longest(kit.facets.words, words.lower, i)
        last = i + found[0] - 1 if found else i
        named = found and found[1] == "responsibility:" and _points_back(words.lower, i, last)
        meant = found and found[1].startswith("intent:") and _ANAPHORS & set(words.lower[max(0, i - 5) : i])
        if named or meant:
            return replace(_pointing(scene, i, last), silent=True)
    return None


def _points_back(words: list[str], first: int, last: int) -> bool:
    """Whether the words are of something told before: "was responsible", not "to blame for the failure"."""
    if "to" in words[max(0, first - 3) : first]:
        return False
    after = words[last + 1] if last + 1 < len(words) else "."
    return words[last] not in {"for", "in", "of"} or after in {"it", "this", "that", ".", ",", "them"}
