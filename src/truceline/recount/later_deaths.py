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
_LATER_ON = re.compile(
    r"(?: of (?:their|his|her|the) (?:wounds?|injur(?:y|ies))"
    r"| (?:in|at) (?:an? |the )?(?:[\w-]+ )?(?:hospitals?|clinic)"
    r"| on the way to (?:an? |the )?hospital)\b",
    re.IGNORECASE,
)
"""Behind a word of dying, by which they had been hurt: "two more died | of their wounds"."""
_NTH = re.compile(r"(?:the|a|an) (?:second|third|fourth|fifth|sixth) [\w-]+$", re.IGNORECASE)
"""One besides those told before: "two of his sons died at once; | the third son | died in hospital"."""
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
    more = any(p.more and p.counted for p in harm.heads) or _NTH.match(harm.text)
    if more and _LATER_ON.match(text, harm.cue[1]):
        return replace(harm, added=True, further=True)
    hurt = [h for h in found if h.kind == "injured" and not h.denied and h.cue[1] <= harm.cue[0]]
    if _is_of_them(harm, hurt, text) or _is_of_wounds(harm, text):
        return replace(harm, of_wounds=True)
    return harm


def _is_of_them(harm: Harm, hurt: Sequence[Harm], text: str) -> bool:
    """Whether those told to have died are some of the hurt told before: "two of them", or the same people."""
    if any(h.heads == harm.heads for h in hurt):
        return True
    return bool(hurt) and _OF_THEM.search(text, harm.start, harm.cue[0]) is not None


def _is_of_wounds(harm: Harm, text: str) -> bool:
    """Whether one is told by no name to have died of wounds: "the man died of his wounds"."""
    bare = len(harm.heads) == 1 and harm.text.lower() in {harm.heads[0].head.lower(), "one"} and harm.heads[0].counted
    return bare and _OF_WOUNDS.match(text, harm.cue[1]) is not None


def wounded_before(scan: Scan, j: int) -> tuple[People, ...]:
    """Those told in the sentence to be hurt, of whom the death at `j` is told: "a boy hurt on Monday has died"."""
    hurt = next((h for h in reversed(scan.found) if h.kind in {"injured", "hit"} and not h.denied), None)
    if hurt is None or hurt.form not in {"done", "state"}:
        return ()
    cue = next((i for i, t in enumerate(scan.tokens) if t.start == hurt.cue[0]), j)
    return () if _leads_away(scan.tokens[cue + 1 : j]) else hurt.heads


def _leads_away(between: Sequence[Token]) -> bool:
    """Whether what stands between a wound and a death tells of somebody else, or opens a clause of its own."""
    kinds = [t.kind for t in between]
    if len(between) > _BETWEEN or "w" in kinds or any(t.word in {";", ":"} for t in between):
        return True
    if any(kind == "S" and "y" not in kinds[max(0, i - 3) : i] for i, kind in enumerate(kinds)):
        return True
    perfect = any(t.word in _PERFECT for t in between[-2:])
    if not perfect and ("s" in kinds or any(t.word in _NEW_CLAUSE for t in between)):
        return True
    joined = max((i for i, kind in enumerate(kinds) if kind == "&"), default=len(kinds))
    return "N" in kinds[joined + 1 :]


def add_fatal_part(scan: Scan) -> None:
    """Note those of the hurt whom it killed: "four people were shot, one man fatally", "two of them fatally"."""
    for j, token in enumerate(scan.tokens):
        if token.word not in _FATALLY or [t.kind for t in scan.tokens[j + 1 : j + 2]] == ["H"]:
            continue
        at = j - 2 if j > 1 and _OF_THEM.fullmatch(scan.tokens[j - 1].word) else j - 1
        some = scan.covers.get(at)
        if some is None or not some.counted or not _is_behind_harm(scan, some):
            continue
        add_harm(scan, "killed.done", j, (replace(some, part=True),), ())
        scan.found[-1] = replace(scan.found[-1], of_wounds=True)


def _is_behind_harm(scan: Scan, people: People) -> bool:
    return any(h.cue[1] <= scan.tokens[people.first].start for h in scan.found)
