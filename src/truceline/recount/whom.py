"""Whom a word of harm is told of, where other people stand before it."""

from truceline.recount.nearest import number_before
from truceline.recount.persons import People
from truceline.recount.scan import Scan

_LEFT = frozenset({"left", "leaves", "leaving"})


def left_so(scan: Scan, floor: int, j: int) -> int:
    """Where people stand behind "left": these are the harmed, not those before: "a fire that left | two dead"."""
    return next(
        (i + 1 for i in range(j - 2, floor, -1) if scan.tokens[i].word in _LEFT and i + 1 in scan.people), floor
    )


_CARRIED = frozenset({"taken", "rushed", "transported", "brought", "airlifted", "flown", "driven", "moved"})


def brought_in(scan: Scan, floor: int, j: int) -> tuple[People, ...]:
    """Those counted who were carried off with wounds: "four people were taken to three hospitals with injuries"."""
    carried = next((i for i in range(j - 1, max(floor, j - 9), -1) if scan.tokens[i].word in _CARRIED), None)
    if carried is None or scan.tokens[carried - 1].kind not in "br":
        return ()
    at = carried - 1
    while at >= floor and scan.tokens[at].kind in "br":
        at -= 1
    people = scan.covers.get(at) or number_before(scan, floor, carried)
    return (people,) if people is not None and people.counted and people.first >= floor else ()


_HE = frozenset({"he", "she"})


def one_is_meant(scan: Scan, heads: tuple[People, ...], at: int) -> bool:
    """Whether the cue is said of one by a pronoun, and these are several: "relatives drove him where he is in care".

    The pronoun would stand at `at`.
    """
    return at >= 0 and scan.tokens[at].word in _HE and heads[-1].last < at and sum(p.low or 0 for p in heads) > 1
