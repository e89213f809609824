"""Stated totals added up again from their stated parts: one verdict and one sentence each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from truceline.model.snapshot import OfficialTally, Part

_AT_MOST_SUBSTITUTED = 3


def check_tally(tally: OfficialTally) -> OfficialTally:
    """The tally with its parts added, a verdict and a sentence; a part's own parts are tried in its place."""
    top = [p for p in tally.parts if p.of is None]
    if not top:
        sentence = f"No parts were stated, so {_stated(tally)} cannot be checked."
        return replace(tally, added=None, verdict="cannot_be_checked", sentence=sentence)
    added = sum(p.value for p in top)
    inner = _inner_faults(tally.parts)
    if _fits(added, tally) and not inner:
        sentence = f"{_sum(p.value for p in top)} make {added}, which agrees with {_stated(tally)}."
        return replace(tally, added=added, verdict="adds_up", sentence=sentence)
    return replace(tally, added=added, verdict="does_not_add_up", sentence=_fault(tally, top, added, inner))


def _fault(tally: OfficialTally, top: Sequence[Part], added: int, inner: Sequence[tuple[Part, int]]) -> str:
    """What does not add up, and what would."""
    head = f"{_sum(p.value for p in top)} make {added}"
    head += f", which agrees with {_stated(tally)}" if _fits(added, tally) else f", not {_stated(tally)}"
    mended = _mended(tally, top, inner)
    if mended:
        return f"{head}; {mended}."
    told = [f"{p.label} is printed as {p.value}, but its own parts make {own}" for p, own in inner]
    return "; ".join([head, *told]) + "."


def _mended(tally: OfficialTally, top: Sequence[Part], inner: Sequence[tuple[Part, int]]) -> str | None:
    """Printed parts replaced by the sum of their own parts, where that makes the total right."""
    if _fits(sum(p.value for p in top), tally):
        return None
    for size in range(1, min(len(inner), _AT_MOST_SUBSTITUTED) + 1):
        for chosen in combinations(inner, size):
            swap = {p.label: own for p, own in chosen}
            values = [swap.get(p.label, p.value) for p in top]
            if _fits(sum(values), tally):
                told = " and ".join(f"{own} ({_own(tally, p)}) for the printed {p.value}" for p, own in chosen)
                return f"with {told}, {_sum(values)} make {sum(values)}"
    return None


def _inner_faults(parts: Sequence[Part]) -> list[tuple[Part, int]]:
    """Parts that are not what their own parts add up to, with that sum."""
    faults = []
    for part in parts:
        own = [p.value for p in parts if p.of == part.label]
        if own and part.of is None and sum(own) != part.value:
            faults.append((part, sum(own)))
    return faults


def _own(tally: OfficialTally, part: Part) -> str:
    return _sum(p.value for p in tally.parts if p.of == part.label)


def _sum(values: Iterable[int]) -> str:
    return " + ".join(str(v) for v in values)


def _fits(added: int, tally: OfficialTally) -> bool:
    stated = tally.stated
    return {
        ">": added > stated,
        ">=": added >= stated,
        "<": added < stated,
        "<=": added <= stated,
        "~": abs(added - stated) <= max(1, stated // 10),
    }.get(tally.comparator, added == stated)


def _stated(tally: OfficialTally) -> str:
    word = {">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "up to ", "~": "about "}
    return f"the stated {word.get(tally.comparator, '')}{tally.stated}"
