"""Mentions to what they mean: places to points, times to intervals, names to actors."""

from truceline.model.reading import Reading
from truceline.model.settings import Settings
from truceline.resolve.kit import ResolveKit


def resolve_mentions(reading: Reading, kit: ResolveKit, settings: Settings) -> Reading:  # noqa: ARG001
    """The reading with its places, times and actors resolved, or left open."""
    return reading
