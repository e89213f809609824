"""Quantities: numbers with their bounds, unit and what they are of."""

from truceline.model.amount import Quantity
from truceline.model.span import Span
from truceline.model.when import TimeMention


def find_quantities(text: str, sentences: tuple[Span, ...], times: tuple[TimeMention, ...]) -> tuple[Quantity, ...]:  # noqa: ARG001
    """Numbers that are no dates: "at least 62", "over 100", "dozens", "100 000" with a non-breaking space."""
    return ()
