"""Numbered items headed by where and when: what is told in one is of no other."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

_KIT = local_kit()
WEEK = """HARBOUR WATCH
Weekly summary, 6 to 12 May 2030

1. Odrel, Harun district, 6 May. Residents said four shells came down on the village. Three people were killed and six \
were injured.

2. Sarn Velik, Harun district, 7 May. A bomb beside the highway destroyed an army truck. Two soldiers died and five \
were wounded.

3. Mirrow, 11 May. Fourteen houses were burned in a feud between two families. Nobody was hurt. The incident is not \
related to the truce.

We recorded no incident in Kesh during the week.
"""


def _read(text: str) -> Reading:
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct="2030-05-13")
    return read_record(record, _KIT, Settings())


@pytest.mark.parametrize(
    ("kind", "day", "place", "killed"),
    [
        ("shelling", "2030-05-06", "Odrel", 3),
        ("bombing", "2030-05-07", "Sarn Velik", 2),
        ("destruction", "2030-05-11", "Mirrow", 0),
    ],
)
def test_each_item_keeps_its_own_day_place_and_dead(kind: str, day: str, place: str, killed: int) -> None:
    (made,) = [i for i in _read(WEEK).incidents if i.event_type == kind]
    assert made.time is not None
    assert (made.time.earliest or "").startswith(day)
    assert made.place is not None
    assert made.place.name.startswith(place)
    assert made.killed is not None
    assert made.killed.high == killed


def test_nothing_told_in_one_item_stands_in_anothers_account() -> None:
    reading = _read(WEEK)
    second = WEEK.index("2. Sarn"), WEEK.index("3. Mirrow")
    bombing = next(i for i in reading.incidents if i.event_type == "bombing")
    spans = [s for a in reading.accounts if a.incident == bombing.key for f in a.facets for s in f.spans]
    assert spans
    assert all(second[0] <= start < second[1] for start, _ in spans)


def test_the_incident_of_an_item_is_the_deed_told_in_it() -> None:
    assert not [i for i in _read(WEEK).incidents if i.place and i.place.name == "Mirrow" and i.event_type == "shelling"]


def test_a_heading_that_names_no_place_sets_none() -> None:
    text = WEEK.replace("1. Odrel, Harun district, 6 May.", "1. Overview.")
    assert not [i for i in _read(text).incidents if i.place and i.place.name == "Overview"]
