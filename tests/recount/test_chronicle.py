"""Several happenings in neighbouring sentences: each keeps its day, its place and its dead."""

from collections.abc import Callable

from fakes.made_drafts import at, draft
from truceline.model.reading import Reading
from truceline.model.when import TimeMention

Recount = Callable[..., Reading]


def day(text: str, words: str, iso: str) -> TimeMention:
    start, end = at(text, words)
    return TimeMention(start=start, end=end, type="DATE", value=iso, earliest=iso, latest=iso, granularity="day")


def steps(text: str, recount: Recount, *mentions: str) -> list[tuple[str | None, list[str]]]:
    """The day and the words of each incident, where one draft has all the mentions and both days."""
    facets = ("time", "10 October", "affirmed"), ("time", "17 October", "affirmed")
    times = (day(text, "10 October", "2020-10-10"), day(text, "17 October", "2020-10-17"))
    reading = recount(text, drafts=[draft(text, "ceasefire_step", list(mentions), *facets)], times=times)
    return sorted((i.time and i.time.earliest, [text[slice(*m)] for m in i.mentions]) for i in reading.incidents)


def test_truces_of_two_days_are_two_steps(recount: Recount) -> None:
    text = "A truce was agreed on 10 October. A second was announced on 17 October."
    told = steps(text, recount, "agreed", "announced")
    assert [(day, words[0]) for day, words in told] == [("2020-10-10", "agreed"), ("2020-10-17", "announced")]


def test_a_mention_that_points_back_stays_with_its_own(recount: Recount) -> None:
    text = "A truce was agreed on 10 October. The agreement was denounced on 17 October."
    assert len(steps(text, recount, "agreed", "agreement")) == 1
