"""Where somebody speaks is no place of what is told there."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

STRUCK = "An air strike hit a market in Idlib on 2 July 2019 and killed six people."


def read(text: str) -> Reading:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2019-09-05")
    return read_record(record, local_kit(), Settings())


def places(text):
    return {f.value["name"] for a in read(text).accounts for f in a.facets if f.facet == "place"}


@pytest.mark.parametrize(
    "told",
    [
        "At a press conference in Ankara, the spokesman denied that the army had carried out the strike.",
        "In New York, the spokesman said that the strike had hit a crowd.",
        "The minister told reporters in Geneva that the strike had hit a crowd.",
        "Speaking to reporters in Damascus, the minister said that the strike had hit a crowd.",
        "The strike had hit a crowd, the minister said in Moscow on 4 July.",
    ],
)
def test_where_somebody_speaks_of_a_strike_is_not_where_it_fell(told):
    text = f"{STRUCK} {told}"
    assert places(text) & {"Ankara", "New York", "Geneva", "Damascus", "Moscow"} == set()
    assert read(text).incidents[0].place.name == "Idlib"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("In Homs, residents said that jets had bombed the station on 4 July 2019 and killed nine people.", "Homs"),
        ("On 4 July 2019 a bomb went off at a press conference in Ankara and killed nine people.", "Ankara"),
        ("In Ankara, a bomb killed nine people on 4 July 2019, the minister said.", "Ankara"),
    ],
)
def test_where_neighbours_speak_or_words_themselves_place_it_is_where_it_was(told, place):
    assert place in places(f"{STRUCK} {told}")


def test_the_one_place_of_a_report_stands():
    assert "Ankara" in places(
        "The minister said in Ankara that shells had hit a school on 3 July 2019 and killed nine people."
    )


def test_a_paragraphs_label_is_where_it_was_not_where_monitors_heard_it():
    heard = "Homs: On 5 May monitors in Idlib heard 12 explosions assessed as outgoing artillery."
    told = read(f"{heard}\n\nHama: On 6 May shells hit a house.").incidents
    assert sorted(i.place.name for i in told if i.place) == ["Homs", "Ḩamāh"]


def test_a_hill_that_was_fired_from_was_not_hit():
    told = read("Shells hit Homs on 4 May. The rebels accused the army of firing from Idlib.")
    assert {f.value["name"] for a in told.accounts for f in a.facets if f.facet == "place"} == {"Homs"}
