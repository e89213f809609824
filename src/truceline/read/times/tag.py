"""TIMEX3 expressions: type, value and modifier, counted from the dateline and the story's own dates."""

from truceline.model.span import Span
from truceline.model.when import Published, TimeMention


def find_times(text: str, sentences: tuple[Span, ...], published: Published | None) -> tuple[TimeMention, ...]:  # noqa: ARG001
    """Every time expression, in order of the text; intervals are filled in by resolve."""
    return ()
