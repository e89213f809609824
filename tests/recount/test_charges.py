"""A charge answered with a charge about another place is another deed; about the same place it is a rival account."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-05-04")
    return read_record(record, local_kit(), Settings())


def charges(reading: Reading) -> set[tuple[str, str]]:
    """Whom each incident's place and blame name."""
    accounts = {a.id: a for a in reading.accounts}
    return {
        (i.place.name if i.place else "", str(f.value))
        for i in reading.incidents
        for key in i.accounts
        for f in accounts[key].facets
        if f.facet == "responsibility"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The army accused the rebels of shelling Tartar. The rebels accused the army of shelling Ostal.",
        "The army accused the rebels of shelling Tartar. The rebels, in turn, accused the army of shelling Ostal.",
        "The army accused the rebels of shelling Tartar. The rebels for their part accused the army of shelling Ostal.",
        "The army accused the rebels of shelling Tartar, while the rebels accused the army of shelling Ostal.",
        "The army accused the rebels of attacking Tartar with mortars; the rebels accused the army of attacking Ostal.",
    ],
)
def test_each_charge_of_another_place_is_a_deed_of_its_own(text: str) -> None:
    assert charges(read(text)) == {("Tartar", "rebels"), ("Ostal", "army")}


def test_towns_side_by_side_are_two_and_a_state_can_be_blamed() -> None:
    near = read("The army accused the rebels of shelling Donetsk. The rebels accused the army of shelling Horlivka.")
    assert charges(near) == {("Donetsk", "rebels"), ("Horlivka", "army")}
    states = read("Azerbaijan accused Armenia of shelling Tartar. Armenia accused Azerbaijan of shelling Ostal.")
    assert charges(states) == {("Tartar", "am"), ("Ostal", "az")}


@pytest.mark.parametrize(
    "text",
    [
        "The army accused the rebels of shelling Oren. The rebels accused the army of shelling Oren itself.",
        "The army blamed the rebels for a strike on Oren. The rebels blamed the army for the strike on the town.",
        "The army accused the rebels of shelling Oren on Monday. The rebels denied shelling Oren.",
    ],
)
def test_rival_accounts_of_one_place_stay_one_incident(text: str) -> None:
    assert len(read(text).incidents) == 1
