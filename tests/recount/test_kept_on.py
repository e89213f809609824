"""What never stopped went on: that denies nothing."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2020-03-12")
    return read_record(record, local_kit(), Settings())


def denied(reading: Reading) -> list[str]:
    return [f.facet for a in reading.accounts for f in a.facets if f.polarity == "denied"]


@pytest.mark.parametrize(
    "told",
    [
        "The opposition said that the government had never stopped its shelling of Idlib.",
        "The opposition said that the army did not cease shelling Idlib.",
        "The rebels said that the army had not halted its air strikes on Idlib on 3 May 2019.",
        "The mayor of Qasr said that the militia hasn't stopped firing on the town since 3 May 2019.",
    ],
)
def test_a_deed_that_never_stopped_is_affirmed(told):
    reading = read(told)
    assert [c.act for c in reading.claims] == ["asserts"]
    assert denied(reading) == []
    assert len(reading.incidents) == 1


@pytest.mark.parametrize(
    "told",
    [
        "The army said that it had never shelled Idlib.",
        "The army denied that it had not stopped shelling Idlib.",
        "The army said that it did not stop the convoy of 3 May 2019.",
    ],
)
def test_a_deed_denied_stays_denied(told):
    reading = read(told)
    assert [c.act for c in reading.claims] == ["denies"]
    assert denied(reading) != []
