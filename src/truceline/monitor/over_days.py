"""Totals of a stretch of days, told without parts: "6 attacks between 7 and 13 February, 41 killed"."""

import re
from collections.abc import Iterator

from truceline.model.account import ReportedIncident
from truceline.model.amount import Quantity, Range
from truceline.model.entry import Entry
from truceline.model.span import Span
from truceline.monitor.kit import TotalWords


def counted_over_days(entry: Entry, words: TotalWords) -> Iterator[tuple[Span, Span, str, str, Range | Quantity]]:
    """What a document counts over several days: its sentence, where it is said, the period, the unit and how many."""
    for incident in entry.reading.incidents:
        time = incident.time
        if not incident.aggregate or time is None or time.granularity != "range" or time.edtf is None:
            continue
        sentence = _sentence(entry, incident)
        if sentence is None:
            continue
        for at, unit, count in _counts(entry, incident, sentence, words):
            yield sentence, at, time.edtf, unit, count


def _sentence(entry: Entry, incident: ReportedIncident) -> Span | None:
    """The sentence that first tells of a happening."""
    first = min((start for start, _ in incident.mentions), default=None)
    return next((s for s in entry.reading.sentences if first is not None and s[0] <= first < s[1]), None)


def _counts(
    entry: Entry, incident: ReportedIncident, sentence: Span, words: TotalWords
) -> Iterator[tuple[Span, str, Range | Quantity]]:
    """How many happenings a sentence counts, and then the dead and hurt told of them."""
    reading = entry.reading
    unit = re.compile(rf"\s+(?:[\w’'-]+\s+){{0,2}}?({'|'.join(words.units)})\b", re.IGNORECASE)
    here = (q for q in reading.quantities if sentence[0] <= q.start < sentence[1])
    told = next(((q, m[1].casefold()) for q in here if (m := unit.match(reading.prose, q.end))), None)
    if told is None:
        return
    yield (told[0].start, told[0].end), told[1], told[0]
    facets = [f for a in reading.accounts if a.id in incident.accounts for f in a.facets if f.polarity == "affirmed"]
    for name, whole in (("killed", incident.killed), ("injured", incident.injured)):
        at = next((f.spans[0] for f in facets if f.facet == name), None)
        if whole is not None and at is not None:
            yield at, name, whole
