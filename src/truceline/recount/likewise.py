"""Numbers told in place of another by a word of telling alone: "Clinics counted 49 dead; the council spoke of 38"."""

import re
from dataclasses import dataclass

from truceline.recount.persons import People
from truceline.recount.scan import Harm, Scan

_ENDS = frozenset(".c&)(")
"""Kinds of token before which a number stands alone."""
_BEHIND = frozenset(
    {"according", "there", "while", "though", "although", "but", "that", "in", "on", "for", "instead", "from"}
)
_THERE = 4
"""Tokens back in which "there had been" stands."""
_FAR = 8
"""Tokens back in which a figure's own noun and verb stand."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a number: the word right before it, and the words before that, nearest first."""

    word: str
    earlier: tuple[str, ...]


def read_likewise(scan: Scan, before: str | None) -> list[Harm]:
    """Harm told by numbers alone, of the kind told before them in the sentence, or in the one `before`."""
    out: list[Harm] = []
    for i, token in enumerate(scan.tokens):
        people = scan.people.get(i)
        if people is None or not _counts_alone(scan, i, people):
            continue
        own = [h for h in (*scan.found, *out) if h.end <= token.start and h.kind != "hit"]
        kind = _named(scan, i) or (_kind(own) if own else before)
        if kind is not None and _is_figure(scan, i, counted=bool(own)):
            out.append(_harm(scan, i, people, kind))
    return out


def _counts_alone(scan: Scan, i: int, people: People) -> bool:
    """Whether a number that no statement of harm holds counts whoever was counted before."""
    token = scan.tokens[i]
    if token.quantity is None or not _bare(scan, people) or not _alone(scan, i) or _is_of_a_deed(scan, i):
        return False
    return not any(h.start <= token.start < h.end for h in scan.found)


def _is_of_a_deed(scan: Scan, i: int) -> bool:
    """Whether "one" is a deed of the kind told before, and nobody: "no massacre, then that there had been one"."""
    words = [t.word for t in scan.tokens[max(0, i - _THERE) : i]]
    return scan.tokens[i].word == "one" and "there" in words and words[-1] in {"been", "was", "were", "is"}


def _kind(harms: list[Harm]) -> str:
    """Of whom a bare figure is: of the dead, where any are told."""
    return "killed" if any(h.kind == "killed" for h in harms) else "injured"


def _named(scan: Scan, i: int) -> str | None:
    """The kind that a figure's own noun names: "gave 137 as the figure for the dead"."""
    after = scan.tokens[i + 1 : i + _FAR]
    if not after or after[0].word != "as":
        return None
    return next((t.mark.split(".")[0] for t in after if t.word in scan.lexicon.sets["harmed"]), None)


def _bare(scan: Scan, people: People) -> bool:
    """Whether a number counts whoever was counted before: no year, no vague word, nothing it names itself."""
    quantity = scan.tokens[people.first].quantity
    if not people.counted or people.vague or people.part or people.first != people.last or quantity is None:
        return False
    if re.fullmatch(r"(?:19|20)\d\d", quantity.text):
        return False  # a year
    behind = [t.word for t in scan.tokens[people.first + 1 : people.first + 2]]
    return not quantity.unit or [quantity.unit.split()[0].lower()] == behind


def _alone(scan: Scan, i: int) -> bool:
    after = scan.tokens[i + 1] if i + 1 < len(scan.tokens) else None
    if after is None or after.kind in _ENDS or after.word in _BEHIND:
        return True
    return after.word == "as" and _named(scan, i) is not None


def _is_figure(scan: Scan, i: int, *, counted: bool) -> bool:
    """Whether words before the number at position `i` make it a teller's figure; `counted`: behind one of the sentence.

    Only behind another is "it was 20" or "then ten" a figure.
    """
    lexicon = scan.lexicon
    told = _before(scan, i)
    if told.word in lexicon.sets["figuring"] or (counted and told.word in lexicon.sets["saying_figures"]):
        return True
    if told.word in {"of", "to", "at"}:
        return _by_small_word(scan, told, counted=counted)
    near = set(told.earlier[:3])
    if told.word in {"was", "were", "been", "is"}:
        figure = bool(near & (lexicon.either | lexicon.tolls.keys()))
        return figure or (counted and bool(near & {"it", "there"}))
    return counted and ((told.word == "nearer" and "it" in near) or _listed(scan, i))


def _by_small_word(scan: Scan, told: _Before, *, counted: bool) -> bool:
    """Whether a small word links the number to a verb or noun for figures: "spoke of 38", "put it at 40"."""
    if not told.earlier:
        return False
    lexicon = scan.lexicon
    nouns = lexicon.either | lexicon.tolls.keys()
    near = set(told.earlier[:3])
    if told.word == "of":
        return told.earlier[0] in lexicon.sets["speaking_of"] or told.earlier[0] in nouns
    if told.word == "at":
        return bool(near & lexicon.sets["putting"]) and ("it" in near or bool(nouns.intersection(told.earlier)))
    raised = lexicon.raised.intersection(told.earlier[:_FAR]) and nouns.intersection(told.earlier[:4])
    return told.earlier[0] in lexicon.sets["admitting"] or bool(counted and raised)


def _listed(scan: Scan, i: int) -> bool:
    """Whether the number stands in a row of figures: "eight dead, then ten", "three died, ten according to X"."""
    before = [t.word for t in scan.tokens[max(0, i - 2) : i]]
    after = [t.word for t in scan.tokens[i + 1 : i + 3]]
    return before == [",", "then"] or (before[-1:] in ([","], [";"]) and after == ["according", "to"])


def _before(scan: Scan, i: int) -> _Before:
    """The words before a number, adverbs and quotation marks left out, none from before a semicolon."""
    words: list[str] = []
    for token in reversed(scan.tokens[max(0, i - _FAR - 4) : i]):
        if token.word == ";":
            break
        if token.kind != "r" and token.word not in {'"', "“", "”", "only", "just", "above"}:
            words.append(token.word)
    return _Before(words[0], tuple(words[1:])) if words else _Before("", ())


def _harm(scan: Scan, i: int, people: People, kind: str) -> Harm:
    token = scan.tokens[i]
    span = token.start, token.end
    return Harm(
        kind=kind,
        start=span[0],
        end=span[1],
        low=people.low,
        high=people.high,
        comparator=people.comparator,
        text=scan.text[span[0] : span[1]],
        heads=(people,),
        words=(span,),
        cue=span,
    )
