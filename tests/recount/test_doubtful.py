"""Happenings of an article of which neither a day nor anybody hurt is told stand where the reader is sure of them."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.amount import Range
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.when import Time
from truceline.recount.drafts.doubtful import is_doubtful
from truceline.recount.drafts.match import Paired

DAY = Time(earliest="2031-05-14", latest="2031-05-14", granularity="day", edtf="2031-05-14")

ONE = Range(low=1, high=1, text="one", comparator="=")


def made(time: Time | None = None, killed: Range | None = None) -> ReportedIncident:
    return ReportedIncident(
        key="i1",
        event_type="evacuation",
        aggregate=False,
        place=None,
        time=time,
        killed=killed,
        injured=None,
        casualties=(),
        mentions=((4, 11),),
        accounts=("a1",),
    )


AFTER = DraftFacet(facet="time", span=(20, 42), polarity="affirmed", score=0.8)


def told(score: float, *facets: DraftFacet) -> Paired:
    mention = DraftMention(span=(4, 11), score=score, types=(("evacuation", 0.9),), facets=facets)
    return Paired(None, Draft(aggregate=False, mentions=(mention,)))


def test_an_unsure_word_alone_tells_of_nothing() -> None:
    assert is_doubtful(made(), told(0.8))


@pytest.mark.parametrize(
    ("happening", "score"),
    [(made(), 0.9), (made(time=DAY), 0.8), (made(killed=ONE), 0.8)],
)
def test_a_sure_word_a_day_or_a_toll_tells_of_something(happening: ReportedIncident, score: float) -> None:
    assert not is_doubtful(happening, told(score))


def test_one_told_as_some_minutes_after_another_is_set_in_time() -> None:
    assert not is_doubtful(made(), told(0.8, AFTER))
