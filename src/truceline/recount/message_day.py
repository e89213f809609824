"""The day of what a chat's message tells without any: people write there of what is happening to them."""

from dataclasses import replace

from truceline.model.account import ReportedIncident
from truceline.model.when import OF_MESSAGES, Published, Time


def with_message_day(incident: ReportedIncident, published: Published | None) -> ReportedIncident:
    """The incident, of the messages' own day where it has none; `anchor` says that the day is inferred.

    A total has none: it is of longer than a day.
    """
    if incident.time is not None or incident.aggregate or published is None or published.reason != OF_MESSAGES:
        return incident
    day = published.earliest
    time = Time(earliest=day, latest=day, granularity="day", edtf=day, anchor=f"inferred from {OF_MESSAGES} {day}")
    return replace(incident, time=time)
