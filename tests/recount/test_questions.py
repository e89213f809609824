"""What is only asked says of no deed that it happened; what a question takes for granted stands."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def polarities(text: str) -> set[str]:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2031-05-05")
    reading = read_record(record, local_kit(), Settings())
    return {f.polarity for a in reading.accounts for f in a.facets if f.facet == "occurrence"}


@pytest.mark.parametrize(
    ("asked", "polarity"),
    [
        ("Q: Did your forces hit the ambulance near Velk yesterday?", "open"),
        ("Question (Wire): Did your forces hit the ambulance near Velk yesterday?", "open"),
        ("Q: Why did your forces hit the ambulance near Velk yesterday?", "affirmed"),
        ("Your forces hit the ambulance near Velk yesterday.", "affirmed"),
    ],
)
def test_whether_a_deed_was_done_is_left_open(asked: str, polarity: str) -> None:
    assert polarities(f"Press briefing of 5 May 2031\n\n{asked}\n\nMS. HALE: Ask them.") == {polarity}


def test_whose_deed_it_was_is_only_asked_too() -> None:
    text = "Question (Wire): Did the army shell Homs on 4 May?\n\nColonel SOREL: I can neither confirm nor deny this."
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2031-05-05")
    accounts = read_record(record, local_kit(), Settings()).accounts
    assert {f.polarity for a in accounts for f in a.facets if f.facet in {"occurrence", "responsibility"}} == {"open"}
