"""A document's own totals, once nobody is left who tells them."""

from dataclasses import replace

from truceline.model.account import ReportedIncident
from truceline.model.reading import Reading


def without_unsaid(reading: Reading) -> Reading:
    """The reading whose incidents keep no number of dead or injured that rests on rejected accounts alone."""
    return replace(reading, incidents=tuple(_standing(i, reading) for i in reading.incidents))


def _standing(incident: ReportedIncident, reading: Reading) -> ReportedIncident:
    own = [a for a in reading.accounts if a.id in incident.accounts]
    told = {f.facet for a in own for f in a.facets}
    held = {f.facet for a in own if a.review != "rejected" for f in a.facets}
    lost = (told - held) & {"killed", "injured"}
    return replace(
        incident,
        killed=None if "killed" in lost else incident.killed,
        injured=None if "injured" in lost else incident.injured,
    )
