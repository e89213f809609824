"""Shots that hit nobody: a noun ("heard a shot"), fire returned ("shot back"), aircraft shot down."""

from truceline.recount.coordination import find_object
from truceline.recount.persons import People
from truceline.recount.scan import Scan
from truceline.recount.subject import find_subject

_ONE_SHOT = frozenset({"any", "single", "warning", "first", "last", "every", "no"})


def is_no_hit(scan: Scan, j: int) -> bool:
    """Whether "shot" at position `j` is a noun, or fire that is returned: "without a shot", "the troops shot back"."""
    before = scan.tokens[j - 1] if j else None
    noun = before is not None and (before.kind in "at" or before.word in _ONE_SHOT)
    return noun or _next(scan, j) == "back"


def shoots_down(scan: Scan, j: int) -> bool:
    """Whether something or somebody is "shot down"."""
    return _next(scan, j) == "down"


def shot_down(scan: Scan, j: int, *, passive: bool) -> tuple[People, ...]:
    """The people shot down; nobody where it is an aircraft, by its name or number: "shot down four jets"."""
    heads = find_subject(scan, scan.floor, j)[0] if passive else find_object(scan, j + 2)[0]
    return () if any(p.name or (p.counted and p.first == p.last) for p in heads) else heads


def _next(scan: Scan, j: int) -> str:
    return scan.tokens[j + 1].word if j + 1 < len(scan.tokens) else ""
