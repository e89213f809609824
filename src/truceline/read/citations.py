"""Citations: in-text markers and hyperlinks, the reference list, and the words each stands behind."""

from truceline.model.reading import Citation, Reference
from truceline.model.record import Link
from truceline.model.span import Span


def find_citations(
    text: str, sentences: tuple[Span, ...], links: tuple[Link, ...]
) -> tuple[tuple[Citation, ...], tuple[Reference, ...]]:  # noqa: ARG001
    """Markers such as "[7]" with the statement they cover, and the references they point to."""
    return (), ()
