"""People shot who are then called the dead: "shot eleven people. The dead included the head of the village"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.recount.scan import Harm

_DEAD = re.compile(
    r"\b(?:(?:the|these|those|their|his|her) (?!death toll)(?:[\w-]+ )?"
    r"(?:dead|bod(?:y|ies)|corpses?|deaths?|killings?|murders?|executions?|slaughter|massacre)"
    r"|all (?:of them )?dead)\b(?! (?:tolls?|squads?|threats?|fields?|sentences?|lines?|hand))",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:hands?|arms?|wrists)(?: (?:were|was|had been))? (?:tied|bound)\b"
    r"|\b(?:tied|bound) (?:their|his|her) (?:hands|arms)\b"
    r"|\bin the back of the (?:head|neck|skull)\b"
    r"|\bblindfolded\b|\bexecution-style\b|\bone (?:after the other|by one)\b",
    re.IGNORECASE,
)
"""Beside people shot: they were put to death."""
_DIED = re.compile(
    r"[;,–—] (?:and |but )?(?:(?P<one>he|she)|they|both|all)(?: of them)?"
    r"(?: (?:later|soon|then|also|had|have|has))* died\b",
    re.IGNORECASE,
)
"""Behind people shot, in their sentence: those died."""
_Sentence = tuple[tuple[int, int], tuple[Harm, ...]]
"""A sentence and the harm it tells."""
_BEHIND = 2
"""Sentences behind people shot, in the same paragraph, in which they may be called the dead."""


def with_dead_told(text: str, told: Sequence[_Sentence]) -> list[tuple[Harm, ...]]:
    """The statements of harm sentence by sentence, people shot as killed where the words behind call them dead.

    Not where the dead are counted apart: "Ten were shot. Three died. The dead were ...".
    """
    return [tuple(_told(h, n, text, told) for h in harms) for n, (_, harms) in enumerate(told)]


def _told(harm: Harm, at: int, text: str, told: Sequence[_Sentence]) -> Harm:
    if harm.kind != "hit" or harm.denied or not harm.low or not harm.heads:
        return harm
    dead = _died(harm, text, told[at][0][1]) or (harm.heads[0].counted and _is_called_dead(harm, at, text, told))
    return replace(harm, kind="killed") if dead else harm


def _is_called_dead(harm: Harm, at: int, text: str, told: Sequence[_Sentence]) -> bool:
    """Whether people shot were put to death, or are called the dead by the sentences behind."""
    (start, end), own = told[at]
    if any(h.kind in {"killed", "injured"} and h.start > harm.start for h in own):
        return False
    if _BOUND.search(text, start, end):
        return True
    for (low, high), others in told[at + 1 : at + 1 + _BEHIND]:
        apart = any(h.kind == "hit" or (h.kind == "killed" and _counts_anew(h)) for h in others)
        if "\n" in text[end:low] or apart:
            return False
        if _DEAD.search(text, low, high):
            return True
    return False


def _died(harm: Harm, text: str, end: int) -> bool:
    """Whether the sentence says behind people shot that they died: "shot a nurse at X; she died the next day"."""
    found = _DIED.search(text, harm.end, end)
    return found is not None and (found["one"] is not None) == (harm.low == 1 == harm.high)


def _counts_anew(harm: Harm) -> bool:
    """Whether a statement counts people of its own, not some of those told before: "three of the dead"."""
    head = harm.heads[0] if harm.heads else None
    return head is None or (head.counted and not head.part and not head.definite)
