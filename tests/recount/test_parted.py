"""What a day, a village or a count of breaches of its own keeps apart from a happening told before."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.recount.drafts.parted import points_back
from truceline.runners.local import local_kit

SHELLING = "Shelling of the market in Ardun on 11 March 2020 killed four people.\n\n"


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2020-03-12"), local_kit(), Settings()
    )


@pytest.mark.parametrize(
    "text",
    [
        SHELLING
        + "On 9 March the Mission observed smoke above Mirel. Officers told it that rockets had hit a barracks "
        "and killed two soldiers.",
        SHELLING + "On 9 March our team visited Karn Abel. Residents told it that mortar fire had hit a bakery and "
        "wounded three workers.",
        SHELLING
        + "On 8 March the monitors drove to Karn Abel. An officer there said that a drone had struck a post and "
        "killed one soldier.",
        (
            "A raid on 12 March 2020 killed five people in Ardun.\n\nOn 10 March "
            "the observers reached Karn Abel. Villagers "
            "told them that armed men had raided the clinic and wounded a nurse."
        ),
    ],
)
def test_what_was_told_on_an_older_day_is_of_no_later_one(text: str) -> None:
    reading = read(text)
    dated = next(i for i in reading.incidents if i.time is not None)
    other = next(i for i in reading.incidents if i is not dated)
    assert dated.injured is None
    assert other.time is None
    facets = [f.text for a in reading.accounts if a.id in dated.accounts for f in a.facets]
    assert not any("soldier" in f or "workers" in f or "nurse" in f for f in facets)


@pytest.mark.parametrize(
    "text",
    [
        SHELLING + "On 12 March the minister spoke in the capital. He said that artillery had shelled the market and "
        "killed six people.",
        SHELLING + "On 12 March the Mission visited Ardun. Residents told it that the shelling had hit a bakery.",
        SHELLING
        + "On 12 March the Mission visited the hospital. Doctors told it that shells had hit the market at noon.",
    ],
)
def test_what_is_told_on_a_later_day_may_be_of_the_older(text: str) -> None:
    assert len(read(text).incidents) == 1


@pytest.mark.parametrize(
    "total",
    [
        "The Tolmic side says the regime has broken the ceasefire 46 times.",
        "Nearly 960,000 people have been displaced in the north since 1 December.",
        "The ministry said the rebels had committed 18 violations of the truce.",
        "The rebels breached the truce on 31 occasions, the army said.",
    ],
)
def test_a_count_of_breaches_or_a_wars_displaced_is_no_part_of_one_shelling(total: str) -> None:
    reading = read(SHELLING + total)
    shelling = next(i for i in reading.incidents if i.event_type == "shelling")
    facets = {f.facet for a in reading.accounts if a.id in shelling.accounts for f in a.facets}
    assert not facets & {"compliance", "displaced"}


def test_a_breach_told_of_the_shelling_itself_stays() -> None:
    reading = read("The shelling of Ardun on 11 March killed six people. It broke the ceasefire, the ministry said.")
    assert "compliance" in {f.facet for a in reading.accounts for f in a.facets}


@pytest.mark.parametrize(
    "text",
    [
        (
            "A farmer was killed and two other people were wounded when government "
            "artillery shelled the village of Karn "
            "Taal on 7 March 2020, the rescuers said. The village of Karn Amma was shelled on the same day without "
            "casualties, they said."
        ),
        (
            "Artillery shelled the village of Ardun on 7 March 2020 and killed a "
            "farmer. Artillery also shelled the town of "
            "Karn Abel, wounding three people."
        ),
    ],
)
def test_two_villages_each_shelled_with_a_toll_of_its_own_are_two(text: str) -> None:
    assert len(read(text).incidents) == 2


@pytest.mark.parametrize(
    "text",
    [
        (
            "Rebels shelled the village of Ardun on 7 March 2020, killing two "
            "people. The shelling of the village of Ardun "
            "wounded four more."
        ),
        (
            "The ministry said that rebels shelled the village of Ardun on 7 March "
            "2020, killing two people. The mayor said "
            "that the village of Karn Abel had been shelled and that four people were killed."
        ),
    ],
)
def test_one_village_or_two_tellers_stay_one(text: str) -> None:
    assert len(read(text).incidents) == 1


@pytest.mark.parametrize(
    ("words", "points"),
    [("another strike", False), ("the strike", True), ("their strike", True), ("the second strike", False)],
)
def test_the_last_letters_of_another_are_no_her(words: str, points: bool) -> None:
    text = f"By then {words} had killed ten."
    assert points_back((text.index("strike"), text.index("strike") + 6), text) is points


def test_another_strike_is_another_and_has_its_own_day_and_dead() -> None:
    found = read(
        "Analysis: How Sudan's air war reached its markets\nBy Tarek Lindo\n\n"
        "When bombs fell on the weekly market of Kutum on 14 January, killing 31 people by the count of local "
        "volunteers, it was not the first time. In the same town 12 people died in a strike in September 2018.\n\n"
        "The army has always denied targeting markets.\n\n"
        "Four days after Kutum, according to the RSF, another strike killed 10 people in Mellit. No independent source "
        "has confirmed it."
    )
    told = {(i.killed.low, i.time and (i.time.earliest or "")[:7]) for i in found.incidents if i.killed}
    assert told == {(31, "2020-01"), (12, "2018-09"), (10, "2020-01")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            (
                "The toll from the shelling of Ardun's market on Saturday has climbed to six, the Council said.\n\n"
                "The Front said its fighters had fired on an army post near Keld on Sunday."
            ),
            2,
        ),
        ("On 3 March no shelling was heard in Ardun. Shelling was heard in Keld.", 2),
        ("On 3 March shells hit Ardun. The army denied shelling the town.", 1),
    ],
)
def test_another_day_behind_a_noun_and_what_did_not_happen_elsewhere_are_others(text: str, kinds: int) -> None:
    assert len(read(text).incidents) == kinds
