"""Names and labels of actors in the text."""

from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.read.kit import ReadKit


def find_actors(text: str, sentences: tuple[Span, ...], kit: ReadKit) -> tuple[ActorMention, ...]:  # noqa: ARG001
    """Known names by the registry, unknown names as new actors, labels as labels."""
    return ()
