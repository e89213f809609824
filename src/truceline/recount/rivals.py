"""One happening's dead or hurt over all who count them: from the lowest figure that any teller gives to the highest."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Account, Facet
from truceline.model.amount import Range
from truceline.model.span import overlap
from truceline.recount.scan import Harm

_SOME = frozenset({"children", "women", "medical", "aid_workers", "journalists"})
"""Groups that are as likely a part of the harmed as all of them."""
_TIMES = 5
"""A figure so many times another is no rival of it: it counts something else."""
_SIDES = frozenset({"combatants", "security_forces", "civilians"})


def over_tellers(told: Range | None, kind: str, harms: Sequence[Harm], accounts: Sequence[Account]) -> Range | None:
    """The main figure, where a named teller gives it and no range, widened by what other tellers give as theirs.

    What the document says in its own voice stands, and so does a figure told as risen: it takes the place of others.
    Of a teller's own figures the highest counts: parts may be told beside it.
    """
    mine = [h for h in harms if h.kind == kind]
    if told is None or not told.low or told.low != told.high or any(h.raised for h in mine):
        return told
    whole = [h for h in mine if _is_whole(h)]
    figures = [f for f in _by_teller(accounts, kind, whole) if f.low]
    lead = next((f for f in figures if (f.low, f.text) == (told.low, told.text)), None)
    if lead is None:
        return told
    rivals = [f for f in figures if _near(f.low or 0, told.low) and _alike(f.group, lead.group)]
    low = min(f.low or told.low for f in rivals)
    high = max(f.high or f.low or told.low for f in rivals)
    return told if low == high else replace(told, low=low, high=high, comparator="between")


def _near(one: int, other: int) -> bool:
    return max(one, other) < _TIMES * min(one, other)


def _alike(one: str, other: str) -> bool:
    """Whether two figures may count the same people: fighters are not the civilians that another counts."""
    return one == other or not {one, other} <= _SIDES


def _is_whole(harm: Harm) -> bool:
    """Whether a statement may count all the harmed: no part of them, nobody besides them, not some or many."""
    head = harm.heads[0]
    odd = harm.added or head.part or head.definite or head.vague or head.more or harm.group in _SOME
    return head.counted and not odd and not harm.denied and bool(harm.low)


def _by_teller(accounts: Sequence[Account], kind: str, whole: Sequence[Harm]) -> list[Harm]:
    """Each named teller's own figure."""
    told = {a.tellers: f for a in accounts if a.tellers and (f := _figure(a, kind, whole)) is not None}
    return list(told.values())


def _figure(account: Account, kind: str, whole: Sequence[Harm]) -> Harm | None:
    """A teller's own figure."""
    facets = [f for f in account.facets if f.facet == kind and f.polarity == "affirmed"]
    own = [h for h in whole if any(_is_of(f, h) for f in facets)]
    return max(own, key=lambda h: h.low or 0, default=None)


def _is_of(facet: Facet, harm: Harm) -> bool:
    return any(overlap(s, (harm.start, harm.end)) for s in facet.spans)
