"""Whose governor tells says in a long text nothing of where it happened."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

FILLER = "The envoys spent the week in hotels, and each of their spokesmen had a different word for it. " * 26
_KIT = local_kit()


@pytest.mark.parametrize("office", ["governor of Aleppo", "prefect of Aleppo"])
def test_the_governors_land_is_not_the_place(office: str) -> None:
    deed = "Late on 9 May a column was halted on the road at Kelmun. What followed was an air strike of another order."
    text = f"{deed} Rahim Dorr, {office}, spoke of nine soldiers killed, then of 22.\n\n{FILLER}"
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct="2021-06-05")
    incidents = read_record(record, _KIT, Settings()).incidents
    assert incidents
    assert not [i for i in incidents if i.place is not None and "Aleppo" in i.place.name]
