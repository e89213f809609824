"""Figures that count nobody: those shot at, and those who may have done it; and the part of a number told before."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def tolls(text: str) -> list[tuple[str, int, int]]:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2021-03-12")
    accounts = read_record(record, local_kit(), Settings()).accounts
    facets = [f for a in accounts for f in a.facets if f.facet in {"killed", "injured"}]
    return [(f.facet, f.value["low"], f.value["high"]) for f in facets]


def injured(text: str) -> list[object]:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2021-03-12")
    return [i.injured for i in read_record(record, local_kit(), Settings()).incidents]


@pytest.mark.parametrize(
    "told",
    [
        "On 2 July 2019 guards shot at migrants in Tajoura.",
        "On 2 July 2019 migrants were shot at by guards in Tajoura.",
        "A doctor said that soldiers had shot at four farmers near Qasr on 2 July 2019.",
    ],
)
def test_who_is_shot_at_is_not_hit(told):
    assert tolls(told) == []
    assert injured(told) == [None]


@pytest.mark.parametrize(
    "told",
    [
        "On 2 July 2019 guards shot three migrants in Tajoura.",
        "On 2 July 2019 three migrants were shot at close range in Tajoura.",
        "On 2 July 2019 three migrants were shot at the gate of a camp in Tajoura.",
    ],
)
def test_who_is_shot_is_hit_wherever_it_was(told):
    assert [i.low for i in injured(told)] == [3]


def test_the_authors_of_a_strike_are_not_its_dead():
    assert tolls("On 2 July 2019 a strike hit Qasr. Thus one strike has three authors.") == []
    assert ("killed", 3, 3) in tolls("On 2 July 2019 a strike hit Qasr and killed three authors.")


def test_a_part_in_figures_counts_what_it_says():
    text = (
        "Shelling along the line went on all year. The foreign ministry said in December 2020 that there had been 5,133"
        " violations and that 46 people had died, 22 of them civilians."
    )
    assert tolls(text) == [("killed", 46, 46), ("killed", 22, 22)]
