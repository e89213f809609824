"""Numbers right before a word of harm, which count those harmed whoever tells of them: "a clinic spoke of 30 dead"."""

from dataclasses import replace

from truceline.recount.persons import People
from truceline.recount.scan import Scan

_AGED = frozenset({"aged", "age"})
_MORE = frozenset({"more", "others"})
_OF_THEM = frozenset({"of them", "of those", "of these"})
_SINGULAR = frozenset({"was", "is", "has"})
_HELPERS = "br"
"""Kinds of token that stand between people and the cue said of them."""


def number_before(scan: Scan, floor: int, j: int) -> People | None:
    """The bare number right before the cue at position `j` and its helpers, which is no age and no part of a name."""
    at = j - 1
    while at >= floor and scan.tokens[at].kind in _HELPERS:
        at -= 1
    more = at > floor and scan.tokens[at].word in _MORE
    of_them = at > floor and scan.tokens[at].word in _OF_THEM
    at -= more or of_them
    people = scan.covers.get(at) if at >= floor else None
    if people is None or not _is_bare_number(people) or _of_somebody(scan, at, people) or _joined(scan, at):
        return None
    kind = scan.tokens[j].mark.split(".")[0]
    part = of_them and any(h.kind == kind for h in scan.found)
    return replace(people, more=more, part=part) if more or part else people


def _is_bare_number(people: People) -> bool:
    """Whether people are told by one exact number alone."""
    return people.counted and not people.part and not people.vague and people.first == people.last


def _of_somebody(scan: Scan, at: int, people: People) -> bool:
    """Whether the number says how old somebody is, or ends a name: "a girl of 8", "the age of 9", "Flight 30"."""
    if not at:
        return False
    before = scan.tokens[at - 1]
    earlier = scan.tokens[at - 2] if at > 1 else None
    one = scan.covers.get(at - 2) if before.kind == "o" and earlier else None
    if one is not None and not one.counted:
        return True
    if before.kind == "N" and (earlier is None or earlier.kind != "p" or _is_singular(scan, at, people)):
        return True
    of_age = before.word == "of" and earlier is not None and earlier.word in _AGED
    return of_age or before.word in _AGED


def _is_singular(scan: Scan, at: int, people: People) -> bool:
    """Whether the verb behind a number of several is of one: "Flight 30 was hit"."""
    return people.low != 1 and scan.tokens[at + 1].word in _SINGULAR


def _joined(scan: Scan, at: int) -> bool:
    """Whether the number is joined to people or ages told before it: "two guards and three", "aged 6 and 9"."""
    k = at - 1
    while k >= 0 and scan.tokens[k].kind in "cr":
        k -= 1
    return k > 0 and scan.tokens[k].kind == "&" and ((k - 1) in scan.covers or scan.tokens[k - 1].kind in "0q")


def of_the_dead(scan: Scan, j: int) -> tuple[People, ...] | None:
    """Those counted of "the dead", as in "at least 50 of the dead"; empty without a number, None for other words."""
    before = [t.word for t in scan.tokens[max(0, j - 2) : j]]
    if before != ["of", "the"] or scan.tokens[j].word not in scan.lexicon.sets["harmed"]:
        return None
    some = scan.covers.get(j - 3)
    if some is None or not some.counted or some.high == 0:
        return ()
    return (People(first=some.first, last=some.last, low=some.low, high=some.high, comparator=some.comparator,
                   part=True, counted=True),)  # fmt: skip


def one_named_before(scan: Scan, j: int) -> tuple[People, ...]:
    """The one named before of whom a passive is told: "she was killed in her yard"."""
    at = j - 1
    while at > 0 and scan.tokens[at].kind in _HELPERS:
        at -= 1
    one = at >= 0 and scan.tokens[at].word in {"he", "she"}
    return (People(first=at, last=at, low=1, high=1, definite=True),) if one else ()


_YEAR = 4
"""Digits of a year."""


def died_of_it(scan: Scan, j: int) -> bool:
    """Whether the word of dying at `j` may be of the one person told before to be hurt: "He died at a hospital"."""
    return scan.one_hurt and scan.tokens[j].mark == "killed.state" and not _tells_year(scan)


def done_to_one(scan: Scan, j: int, *, passive: bool) -> bool:
    """Whether the word at `j` may be told of one by a pronoun: "she was killed", "he was shot in the arm"."""
    mark = scan.tokens[j].mark
    return passive and (mark == "killed.done" or (mark == "hit.done" and not _tells_year(scan)))


def _tells_year(scan: Scan) -> bool:
    """Whether a sentence has a year: "he died in 1999" is a story."""
    return any(t.word.isdigit() and len(t.word) == _YEAR for t in scan.tokens)
