"""From statements of harm to one happening's totals: the document's main version, and the range over its tellers."""

from collections.abc import Sequence

from truceline.model.amount import Range
from truceline.recount.harm import Harm


def total(harms: Sequence[Harm], kind: str) -> Range | None:
    """Range of the killed or injured over all tellers; None where nothing is said of them."""
    said = [h for h in harms if h.kind == kind and not h.denied]
    if not said:
        return None
    first = said[0]
    return Range(low=first.low, high=first.high, text=first.text, comparator=first.comparator)  # type: ignore[arg-type]
