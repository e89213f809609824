"""A figure given anew is what the total became, be it higher or lower."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

FIRST = "Shells hit Homs on 3 May 2019. The health ministry said that 40 people had been killed. "


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2020-03-12"), local_kit(), Settings()
    )


def dead(text: str) -> tuple[set[int], list[tuple[int, int]]]:
    """The figures told, and the range of each incident."""
    reading = read(text)
    told = {f.value["low"] for a in reading.accounts for f in a.facets if f.facet == "killed"}
    return told, [(i.killed.low, i.killed.high) for i in reading.incidents if i.killed]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("On Sunday the ministry revised the toll down from 40 to 31.", 31),
        ("It later lowered the death toll to 31.", 31),
        ("The ministry later corrected the number of dead from 40 to 31.", 31),
        ("The ministry has since reduced its toll to 31.", 31),
        ("Later the ministry raised the toll from 40 to 45.", 45),
    ],
)
def test_a_toll_is_what_its_teller_made_of_it(then: str, now: int) -> None:
    assert dead(FIRST + then) == ({now}, [(now, now)])


def test_nobody_replaces_anothers_figure() -> None:
    told, _ = dead(f"{FIRST}The mayor spoke of 45 dead. The ministry later revised its toll down to 31.")
    assert told == {31, 45}


def test_a_head_written_after_the_toll_rose_stands() -> None:
    _, (whole,) = dead(
        "Shells killed 40 people in Homs on 3 May 2019. By noon the toll had risen to 35, the mayor said."
    )
    assert whole == (40, 40)


@pytest.mark.parametrize("told", ["put the dead at 31 to 40", "said that between 31 and 40 people had died"])
def test_a_range_is_no_change(told: str) -> None:
    assert dead(f"Shells hit Homs on 3 May 2019. The mayor {told}.") == ({31}, [(31, 40)])
