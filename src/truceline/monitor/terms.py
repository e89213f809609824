"""Incidents held against the terms of an agreement: alleged breaches, tallies, obligations, official totals."""

from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.agreement import Agreement
from truceline.model.entry import Entry
from truceline.model.snapshot import AllegedBreach, Incident, ObligationStatus, OfficialTally, Tally
from truceline.monitor.kit import MonitorKit


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitored:
    """What monitoring gives."""

    breaches: tuple[AllegedBreach, ...] = ()
    tallies: tuple[Tally, ...] = ()
    obligations: tuple[ObligationStatus, ...] = ()
    official: tuple[OfficialTally, ...] = ()


def monitor_terms(
    incidents: Sequence[Incident],  # noqa: ARG001
    entries: Sequence[Entry],  # noqa: ARG001
    agreements: Sequence[Agreement],  # noqa: ARG001
    official: Sequence[OfficialTally],
    kit: MonitorKit,  # noqa: ARG001
) -> Monitored:
    """Alleged breaches per term, accused, accuser and day, for each party's position on the window."""
    return Monitored(official=tuple(official))
