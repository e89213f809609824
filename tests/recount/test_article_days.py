"""Days and tolls of several happenings of one article: counted from another, set before, told of those shot."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

_KIT = local_kit()


def incidents(text: str) -> list[ReportedIncident]:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2023-05-19")
    return list(read_record(record, _KIT, Settings()).incidents)


def days(text: str) -> dict[str, str | None]:
    """The first day of each happening, by the words that name it."""
    found = incidents(text)
    return {
        text[slice(*m)]: i.time.earliest[:10] if i.time and i.time.earliest else None for i in found for m in i.mentions
    }


def test_a_day_is_counted_from_another_happening() -> None:
    told = days(
        "Jets bombed the hospital at Orvenka on 7 March. Two days before Orvenka, eleven boys had died when a school "
        "in Karsu was shelled."
    )
    assert told["bombed"] == "2023-03-07"
    assert told["shelled"] == "2023-03-05"


def test_nothing_is_counted_from_what_has_no_day() -> None:
    told = days("Nobody writes of Orvenka. Two days before Orvenka, eleven boys had died when Karsu was shelled.")
    assert told["shelled"] is None


def test_the_day_of_a_sentence_is_of_its_main_clause() -> None:
    told = days(
        "On 10 April, after a mine had killed two soldiers outside Ruvno, troops entered the village of Sin Orla and "
        "shot nine residents."
    )
    assert told["shot"] == "2023-04-10"


def test_a_day_behind_a_colon_is_of_what_follows_it() -> None:
    told = days("The gunmen were back in Karsu: on 9 March, the council said, shells fell on a school at Dolvan.")
    assert told["fell"] == "2023-03-09"


def test_a_superlatives_year_is_nobodys_day() -> None:
    text = "On 1 April marksmen shot at Orvenka; six people died, said the minister, in the worst fire since 2004."
    assert all(i.time is None or not (i.time.earliest or "").startswith("2004") for i in incidents(text))


@pytest.mark.parametrize(
    "text",
    [
        "On 3 April soldiers surrounded a fair at Dolvan and shot eleven people. The dead included the village head.",
        "On 3 April soldiers shot eleven people at Dolvan. Their deaths will not go unpunished, the governor said.",
        "On 3 April soldiers shot eleven people at Dolvan. A woman who washed the bodies said that they were old.",
        "On 3 April eleven people were found shot in a ravine near Dolvan, their hands tied.",
    ],
)
def test_people_shot_who_are_called_the_dead_were_killed(text: str) -> None:
    found = incidents(text)
    assert [(i.killed.low, i.killed.high) for i in found if i.killed] == [(11, 11)]
    assert all(i.injured is None for i in found)


@pytest.mark.parametrize(
    "text",
    [
        "On 3 April soldiers shot eleven people at Dolvan. All of them are in hospital.",
        "On 3 April soldiers shot eleven people at Dolvan. The deadline passed at noon.",
        "On 3 April soldiers shot eleven people at Dolvan.\n\nThe dead of the old war lie behind the church.",
    ],
)
def test_people_shot_are_not_killed_by_other_words(text: str) -> None:
    assert all(i.killed is None for i in incidents(text))


@pytest.mark.parametrize(
    "text",
    [
        "On 7 May a sniper shot a nurse at Dolvan; she died the next day.",
        "On 7 May a sniper shot two nurses at Dolvan, and both died in hospital.",
        "On 7 May two nurses were found dead in a quarry at Dolvan. Both had been shot in the back of the head.",
    ],
)
def test_people_shot_who_then_died_were_killed(text: str) -> None:
    assert [i.killed is not None and i.injured is None for i in incidents(text)] == [True]


def test_of_two_shot_one_died_who_is_not_named() -> None:
    (incident,) = incidents("On 7 May a sniper shot two nurses at Dolvan, and she died in hospital.")
    assert incident.killed is None


def figures(text: str) -> set[tuple[str, int | None]]:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2023-05-19")
    reading = read_record(record, _KIT, Settings())
    told = [f for a in reading.accounts for f in a.facets if f.facet in {"killed", "injured"}]
    return {(f.facet, f.value["low"]) for f in told if isinstance(f.value, dict)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Shells fell on Dolvan. The army's count was 43 dead; a priest said that there were twice as many.",
            ("killed", 86),
        ),
        ("Drones hit a camp near Dolvan. Six people died, and twice as many were wounded.", ("injured", 12)),
        (
            "Drones hit a camp at Dolvan. The ministry counted 40 dead. Half as many, said the Red Cross.",
            ("killed", 20),
        ),
    ],
)
def test_a_figure_is_told_by_another(text: str, told: tuple[str, int]) -> None:
    assert told in figures(text)


def test_what_multiplies_no_dead_counts_nobody() -> None:
    assert figures("Shells hit Dolvan. Four people died. The town has twice that number of wells.") == {("killed", 4)}


def test_a_deed_that_sets_the_day_of_another_is_no_telling_of_its_own() -> None:
    told = days("On 7 March two bands fought at Orvenka. On the evening of the fight thousands marched through Karsu.")
    assert "fight" not in told
    assert told["marched"] == "2023-03-07"


def test_how_long_before_a_deed_something_was_is_not_its_day() -> None:
    told = days(
        "On 7 March jets bombed the mill at Orvenka, killing four. The guards had been withdrawn on 1 March, a week "
        "before the bombing."
    )
    assert told["bombed"] == "2023-03-07"
    assert told.get("bombing") != "2023-03-01"


def test_minutes_after_a_deed_told_before_are_of_its_day_or_the_next() -> None:
    text = (
        "On 7 March, shortly before eleven at night, jets bombed a barracks at Orvenka. The army spoke of an error.\n\n"
        "Within a quarter of an hour of the bombing, rebels stormed the hill, an officer said."
    )
    stormed = next(i for i in incidents(text) if any(text[slice(*m)] == "stormed" for m in i.mentions))
    assert stormed.time is not None
    assert (stormed.time.earliest or "")[:10] == "2023-03-07"


DIARY = """Monday, 8 May

The guns fell silent in Karsu.

Tuesday

Soldiers shot four herders at Dolvan, who had lived there since March.

Day five

Between 04.10 and 05.30 shells fell on a mill at Orvenka. It had been shut, and it burned until noon."""


def test_a_days_heading_governs_what_is_told_below_it() -> None:
    told = days(DIARY)
    assert told["shot"] == "2023-05-09"
    assert told["fell"] == "2023-05-12"


def test_a_day_set_below_a_heading_ends_it() -> None:
    told = days(DIARY + "\n\nOn 14 May two boys drowned.\n\nJets bombed a bridge near Sin Orla.")
    assert told["bombed"] != "2023-05-12"


def test_what_another_day_is_counted_from_lies_so_long_before_it() -> None:
    told = days(
        "On 22 April, twelve days after the truce between the army and the Front of Karsu had been signed in Orvenka, "
        "shells fell on a mill at Dolvan."
    )
    assert (told["signed"], told["fell"]) == ("2023-04-10", "2023-04-22")


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on a mill at Dolvan on 22 April, a nurse said, two days after a truce with the Front was signed.",
        "Two days after a truce with the Front had been signed, shells fell on a mill at Dolvan on 22 April.",
    ],
)
def test_a_truce_is_dated_by_how_long_after_it_another_deed_was(text: str) -> None:
    told = days(text)
    assert (told["signed"], told["fell"]) == ("2023-04-20", "2023-04-22")


def test_that_night_is_that_of_the_deed_told_before() -> None:
    told = days(
        "On 22 April a drone struck a mill at Dolvan. We wrote of it to both sides on 6 May.\n\nThe strike came before "
        "seven. Twenty minutes later jets bombed the boathouse at Orvenka."
    )
    assert told["bombed"] == "2023-04-22"


def test_a_deed_is_counted_from_by_another_noun() -> None:
    told = days(
        "On 3 May forty prisoners were freed at the sugar mill. Two days after the exchange a convoy of aid was "
        "stopped at Dolvan."
    )
    assert told["stopped"] == "2023-05-05"


def test_what_pictures_show_was_done_on_the_day_they_were_taken() -> None:
    told = days("A video taken on 19 April shows four soldiers looting a trader's boat at Dolvan.")
    assert told["looting"] == "2023-04-19"


def test_a_day_holds_for_what_had_been_done_by_its_dusk_and_for_hours() -> None:
    told = days(
        "The end came on Sunday, 7 May. The army said at noon that it was free, and by dusk it had shelled Orvenka."
    )
    assert told["shelled"] == "2023-05-07"
    told = days("On 7 May rebels entered the mill at Orvenka. They raised a flag. Helicopters fired for an hour.")
    assert told["fired"] == "2023-05-07"


def test_a_day_holds_on_behind_the_first_sentence_of_a_new_paragraph() -> None:
    told = days("On 7 May rebels entered the mill at Orvenka.\n\nThe miller was old. Masked men beat his two sons.")
    assert told["beat"] == "2023-05-07"


def test_who_murdered_whom_where_in_a_month_is_no_total() -> None:
    (fair, settlers) = incidents(
        "On 7 May shells hit the fair at Orvenka and killed nine people. In March the Brotherhood murdered five "
        "settlers in their beds at Karsu."
    )
    assert (settlers.event_type, settlers.aggregate) == ("attack_on_civilians", False)
    assert fair.killed is not None
    assert fair.killed.low == 9


def test_a_deed_of_a_month_long_past_is_not_told_again_with_the_same_toll() -> None:
    told = days(
        "On 7 May shells struck the school at Orvenka and killed eleven people. In August 2020 gunners shelled the "
        "school at Orvenka, and eleven people were killed."
    )
    assert (told["struck"], told["shelled"]) == ("2023-05-07", "2020-08-01")


@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        ("The first entry of the book is for 6 April. Soldiers shot two herders at Dolvan.", "shot", "2023-04-06"),
        ("21 April: the first lorries since January. Gunmen shot a driver at Dolvan.", "shot", "2023-04-21"),
        ("On 9 April it was hot. A crowd that had waited since dawn looted a shed at Dolvan.", "looted", "2023-04-09"),
        ("On 9 April a drone struck Orvenka. Within the hour guns shelled Dolvan.", "shelled", "2023-04-09"),
    ],
)
def test_a_day_that_is_told_for_itself_is_of_what_follows(text: str, deed: str, day: str) -> None:
    assert days(text)[deed] == day


def test_an_article_is_about_what_most_is_told_of_and_most_died_in() -> None:
    idle = "Nobody who has watched such weeks expects much of the next one, and the ministers are abroad again. " * 4
    small = "\n\n".join(
        f"On {n} May gunmen killed two guards at {town}. {idle}"
        for n, town in enumerate(["Karsu", "Dolvan", "Osselwe", "Tirrawa", "Undrall", "Mvolin", "Hessaro"], 1)
    )
    text = (
        f"{small}\n\nOn 12 May jets bombed the market at Orvenka, killing 40 people and wounding 90. The army denied "
        f"that it had sent jets. The governor spoke of 51 dead. The bombing wrecked two streets. {idle}\n"
    )
    found = incidents(text)
    assert len(found) >= 8
    assert found[0].event_type == "air_strike"


def test_what_is_counted_over_months_is_no_deed_told_before() -> None:
    found = incidents(
        "On 4 May three councillors were found dead in a quarry at Orvenka. All three had been shot in the back of the "
        "head.\n\nEither way, the number of incidents has risen ever since: 88 in March, and 340 in April. At least 57 "
        "people have been killed since the bus."
    )
    assert [(i.aggregate, i.killed and i.killed.low) for i in found] == [(False, 3), (True, 57)]
