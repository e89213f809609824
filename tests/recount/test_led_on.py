"""What a later paragraph tells of a day of its own never goes to a happening told before."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-08-05"), local_kit(), Settings()
    )


def told(reading: Reading, incident: ReportedIncident, facet: str) -> list[str]:
    return [f.text for a in reading.accounts if a.id in incident.accounts for f in a.facets if f.facet == facet]


def on(reading: Reading, day: str) -> ReportedIncident:
    (found,) = [i for i in reading.incidents if i.time is not None and i.time.earliest == day]
    return found


def test_a_plane_shot_down_later_is_no_part_of_an_attack() -> None:
    reading = read(
        "On April 24, 2022 gunmen attacked the town of Arvel and killed 168 people. The militia denied it.\n\n"
        "On Sunday a military plane crashed in Tolmin: the rebels said they had shot it down."
    )
    attack = on(reading, "2022-04-24")
    assert "shot" not in told(reading, attack, "occurrence")
    assert attack.killed is not None
    assert attack.killed.low == 168


@pytest.mark.parametrize(
    "text",
    [
        (
            "A fourth policeman died on 7 January 2022 in an ambush near Osrin.\n\nNow to the morning when all turned. "
            "On 15 January 2022 the police surrounded the village of Brannt. The ministry said that 15 "
            "fighters had been killed in combat. Walker spoke of 45 dead."
        ),
        (
            "On 7 January 2022 a mortar bomb hit the bakery in Kelda, killing one. The army blamed rebels.\n\n"
            "On 15 January 2022 soldiers stormed the town of Brannt. The governor said that 15 fighters had been "
            "killed in the fighting. A doctor counted 45 dead."
        ),
    ],
)
def test_the_dead_of_a_later_day_are_not_of_the_older_one(text: str) -> None:
    reading = read(text)
    older, later = on(reading, "2022-01-07"), on(reading, "2022-01-15")
    assert older.killed is not None
    assert older.killed.high == 1
    assert not [words for words in told(reading, older, "killed") if "15" in words or "45" in words]
    assert [words for words in told(reading, later, "killed") if "45" in words]


def test_a_shooting_of_another_day_is_no_account_of_the_drone() -> None:
    reading = read(
        "On 12 July a drone killed a man on the square in Hama. The mayor called it a crime. On 5 July the army said "
        "its soldiers in Homs had been fired on from a mosque. The rebels denied that there had been any shooting."
    )
    drone = on(reading, "2022-07-12")
    assert drone.event_type == "drone_strike"
    assert "denied" not in {f.polarity for a in reading.accounts if a.id in drone.accounts for f in a.facets}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Shells hit the market in Arvel on Tuesday, killing four people. On Wednesday the army denied "
            "responsibility. The rebels said 11 people had been killed in the shelling."
        ),
        "On 3 May 2022 jets bombed Arvel. On 4 May the mayor said that nine people had been killed.",
        (
            "On 3 May 2022 shells hit the market in Arvel, killing four. On 5 May a truce was agreed in Geneva. "
            "The mayor said that seven people had been killed by the shells."
        ),
    ],
)
def test_a_day_of_telling_or_a_truce_parts_nothing(text: str) -> None:
    reading = read(text)
    counted = told(reading, reading.incidents[0], "killed")
    assert any(words.startswith(("11", "nine", "seven")) for words in counted)
