"""From statements of harm to one happening's totals: the document's main version, and the range over its tellers."""

from collections.abc import Sequence

from truceline.model.amount import Range
from truceline.recount.harm import Harm


def total(harms: Sequence[Harm], kind: str) -> Range | None:
    """Range of the killed or injured over all tellers; None where nothing is said of them."""
    said = [h for h in harms if h.kind == kind and not h.denied]
    if not said:
        return None
    lead = _lead(said)
    others = [h for h in said if h is not lead and _whole(h)]
    low, high = lead.low, lead.high
    tops = [h.high or h.low or 0 for h in others]
    if high is None or lead.heads[0].vague:
        top = max(tops, default=0)
        if top > (low or 0):
            high = top
    if low is None:
        low = min((t for t in tops if 0 < t <= (high or 0)), default=None)
    sign = lead.comparator if (low, high) == (lead.low, lead.high) else "between"
    return Range(low=low, high=high, text=lead.text, comparator=sign)  # type: ignore[arg-type]


def _lead(said: Sequence[Harm]) -> Harm:
    for harm in said:
        if any(p.counted for p in harm.heads):
            return harm
        if harm.sentence > 1:
            break
    return said[0]


def _whole(harm: Harm) -> bool:
    head = harm.heads[0]
    return head.counted and not head.part and not head.definite and not head.vague
