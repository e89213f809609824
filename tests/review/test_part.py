"""Two accounts that one report tells of one incident, held to be of two happenings."""

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.review.part import part
from truceline.runners.local import local_kit

TEXT = (
    "The Amhara liaison said on 6 October 2022 that Tigrayan forces shelled Korem on 5 October 2022 and killed seven "
    "people. A doctor said that the shelling of Korem killed 12 people."
)


def test_the_second_account_is_an_incident_of_its_own_and_takes_its_figure_along() -> None:
    reading = read_record(Record(id="a", where="a.txt", text=TEXT, data=TEXT.encode()), local_kit(), Settings())
    (whole,) = reading.incidents
    first, second = reading.accounts
    made = part(reading, second)
    assert [i.accounts for i in made.incidents] == [(first.id,), (second.id,)]
    assert [(i.killed.low, i.killed.high) for i in made.incidents if i.killed] == [(7, 7), (12, 12)]
    assert made.incidents[0].time == whole.time
    assert made.incidents[1].event_type == "shelling"
    assert part(made, made.accounts[1]) == made, "an account alone in its incident is parted from nothing"
