"""Words of harm that say nothing of their subject: of who tells of the dead, of the hospital, of one dead before."""

from truceline.recount.present import only_there
from truceline.recount.scan import Scan

_PLACE_END = "hospital"
_RELATIVE = frozenset({"who", "whose"})
_LONG = ("year", "decade", "month", "centur", "generation")
_FAR = 8
"""Tokens ahead in which the verb of the one in the hospital stands."""


def told_beside(scan: Scan, j: int) -> bool:
    """Whether the cue at position `j` is no predicate of harm just done to the people before it."""
    dead = _the_dead(scan, j) or _long_dead(scan, j) or _dead_before(scan, j)
    return dead or _speaks_in_hospital(scan, j) or _were_there(scan, j)


def _the_dead(scan: Scan, j: int) -> bool:
    """Whether the cue is a noun: "put the dead at 40", "the number of wounded"; "three of the dead" are some.

    Of those that speak, "one of the wounded said", nobody says how many they were.
    """
    before = [t.word for t in scan.tokens[max(0, j - 2) : j]]
    if scan.tokens[j].word not in scan.lexicon.sets["harmed"] or not before:
        return False
    if before[-1] == "of":
        return before[0] in scan.lexicon.numbered
    if before[-1] not in {"the", "their"}:
        return False
    return before[0] not in {"of", "among"} or _says(scan, j + 1)


def _says(scan: Scan, at: int) -> bool:
    return at < len(scan.tokens) and scan.tokens[at].word in scan.lexicon.sets["saying"]


def _speaks_in_hospital(scan: Scan, j: int) -> bool:
    """Whether the hospital is where somebody tells: "a farmer, in a hospital bed in Ard, said that ..."."""
    words = scan.tokens[j].word.split()
    if words[0] != "in" or words[-1] != _PLACE_END:
        return False
    for at in range(j + 1, min(len(scan.tokens), j + 1 + _FAR)):
        if _says(scan, at):
            return True
        if scan.tokens[at].kind in "bHw&" or (at in scan.people and not scan.people[at].name):
            return False
    return False


def _were_there(scan: Scan, j: int) -> bool:
    """Whether the hospital is where people were as it was struck: "were hiding in the hospital when it was bombed"."""
    words = scan.tokens[j].word.split()
    before = [p for p in scan.people.values() if p.last < j]
    if words[0] != "in" or words[-1] != _PLACE_END or not before:
        return False
    people = max(before, key=lambda p: p.first)
    sentence = (scan.tokens[0].start, scan.tokens[-1].end)
    return only_there(scan.text, (scan.tokens[people.first].start, scan.tokens[people.last].end), sentence)


def _long_dead(scan: Scan, j: int) -> bool:
    """Whether death lies years back: "had been dead for two years"."""
    after = [t.word for t in scan.tokens[j + 1 : j + 5]]
    units = [t.quantity.unit or "" for t in scan.tokens[j + 1 : j + 5] if t.quantity is not None]
    return after[:1] == ["for"] and any(w.startswith(_LONG) for w in (*after, *units))


def _dead_before(scan: Scan, j: int) -> bool:
    """Whether it only says of whom the talk is: "a man who had died", "the market, whose owner had died".

    "Whose brother had died in the shelling" tells a victim of it.
    """
    tokens = scan.tokens
    if (
        tokens[j].word != "died"
        or not j
        or tokens[j - 1].word != "had"
        or (j + 1 < len(tokens) and _cause(scan, j + 1))
    ):
        return False
    at = j - 2
    while at >= 0 and tokens[at].kind in "xNAPSrth" and tokens[at].word not in _RELATIVE:
        at -= 1
    if at < 1 or tokens[at].word not in _RELATIVE:
        return False
    one = scan.covers.get(at - 1 - (tokens[at - 1].kind == "c"))
    return tokens[at].word == "whose" or (one is not None and one.low == one.high == 1 and not one.counted)


def _cause(scan: Scan, at: int) -> bool:
    """Whether what follows may tell of what somebody died."""
    return scan.tokens[at].kind in "poy" and scan.tokens[at].word not in {"before", "until"}
