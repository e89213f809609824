"""Happenings of an article of which neither a day nor anybody hurt is told stand where the reader is sure of them."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.amount import Range
from truceline.model.draft import Draft, DraftMention
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


def told(score: float) -> Paired:
    mention = DraftMention(span=(4, 11), score=score, types=(("evacuation", 0.9),))
    return Paired(None, Draft(aggregate=False, mentions=(mention,)))


def test_an_unsure_word_alone_tells_of_nothing() -> None:
    assert is_doubtful(made(), told(0.8))


@pytest.mark.parametrize(
    ("happening", "score"),
    [(made(), 0.9), (made(time=DAY), 0.8), (made(killed=ONE), 0.8)],
)
def test_a_sure_word_a_day_or_a_toll_tells_of_something(happening: ReportedIncident, score: float) -> None:
    assert not is_doubtful(happening, told(score))
