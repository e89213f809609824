"""Several happenings in neighbouring sentences: each keeps its day, its place and its dead."""

from collections.abc import Callable

from fakes.made_drafts import at, draft
from truceline.model.reading import Reading
from truceline.model.when import TimeMention

Recount = Callable[..., Reading]


def day(text: str, words: str, iso: str) -> TimeMention:
    start, end = at(text, words)
    return TimeMention(start=start, end=end, type="DATE", value=iso, earliest=iso, latest=iso, granularity="day")


def test_truces_of_two_days_are_two_steps(recount: Recount) -> None:
    """
    A truce was agreed on 10 October. A second was announced on 17 October.
    """
    text = "A truce was agreed on 10 October. A second was announced on 17 October."
    both = draft(
        text,
        "ceasefire_step",
        ["agreed", "announced"],
        ("time", "10 October", "affirmed"),
        ("time", "17 October", "affirmed"),
    )
    times = (day(text, "10 October", "2020-10-10"), day(text, "17 October", "2020-10-17"))
    reading = recount(text, drafts=[both], times=times)
    told = sorted((i.time.earliest, text[slice(*i.mentions[0])]) for i in reading.incidents if i.time)
    assert told == [("2020-10-10", "agreed"), ("2020-10-17", "announced")]


def test_a_mention_that_points_back_stays_with_its_own(recount: Recount) -> None:
    text = "A truce was agreed on 10 October. The agreement was denounced on 17 October."
    both = draft(
        text,
        "ceasefire_step",
        ["agreed", "agreement"],
        ("time", "10 October", "affirmed"),
        ("time", "17 October", "affirmed"),
    )
    times = (day(text, "10 October", "2020-10-10"), day(text, "17 October", "2020-10-17"))
    assert len(recount(text, drafts=[both], times=times).incidents) == 1
