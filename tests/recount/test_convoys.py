"""Convoys that are held up and let through: one obstruction, however many lorries, and then aid that goes on."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

_KIT = local_kit()


def read(text):
    """The reading of a text."""
    return read_record(Record(id="d", where="d.txt", text=text, data=text.encode()), _KIT, Settings())


def kinds(text):
    """Types of the happenings of a text."""
    return [i.event_type for i in read(text).incidents]


@pytest.mark.parametrize(
    "held",
    [
        "A convoy of 14 trucks of Hearth Relief has been held at the checkpoint at Varn Bridge since 09:15.",
        "A convoy of 30 lorries loaded with flour has been blocked at Varn Bridge since Monday.",
    ],
)
def test_one_convoy_of_many_lorries_is_no_total(held):
    assert [i.aggregate for i in read(f"KELM, 5 May 2032 - {held}").incidents] == [False]


def test_lorries_counted_over_weeks_stay_a_total():
    told = read("KELM, 5 May 2032 - Since March, 140 trucks have been turned back at Varn Bridge, the agency said.")
    assert [i.aggregate for i in told.incidents] == [True]


@pytest.mark.parametrize(
    "told",
    [
        "The aid convoy, held by soldiers at Varn Bridge since Wednesday, was allowed to cross on Thursday.",
        "The aid convoy that had been held at Varn Bridge since Wednesday was let through on Thursday.",
        "Hearth Relief said its convoy, stopped at Varn Bridge on Wednesday, has been waved on.",
        "An aid convoy was held at Varn Bridge on Wednesday, but soldiers let it through on Thursday.",
    ],
)
def test_who_is_let_through_is_not_held_up_again(told):
    assert sorted(kinds(f"KELM, 7 May 2032 - {told}")) == ["aid_delivered", "aid_obstructed"]


@pytest.mark.parametrize(
    "told",
    [
        "Soldiers refused to let an aid convoy through at Varn Bridge on Thursday.",
        "Hearth Relief asked that the trucks held at Varn Bridge since Monday be allowed to cross.",
        "The trucks held at Varn Bridge since Monday were not allowed to cross.",
    ],
)
def test_leave_refused_or_asked_for_delivers_nothing(told):
    assert "aid_delivered" not in kinds(f"KELM, 7 May 2032 - {told}")


def test_a_second_convoy_that_crosses_is_told_beside_the_one_held() -> None:
    told = read(
        "KARESH, 8 May 2032 - Rebels have held a convoy at Dorve since Wednesday. A second convoy was allowed to cross "
        "on Thursday, the Council said."
    )
    assert [i.event_type for i in told.incidents] == ["aid_obstructed", "aid_delivered"]
