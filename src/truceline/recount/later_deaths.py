"""Those who died of their wounds later: more dead than were told before, or some of them, and no rival count."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.recount.persons import People
from truceline.recount.scan import Harm, Scan, add_harm
from truceline.recount.tokens import Token

_OF_HURT = re.compile(
    r"[\w ,-]{1,30}?\b(?:of|among) (?:(?:the|those|these|its|their|his|her|all) )?(?:\d+ |[a-z]+ )?"
    r"(?:injured|wounded|hurt)\b",
    re.IGNORECASE,
)
_OF_WOUNDS = re.compile(r"\s(?:of|from) (?:his|her|their|the) (?:wounds?|injur(?:y|ies))\b", re.IGNORECASE)
_FATALLY = frozenset({"fatally", "mortally", "lethally"})
_OF_THEM = re.compile(r"\bof (?:them|those|these|whom)\b", re.IGNORECASE)
_NEW_CLAUSE = frozenset({"where", "when", "while", "after", "before", "because", "as", "which", "that"})
_PERFECT = frozenset({"has", "have", "had"})
_BETWEEN = 25
"""Tokens between a wound and the death of the wounded in one sentence."""


def later_deaths(found: Sequence[Harm], text: str) -> list[Harm]:
    """The statements of harm, those of the hurt who then died marked as such: they are not hurt once more."""
    told = [_marked(h, found, text) for h in found]
    died = [h for h in told if h.added or h.of_wounds]
    return [h for h in told if h.kind != "injured" or not any(_is_theirs(h, d) for d in died)]


def _is_theirs(hurt: Harm, died: Harm) -> bool:
    """Whether a wound is that of those who died, and no count of which they are a part."""
    return died.start <= hurt.start < died.end or bool(hurt.heads and hurt.heads == died.heads)


def _marked(harm: Harm, found: Sequence[Harm], text: str) -> Harm:
    if harm.kind != "killed" or harm.denied:
        return harm
    if _OF_HURT.match(text, harm.start, harm.end):
        return replace(harm, added=True)
    hurt = [h for h in found if h.kind == "injured" and not h.denied and h.cue[1] <= harm.cue[0]]
    of_them = bool(hurt) and _OF_THEM.search(text, harm.start, harm.cue[0]) is not None
    same = any(h.heads == harm.heads for h in hurt)
    bare = len(harm.heads) == 1 and harm.text.lower() in {harm.heads[0].head.lower(), "one"} and harm.heads[0].counted
    of_wounds = bare and _OF_WOUNDS.match(text, harm.cue[1]) is not None
    return replace(harm, of_wounds=True) if of_them or same or of_wounds else harm


def wounded_before(scan: Scan, j: int) -> tuple[People, ...]:
    """Those told in the sentence to be hurt, of whom the death at `j` is told: "a boy hurt on Monday has died"."""
    hurt = next((h for h in reversed(scan.found) if h.kind in {"injured", "hit"} and not h.denied), None)
    if hurt is None or hurt.form not in {"done", "state"}:
        return ()
    cue = next((i for i, t in enumerate(scan.tokens) if t.start == hurt.cue[0]), j)
    return () if _leads_away(scan.tokens[cue + 1 : j]) else hurt.heads


def _leads_away(between: Sequence[Token]) -> bool:
    """Whether what stands between a wound and a death tells of somebody else, or opens a clause of its own."""
    if len(between) > _BETWEEN or any(t.kind == "w" or t.word in {";", ":"} for t in between):
        return True
    if any(t.kind == "S" and "y" not in [b.kind for b in between[max(0, i - 3) : i]] for i, t in enumerate(between)):
        return True
    perfect = any(t.word in _PERFECT for t in between[-2:])
    if not perfect and any(t.kind == "s" or t.word in _NEW_CLAUSE for t in between):
        return True
    joined = max((i for i, t in enumerate(between) if t.kind == "&"), default=len(between))
    return any(t.kind == "N" for t in between[joined + 1 :])


def add_fatal_part(scan: Scan) -> None:
    """Note those of the hurt whom it killed: "four people were shot, one man fatally", "two of them fatally"."""
    for j, token in enumerate(scan.tokens):
        if token.word not in _FATALLY or (j + 1 < len(scan.tokens) and scan.tokens[j + 1].kind == "H"):
            continue
        at = j - 2 if j > 1 and _OF_THEM.fullmatch(scan.tokens[j - 1].word) else j - 1
        some = scan.covers.get(at)
        if some is None or not some.counted or not any(h.cue[1] <= scan.tokens[some.first].start for h in scan.found):
            continue
        add_harm(scan, "killed.done", j, (replace(some, part=True),), ())
        scan.found[-1] = replace(scan.found[-1], of_wounds=True)
