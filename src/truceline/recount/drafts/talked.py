"""Talks of a long text and what they agreed, told side by side: one happening.

"Seven weeks after the handshake in X, nobody knows what was agreed. The text accepted on 3 May is short."
"""

from collections.abc import Sequence
from itertools import pairwise

from truceline.model.reading import Reading
from truceline.recount.drafts.as_one import as_one, is_total, named
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.passages import Passages
from truceline.recount.drafts.scene_of import set_apart, told_of
from truceline.recount.drafts.told_on import told_as_further

_TALKED = frozenset({"talks", "ceasefire_step"})
_NEAR = 2
"""Sentences within which talks and their outcome are told."""


def talked_once(pairs: Sequence[Paired], page: Passages, reading: Reading) -> list[Paired]:
    """The pairs, talks and the step told next to them in a paragraph brought together, where no day or place parts."""
    talks = sorted((n for n, p in enumerate(pairs) if _is_talked(p)), key=lambda n: named(pairs[n])[0])
    made: list[Paired | None] = list(pairs)
    homes: dict[int, int] = {}
    for before, n in pairwise(talks):
        home = homes.get(before, before)
        one, other = made[home], pairs[n]
        if one is not None and _beside(pairs[before], other, page) and _may_be_one(one, other, page, reading):
            made[home], made[n] = as_one(one, other), None
            homes[n] = home
    return [p for p in made if p is not None]


def _is_talked(pair: Paired) -> bool:
    return pair.draft is not None and pair.draft.event_type in _TALKED and not is_total(pair) and bool(named(pair))


def _beside(one: Paired, other: Paired, page: Passages) -> bool:
    """Whether two are told within a few sentences of one paragraph."""
    ends = [page.at(s[0]) for s in named(one)]
    first = page.at(named(other)[0][0])
    near = [n for n in ends if n >= 0 and abs(first - n) <= _NEAR]
    return first >= 0 and any(page.paragraphs[n] == page.paragraphs[first] for n in near)


def _may_be_one(one: Paired, other: Paired, page: Passages, reading: Reading) -> bool:
    text = reading.prose
    if any(told_as_further(s, page, text) for s in named(other)):
        return False
    times, places = (told_of(one, "time"), told_of(other, "time")), (told_of(one, "place"), told_of(other, "place"))
    return not set_apart(times, places, reading)
