"""What happened and how many, one incident at a time, as a recorder of casualties would enter it."""

from functools import lru_cache

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import Kit, read_record
from truceline.read.gazetteers.parse import parse_gazetteer
from truceline.runners.local import kit_with
from truceline.runners.own import Own
from truceline.store.own_places import OwnLayer

_PLACES = b"""name,lat,lon,other_names,level,country,population
Sorvik,44.10,22.30,,town,RS,60000
Peldar,44.30,22.10,,town,RS,25000
Ostrane,44.40,22.40,,town,RS,40000
Kelm Abor,44.55,22.20,,town,RS,18000
"""
Row = tuple[str | None, str | None, int | None]
"""Place, day and dead of an incident."""


@lru_cache(maxsize=1)
def _kit() -> Kit:
    return kit_with(Own(places=(OwnLayer("own: places.csv", parse_gazetteer(_PLACES, "places.csv").places),)))


def _incidents(text: str, day: str = "2031-05-16") -> tuple[ReportedIncident, ...]:
    """What is read of a text that came out on a day; 16 May 2031 is a Friday."""
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct=day)
    return read_record(record, _kit(), Settings()).incidents


def _rows(text: str, day: str = "2031-05-16") -> list[Row]:
    return [_row(i) for i in _incidents(text, day)]


def _row(made: ReportedIncident) -> Row:
    earliest = made.time.earliest[:10] if made.time and made.time.earliest else None
    return (made.place.name if made.place else None, earliest, made.killed.low if made.killed else None)


def _dead(text: str) -> tuple[int | None, int | None]:
    made = _incidents(text)[0]
    return (made.killed.low, made.killed.high) if made.killed else (None, None)


# tolls


def test_a_risen_number_of_those_killed_stands_though_some_of_the_hurt_died() -> None:
    text = (
        "The number of those killed in the shelling of the Sorvik bus station yesterday has risen to 27, while 40 "
        "people were injured. Three of the wounded died overnight."
    )
    assert _dead(text) == (27, 27)
    hurt = _incidents(text)[0].injured
    assert hurt is not None
    assert hurt.low == 40


def test_a_range_at_the_head_knows_of_the_figure_that_rose() -> None:
    text = (
        "Between six and 12 people were killed in an air strike on Sorvik on Thursday. A radio station said at noon "
        "that the number of those killed had risen to 12."
    )
    assert _dead(text) == (6, 12)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A rocket killed 11 people in Sorvik on Tuesday; three more died of their wounds on Thursday.", 14),
        ("Nineteen people have been killed in an air strike on Sorvik. Two more died in hospital.", 21),
        ("Fourteen people were killed in Sorvik. Twelve died at once and two more died in hospital.", 14),
        ("The air strike on Sorvik killed 11. Two more died of their wounds, bringing the toll to 13.", 13),
    ],
)
def test_those_who_died_later_are_added_unless_they_are_counted_already(text: str, dead: int) -> None:
    assert _dead(text) == (dead, dead)


def test_mostly_women_and_children_says_who_the_hurt_are_and_adds_nobody() -> None:
    hurt = _incidents("Shelling of Peldar on Thursday killed nine people and wounded 25, mostly women and children.")[0]
    assert hurt.injured is not None
    assert (hurt.injured.low, hurt.injured.high) == (25, 25)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Ilan Cord, 51, and two of his daughters died at once when a shell hit their van on Monday.", 3),
        ("The miller, Ilan Cord, 51, and two of his sons were killed when a drone hit their van on Monday.", 3),
        (
            "Ilan Cord, 51, and two of his sons died at once in a drone strike; the third son died in hospital.",
            4,
        ),
    ],
)
def test_the_named_and_some_of_their_own_are_counted_together(text: str, dead: int) -> None:
    assert _dead(text) == (dead, dead)


def test_bodies_that_a_hospital_received_after_a_strike_are_its_dead() -> None:
    assert _dead("The hospital in Sorvik received seven bodies and 30 wounded after Thursday's air strikes.") == (7, 7)


def test_bodies_given_back_stay_nobodys_dead() -> None:
    text = "The hospital in Sorvik received nine bodies of prisoners on Thursday, returned by the army."
    assert all(i.killed is None or not i.killed.low for i in _incidents(text))


# what is no deed


@pytest.mark.parametrize(
    "text",
    [
        'The shelling of Ostrane began on Saturday. "One shell on this cellar and 200 people die," says Mara Lind.',
        "The shelling of Ostrane began on Saturday. Had a shell fallen an hour later, 30 children would have died.",
    ],
)
def test_what_might_have_come_is_no_toll(text: str) -> None:
    assert all(i.killed is None for i in _incidents(text))


@pytest.mark.parametrize(
    "text",
    [
        "An air raid siren sounded in Sorvik at noon. It was a false alarm; nobody was hurt.",
        "An air raid alert in Sorvik on Thursday turned out to be false.",
    ],
)
def test_an_alarm_is_no_air_strike(text: str) -> None:
    assert not _incidents(text)


def test_no_strikes_today_opens_no_incident() -> None:
    text = "Shells hit a mill in Peldar yesterday, killing five people.\n\nNo strikes today. It was calm all day."
    assert _rows(text) == [("Peldar", "2031-05-15", 5)]


def test_what_somebody_has_been_doing_for_days_is_no_deed_beside_the_news() -> None:
    text = (
        "At least 15 people were killed on Thursday when warplanes bombed a bus station in Sorvik. Villagers blamed "
        "the Royal Army, which has been bombing the area since Sunday."
    )
    assert _rows(text) == [("Sorvik", "2031-05-15", 15)]


@pytest.mark.parametrize(
    "text",
    ["18 martyrs from the market strike reached the hospital today.", "The market strike killed 18 people."],
)
def test_a_strike_named_by_what_it_hit_is_an_attack_and_no_protest(text: str) -> None:
    (made,) = _incidents(text)
    assert made.event_type in {"air_strike", "bombing"}
    assert made.killed is not None
    assert made.killed.low == 18


# an incident each


def test_each_town_of_a_sentence_has_its_own_dead() -> None:
    text = (
        "Shelling killed two people in Sorvik on Monday, three in Peldar on Tuesday and one in Kelm Abor on Wednesday."
    )
    assert _rows(text) == [
        ("Sorvik", "2031-05-12", 2),
        ("Peldar", "2031-05-13", 3),
        ("Kelm Abor", "2031-05-14", 1),
    ]


def test_a_total_told_with_each_towns_dead_is_no_towns() -> None:
    text = "Ten people were killed by shelling on Thursday: six in Sorvik and four in Ostrane."
    assert _rows(text) == [("Sorvik", "2031-05-15", 6), ("Ostrane", "2031-05-15", 4)]


def test_who_was_hurt_in_one_town_and_died_in_another_makes_no_two() -> None:
    assert len(_incidents("Six people shot in Sorvik on Thursday died in hospital in Ostrane.")) <= 1


def test_respectively_tells_each_days_or_each_towns_dead() -> None:
    days = "On 3 and 5 May air strikes on Sorvik killed 4 and 9 people respectively."
    assert _rows(days) == [("Sorvik", "2031-05-03", 4), ("Sorvik", "2031-05-05", 9)]
    towns = "Air strikes on Sorvik and Ostrane killed 4 and 9 people respectively on Thursday."
    assert _rows(towns) == [("Sorvik", "2031-05-15", 4), ("Ostrane", "2031-05-15", 9)]


@pytest.mark.parametrize(
    "text",
    [
        "Sorvik market, 5 May 2031. A jet bombed it and 30 civilians died. Ostrane, 10 May 2031. A strike killed 41.",
        "Sorvik bus station, 5 May 2031\nA jet bombed it. 30 people died.\n\n10 May 2031: Ostrane. 41 were killed.",
    ],
)
def test_a_heading_of_place_and_day_opens_an_incident_of_its_own(text: str) -> None:
    assert _rows(text, "2031-09-20") == [("Sorvik", "2031-05-05", 30), ("Ostrane", "2031-05-10", 41)]


def test_the_day_of_a_heading_without_a_year_is_the_latest_past_one() -> None:
    text = "Ostrane, night of 9 to 10 May. We found that 41 people were killed in the town."
    assert _rows(text, "2031-11-20") == [("Ostrane", "2031-05-09", 41)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Warplanes bombed Sorvik on Tuesday evening, hours after a morning raid that killed seven people.",
            [("Sorvik", "2031-05-13", None), (None, "2031-05-13", 7)],
        ),
        (
            "A drone hit a bus in Peldar on Wednesday, two days after an air strike on Ostrane that killed nine.",
            [("Peldar", "2031-05-14", None), ("Ostrane", "2031-05-12", 9)],
        ),
        (
            "A day after the strike on Ostrane, which killed 20, Sorvik was bombed on Monday; no one was hurt.",
            [("Sorvik", "2031-05-12", 0), ("Ostrane", "2031-05-11", 20)],
        ),
    ],
)
def test_the_deed_that_another_followed_keeps_its_own_dead(text: str, rows: list[Row]) -> None:
    assert _rows(text) == rows


def test_what_was_done_after_a_deed_makes_no_second_one() -> None:
    text = "Rescuers reached the mill in Sorvik on Tuesday, hours after an air strike on it that killed six people."
    assert [row for row in _rows(text) if row[2]] == [("Sorvik", "2031-05-13", 6)]


def test_the_worst_since_an_older_deed_has_none_of_its_dead() -> None:
    text = "Thursday's air strike was the deadliest since the 2016 bombing of the Peldar mill, in which 80 died."
    assert _rows(text) == [(None, "2031-05-15", None), ("Peldar", "2016-01-01", 80)]


def test_a_deed_of_an_earlier_year_has_its_own_dead_and_its_own_denial() -> None:
    text = (
        "The bombing of the bus station on 5 May killed 30. In 2004 a car bomb killed 61 people in Sorvik. "
        "The Free Hills group denied it."
    )
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct="2031-05-16")
    reading = read_record(record, _kit(), Settings())
    new, old = reading.incidents
    assert _row(new)[2] == 30
    assert _row(old) == ("Sorvik", "2004-01-01", 61)
    denied = {a.incident for a in reading.accounts for f in a.facets if f.polarity == "denied"}
    assert denied == {old.key}


def test_the_toll_of_a_strike_there_is_that_of_the_town_named_before() -> None:
    text = (
        "Mortars hit Peldar on Monday, wounding three.\n\nThe search in Ostrane is over. "
        "The toll of the strike there is 35 dead."
    )
    assert [(i.place.name if i.place else None, _row(i)[2]) for i in _incidents(text)] == [
        ("Peldar", None),
        ("Ostrane", 35),
    ]


def test_two_deeds_of_one_side_and_the_other_are_kept_apart_by_their_own_words() -> None:
    text = (
        "Aircraft of the 4th Air Wing struck ten targets near Peldar on Wednesday night. Thirty militants were "
        "neutralised. Two of our soldiers were killed and four wounded in a mortar attack on their post near Kelm Abor "
        "on Wednesday afternoon."
    )
    assert [(i.event_type, _row(i)[2]) for i in _incidents(text)] == [("air_strike", 30), ("shelling", 2)]


def test_regret_for_deaths_elsewhere_admits_nothing_of_the_deed_told_before() -> None:
    text = (
        "The Free Hills group claimed responsibility for the bomb that killed four soldiers near Peldar on Sunday.\n\n"
        "The president of Arland said he deeply regretted the deaths in Kelm Abor."
    )
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct="2031-05-16")
    reading = read_record(record, _kit(), Settings())
    said = [f.text for a in reading.accounts for f in a.facets]
    assert not any("deaths" in words for words in said)


def test_a_final_toll_of_a_town_named_right_before_is_of_no_other_town() -> None:
    text = (
        "Army artillery shelled Sorvik on Monday, wounding three people.\n\n"
        "The rescue service has ended its search in Ostrane. It put the final toll at 35 dead and 12 injured."
    )
    assert [(place, dead) for place, _, dead in _rows(text)] == [("Sorvik", None), ("Ostrane", 35)]


def test_the_day_on_which_some_died_later_is_not_the_strikes() -> None:
    assert _rows(
        "Nineteen people have been killed in an air strike on Sorvik. Two more died in hospital on Thursday."
    ) == [("Sorvik", None, 21)]


def test_days_after_a_bombing_are_counted_back_from_the_day_that_opens_the_sentence() -> None:
    text = "On Friday people laid flowers in Sorvik, ten days after the bombing of the bus station that killed 30."
    assert [row for row in _rows(text) if row[2]] == [("Sorvik", "2031-05-06", 30)]


def test_where_the_displaced_came_to_is_not_where_their_house_was_hit() -> None:
    text = (
        "It was Saturday, close to midnight. Her house in Ostrane was gone. Her husband, her two sons and four other "
        "relatives died that night. She is one of some 3,000 people who have reached Sorvik since the bombing began."
    )
    assert {place for place, _, _ in _rows(text)} == {"Ostrane"}


def test_a_brigade_that_shot_somebody_dead_is_nobody_dead() -> None:
    assert _dead("Snipers of the 9th Brigade shot dead Grandma Ilse at the well near Peldar on Thursday.") == (1, 1)


def test_yesterdays_dead_may_be_more_by_now() -> None:
    text = "Yesterday's dead from the shelling of Peldar are now two: old Marek and his wife, who died in the night."
    assert _dead(text) == (2, 2)
