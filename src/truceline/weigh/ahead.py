"""Incidents dated after the day their documents were taken in: announced, or misread. They stay, and are named."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from truceline.model.entry import Entry
from truceline.model.problem import Problem
from truceline.model.snapshot import Incident
from truceline.model.when import Time
from truceline.weigh.titles import day_words

DATED_AHEAD = "dated_ahead"


def dated_ahead(incidents: Sequence[Incident], entries: Sequence[Entry]) -> Mapping[str, tuple[Problem, ...]]:
    """By document, a Problem for each of its incidents that was still to come when all their documents had come in.

    What an analyst accepted or rejected has been looked at.
    """
    at = {e.id: e for e in entries}
    found: dict[str, list[Problem]] = defaultdict(list)
    for incident in incidents:
        received = max((at[d].received_at or "" for d in incident.documents if d in at), default="")[:10]
        if received and incident.review == "machine" and _first_day(incident) > received:
            for document in incident.documents:
                found[document].append(_problem(incident, at[document], received))
    return {document: tuple(problems) for document, problems in found.items()}


def _first_day(incident: Incident) -> str:
    """ISO date of its earliest day; "" where it has none."""
    return incident.time.earliest[:10] if incident.time and incident.time.earliest else ""


def _problem(incident: Incident, entry: Entry, received: str) -> Problem:
    taken_in = day_words(Time(earliest=received))
    return Problem(
        stage="weigh",
        where=entry.given_id,
        code=DATED_AHEAD,
        message=f"{incident.id} is dated {day_words(incident.time)}, after it was taken in on {taken_in}",
        mend="look at its sentence: accept it if it was announced, edit its time if the day was misread",
    )
