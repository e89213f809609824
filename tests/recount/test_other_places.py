"""Happenings that the text sets on days and in places of their own are kept apart."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2019-09-10"), local_kit(), Settings()
    )


def on(reading: Reading, day: str) -> ReportedIncident:
    (found,) = [i for i in reading.incidents if i.time is not None and i.time.earliest == day]
    return found


def hurt(incident: ReportedIncident) -> tuple[int | None, int | None]:
    return (incident.killed.low if incident.killed else None, incident.injured.low if incident.injured else None)


@pytest.mark.parametrize(
    ("text", "day", "dead"),
    [
        (
            (
                "Bombs fell on Ariha and killed at least 11 people, the Observatory said. "
                "On 16 August a camp for displaced families near Hass was hit."
            ),
            "2019-08-16",
            11,
        ),
        (
            (
                "Bombs fell on Ariha and killed at least 11 people, three of them children, the Observatory said. "
                "On 16 August a camp for displaced families near Hass was hit, and 20 people were killed."
            ),
            "2019-08-16",
            11,
        ),
        (
            "Rockets hit Orvenka and killed nine people, the mayor said. On 3 May a school in Talmira was struck.",
            "2019-05-03",
            9,
        ),
        (
            (
                "Shells landed on the market of Dravno, and six traders died. "
                "On 14 June a clinic in Keshvar was bombed, killing two nurses."
            ),
            "2019-06-14",
            6,
        ),
    ],
)
def test_an_undated_strike_takes_no_day_of_one_elsewhere(text: str, day: str, dead: int) -> None:
    reading = read(text)
    later = on(reading, day)
    (undated,) = [i for i in reading.incidents if i is not later]
    assert undated.time is None
    assert hurt(undated)[0] == dead
    assert hurt(later)[0] != dead


@pytest.mark.parametrize(
    "text",
    [
        "Rockets hit Orvenka and killed nine people. On 3 May the same town was struck again, the mayor said.",
        (
            "Rockets hit a market in Orvenka and killed nine people. "
            "On 3 May the mayor said that the strike had destroyed the market of Orvenka."
        ),
        (
            "A bomb went off in Aleppo on 3 May and killed five people. "
            "On 4 May, doctors said, two people had died at the hospital in Idlib."
        ),
    ],
)
def test_what_points_back_or_names_the_place_again_stays(text: str) -> None:
    assert len(read(text).incidents) == 1


def test_a_bomb_at_a_march_is_not_where_a_town_was_taken_before() -> None:
    reading = read(
        "On 18 February the town of Debaltseve was captured. "
        "On 22 February a bomb went off at a march in Kharkiv and killed two people."
    )
    bomb = on(reading, "2019-02-22")
    assert bomb.place is not None
    assert bomb.place.name == "Kharkiv"
    assert [i.event_type for i in reading.incidents if i is not bomb] == ["territory_taken"]


@pytest.mark.parametrize(
    ("text", "hurt_first", "hurt_then"),
    [
        (
            (
                "On 22 February a bomb at a march in Kharkiv killed two people. "
                "On 24 February, Lysenko said, one soldier was killed and seven were wounded near Shyrokyne."
            ),
            (2, None),
            (1, 7),
        ),
        (
            (
                "On 3 May a bomb at a rally in Aleppo killed five people. "
                "On 6 May, the army said, two soldiers were killed and four were wounded near Daraa."
            ),
            (5, None),
            (2, 4),
        ),
    ],
)
def test_soldiers_hurt_elsewhere_on_a_later_day_are_no_dead_of_a_bomb(
    text: str, hurt_first: tuple[int, None], hurt_then: tuple[int, int]
) -> None:
    assert [hurt(i) for i in read(text).incidents] == [hurt_first, hurt_then]


@pytest.mark.parametrize(
    ("text", "day", "earlier"),
    [
        (
            (
                "On 2 July 2019 an air strike hit a detention centre in Tajoura, near Tripoli. WHO spoke of 40 dead. "
                "Her office said this was the second time it had been hit: on 7 May a strike on the compound had "
                "wounded two migrants."
            ),
            "2019-05-07",
            (None, 2),
        ),
        (
            (
                "On 3 May rockets hit a hospital in Kherson and killed five people. The mayor said "
                "it was the third attack on the building: on 8 March a shell had wounded three nurses."
            ),
            "2019-03-08",
            (None, 3),
        ),
    ],
)
def test_the_second_time_names_an_earlier_one(text: str, day: str, earlier: tuple[None, int]) -> None:
    reading = read(text)
    assert hurt(on(reading, day)) == earlier
    assert len(reading.incidents) == 2
    assert reading.incidents[0].injured is None
