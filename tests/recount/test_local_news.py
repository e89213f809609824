"""News of one deed, told first in brief and then at length: its parts stay one, on the day that it was done."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.recount.drafts.in_town import towns_and_streets
from truceline.recount.drafts.no_places import last_names_of_the_aged
from truceline.runners.local import local_kit

_KIT = local_kit()


def first(text: str) -> ReportedIncident:
    """The main incident of a text of Friday, 19 May 2023."""
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2023-05-19")
    return read_record(record, _KIT, Settings()).incidents[0]


def day(text: str) -> str | None:
    time = first(text).time
    return time.earliest[:10] if time and time.earliest else None


@pytest.mark.parametrize(
    "text",
    [
        "A woman was shot.\n\nDeputies responded at 3 am Thursday and found the victim with a wound to the head.",
        "When deputies reached the house in Tarn at 3 a.m. on Thursday, they found a woman with a gunshot wound.",
        "A boy shot his mother.\n\nOren Vale went there around 1:30 a.m. on Thursday. He then shot her before leaving.",
        "A man was shot dead in Tarn on Thursday, police said. It was a quiet street. (Updated: Friday, 8 a.m.)",
        "A man was arrested on Friday for shooting at a woman in Tarn. She was shot on Thursday night, police said.",
        "A man was held Friday in connection with the shooting of a woman in Tarn. She was shot dead on Thursday.",
        "On Thursday at 6:45 p.m. police reported finding a teen with a gunshot wound in Tarn, who was a guest there.",
        'A man was shot in Tarn on Thursday night. "They shot him," a guard said. — Ada Rell (@adarell) May 19, 2023',
    ],
)
def test_the_day_is_that_of_the_deed(text: str) -> None:
    assert day(text) == "2023-05-18"


def toll(text: str) -> tuple[int | None, int | None]:
    """The dead and hurt of the main incident."""
    main = first(text)
    return (main.killed.low if main.killed else None, main.injured.low if main.injured else None)


@pytest.mark.parametrize(
    "text",
    [
        "A girl of 15 was shot dead in Tarn. They found the girl with at least one gunshot wound, an officer said.",
        "A man fatally shot a boy in Tarn. It happened when he dropped a gun and it went off, striking the boy.",
        "A boy was shot dead in Tarn. Crews discovered 15-year-old Oren Vale with a gunshot wound to the neck.",
        "Police found the student Ada Rell dead of several gunshot wounds in Tarn.",
        "A child under the age of 10 was shot and killed in Tarn on Thursday.",
    ],
)
def test_one_dead_and_their_wounds_are_no_more_than_one_dead(text: str) -> None:
    assert toll(text) == (1, None)


def test_the_other_of_two_is_hurt() -> None:
    assert toll("Two boys trod on a mine near Tarn. One was killed and the other lost much of his leg.") == (1, 1)


def test_whom_fire_was_opened_on_are_not_dead() -> None:
    assert toll("A gunman opened fire on four men in Tarn on Thursday, police said.")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday the inquiry found that soldiers had shot dead 300 men in Tarn.",
        "On Thursday the mission found 300 men had been shot dead in Tarn.",
    ],
)
def test_the_day_of_findings_is_no_deeds(text: str) -> None:
    assert day(text) is None


def test_a_day_inside_the_night_told_is_kept_beside_it() -> None:
    text = "A man was shot dead in Tarn. “He was shot last night,” a guard said. Friday's shooting was the third."
    assert day(text) == "2023-05-19"


_BETWEEN = "\n\n" + "Neighbours could not say what the summer would bring, and few of them wanted to. " * 30 + "\n\n"


@pytest.mark.parametrize(
    "lead",
    [
        "A man was shot dead as he slept, and his family is still grieving.",
        "A man was shot dead in Dumar as he slept, and his family is still grieving.",
        "A man was shot dead this month as he slept, and his family is still grieving.",
    ],
)
@pytest.mark.parametrize(
    "where", ["in the 200 block of Elm Street", "at the Orla Apartments on Tarn Parkway", "in a house on Elm Street"]
)
def test_a_brief_lead_and_the_particulars_paragraphs_on_are_one(lead: str, where: str) -> None:
    main = first(f"{lead}\n\nNobody was held.\n\nThe man, 31, was shot dead on 9 May {where}, police said.{_BETWEEN}")
    assert main.time is not None
    assert main.time.earliest == "2023-05-09"
    assert len(main.mentions) > 1


def test_the_day_of_a_sentence_parts_no_deed_from_its_lead() -> None:
    lead = "A girl of nine was shot in her room, her mother said.\n\nOren Vale was held on Friday for the shooting."
    main = first(f"{lead}\n\nThe shooting happened on Elm Street just before 9 p.m. Monday.{_BETWEEN}")
    assert main.time is not None
    assert main.time.earliest == "2023-05-15"


def test_a_deed_of_another_day_and_street_stays_another() -> None:
    text = (
        f"A man was shot dead on Oak Lane in Dumar on 2 May.{_BETWEEN}A woman was shot on 9 May on Elm Street in Orla."
    )
    main = first(text)
    assert main.time is not None
    assert main.time.earliest == "2023-05-02"
    assert len(main.mentions) == 1


@pytest.mark.parametrize(
    ("words", "towns", "streets"),
    [
        ("the 200 block of Elm Street in Arvena", {"Arvena"}, {"Elm", "Street"}),
        ("Orla Apartments on Tarn Parkway", set(), {"Orla", "Apartments", "Tarn", "Parkway"}),
        ("the road between Arvena and Dumar", {"Arvena", "Dumar"}, set()),
        ("outside Ada Rell's apartment", set(), set()),
        ("Southeast Arvena", {"Arvena"}, set()),
        ("the West Side", set(), set()),
        ("to Orla Hospital", set(), set()),
        ("Orla Hospital", {"Orla", "Hospital"}, set()),
        ("Arvena", {"Arvena"}, set()),
    ],
)
def test_streets_and_parts_of_a_town_are_no_towns(words: str, towns: set[str], streets: set[str]) -> None:
    got = towns_and_streets(words, (0, len(words)))
    assert [{words[slice(*s)] for s in some} for some in got] == [towns, streets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two days after 9 May, gunmen shot a man dead in Tarn.", "2023-05-11"),
        ("Gunmen shot a man dead in Tarn three days before 9 May.", "2023-05-06"),
        ("The day after Christmas 2022, gunmen shot a man dead in Tarn.", "2022-12-26"),
        ("Some days after 9 May, gunmen shot a man dead in Tarn.", None),
        ("On 9 May gunmen shot a man dead in Tarn, two days after 5 May.", "2023-05-09"),
    ],
)
def test_what_was_some_days_after_a_date_was_not_on_it(text: str, expected: str | None) -> None:
    assert day(text) == expected


def test_a_hospital_to_which_somebody_was_taken_is_no_place_of_the_deed() -> None:
    text = "He was pronounced dead at the Orla Hospital in Tarn."
    at = text.index("Orla")
    assert towns_and_streets(text, (at, len(text) - 1)) == ([], [])


def test_last_names_of_the_aged_are_no_places() -> None:
    text = "Ada Rell, 17, and Oren B. Vale Jr., 31, died in East Orla, 12 days after Bani Tarn, Dumar."
    assert last_names_of_the_aged(text) == {"Rell", "Vale"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was shot on Elm Street. He died at a hospital, police said.", (1, None)),
        ("A woman was shot on Elm Street. She was taken to a hospital, where she died.", (1, None)),
        ("Two men were shot on Elm Street. One is hurt badly. He is a guard.", (None, 2)),
        ("A man was shot on Elm Street. His father was a guard. He died in 1999.", (None, 1)),
    ],
)
def test_he_died_is_told_of_the_one_who_was_shot(text: str, expected: tuple[int | None, int | None]) -> None:
    assert toll(text) == expected


def test_where_no_word_of_death_stands_nobody_is_dead() -> None:
    text = "Police came to a shooting on Elm Street and found a woman on the ground. She was shot in the shoulder."
    assert toll(text) == (None, 1)


@pytest.mark.parametrize("opening", ["MEMPHIS, Tenn. — ", "MEMPHIS, Tenn. (WXYZ) - ", "MEMPHIS -- "])
def test_a_street_lies_in_the_town_that_a_report_is_sent_from(opening: str) -> None:
    text = f"{opening}Police have arrested three people. They opened fire on a car on Cherry Road, killing a teen."
    place = first(text).place
    assert place is not None
    assert "Memphis" in (place.name, *place.within)


@pytest.mark.parametrize(
    "text",
    [
        "A man was charged Friday with the shooting of a guard in Tarn. He shot him on Thursday, an officer said.",
        "A vigil was held Friday to remember the boy who was killed on Thursday in Tarn.",
        "A girl shot in Tarn was in grave condition on Friday. The shooting was reported at 7:15 p.m. Thursday.",
        "A boy was shot by his would-be victim Thursday night in Tarn, police said.",
    ],
)
def test_the_day_of_a_charge_a_vigil_or_a_report_is_not_that_of_the_deed(text: str) -> None:
    assert day(text) == "2023-05-18"


def test_a_charge_alone_tells_no_day_of_the_deed() -> None:
    text = "A man is charged with shooting and killing a guard in Tarn.\n\n"
    assert day(f"{text}Oren Vale was charged late Thursday night with the shooting death of Ada Rell, 20.") is None


def test_who_died_and_then_is_told_to_have_been_shot_is_no_other() -> None:
    assert toll("A boy died after he was shot by his brother in Tarn.") == (1, None)
    assert toll("A guard killed his wife in Tarn before he was shot by police.") == (1, 1)


def test_the_stamp_of_an_update_is_no_day_of_a_deed() -> None:
    shooting = first(
        "Update-- May 17, 2023, 11:37 a.m.: Police arrested a boy in connection with Ado Brell's shooting death.\n\n"
        "Ado Brell, 16, was shot and killed on Friday afternoon at a house in Baton Rouge, police said."
    )
    assert shooting.time is not None
    assert shooting.time.earliest == "2023-05-12"


def test_a_shootout_told_again_as_a_shooting_is_one_deed() -> None:
    incident = first(
        "Five people have been wounded in a shootout at a bar in Colorado Springs.\n\n"
        "Police said the shootings occurred Sunday morning at the Leyalina Hookah bar.\n\n"
        "Police said none of the injuries are considered life-threatening.\n\n"
        "Authorities said the incident started between two feuding groups and may have been gang-related."
    )
    assert incident.injured is not None
    assert incident.time is not None
    assert incident.injured.low == 5


def test_what_is_told_at_the_head_and_again_at_length_is_one_deed() -> None:
    text = (
        "Police are searching for a car linked to a quadruple shooting.\n\n"
        "The father of the teenager who was killed in the drive-by shooting spoke to us. Police say his body was found"
        " with three men who were also shot.\n\n"
        "Whoever shot four men in Marl on Tuesday night sent three to hospital and killed an 18-year-old."
    )
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2023-05-19")
    (shooting,) = read_record(record, _KIT, Settings()).incidents
    assert shooting.killed is not None
    assert shooting.injured is not None
    assert (shooting.killed.low, shooting.injured.low) == (1, 3)


def test_a_quarter_that_bears_a_far_towns_name_lies_in_the_city_whose_police_tell() -> None:
    """It is called as the text has it, and what lies in it is no nearer to the far town."""
    place = first("A girl was shot on Thursday in Whitehaven, Memphis police said. The Whitehaven flat is empty.").place
    assert place is not None
    assert (place.name, place.within[0], place.country) == ("Whitehaven", "Memphis", "US")


def test_a_town_whose_land_the_text_names_stays_where_it_is() -> None:
    text = "A girl was shot on Thursday in Whitehaven, England, said Memphis police, who were asked to help."
    place = first(text).place
    assert place is not None
    assert place.country == "GB"
