"""Which day a happening gets: its own, the one set before it, never that on which somebody spoke of it."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

_KIT = local_kit()


def days(text: str) -> dict[str, str | None]:
    """The day of each happening, by its first words."""
    reading = read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2023-05-19"), _KIT, Settings()
    )
    return {text[slice(*min(i.mentions))]: _day(i) for i in reading.incidents}


def _day(incident: ReportedIncident) -> str | None:
    return incident.time.earliest[:10] if incident.time and incident.time.earliest else None


@pytest.mark.parametrize(
    "text",
    [
        "The mission wrote of Tarn. On 5 April it estimated that 300 men had been shot dead there.",
        "On 5 April the rights office concluded that soldiers had shot dead 300 men in Tarn.",
        "On Monday the command acknowledged that its soldiers had shot dead 30 men in Tarn.",
        "On 8 May the mission gave the results of an inquiry: at least 31 men shot dead, nine by their own guards.",
        "At a hearing on Tuesday the governor admitted that the police had shot dead 30 men in Tarn.",
    ],
)
def test_the_day_of_a_count_or_an_admission_is_not_that_of_the_deed(text: str) -> None:
    assert days(text)["shot dead"] is None


@pytest.mark.parametrize(
    "text",
    [
        "On 9 May, the army said, rebels shot dead two guards in Tarn.",
        "Rebels shot dead two guards in Tarn on 9 May, the army said on 11 May.",
        "The army said on 11 May that rebels had shot dead two guards in Tarn on 9 May.",
        "On 9 May the same was told everywhere: rebels had shot dead two guards in Tarn.",
        "On 9 May, according to the mayor, rebels shot dead two guards in Tarn.",
    ],
)
def test_a_day_told_with_the_deed_stays(text: str) -> None:
    assert days(text)["shot dead"] == "2023-05-09"


def test_an_admission_on_a_later_day_leaves_the_day_of_the_deed() -> None:
    text = (
        "On 6 May aircraft bombed a school in Orla. On Saturday the command acknowledged that it had struck the school."
    )
    assert days(text)["bombed"] == "2023-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May soldiers crossed the river near Tarn. At the bridge they turned back the buses.",
        "A great crowd set out for the border on 4 May. Soldiers at the bridge turned back the buses.",
        "On 4 May a great crowd set out for the border. Soldiers at the bridge turned back the buses.",
        "Word went round on 4 May of an open border. On that day a crowd set out. Soldiers turned back the buses.",
    ],
)
def test_a_day_set_holds_for_the_sentences_behind_it(text: str) -> None:
    assert days(text)["turned back"] == "2023-05-04"


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May soldiers crossed the river near Tarn.\n\nSoldiers at the bridge turned back the buses.",
        "On 4 May soldiers crossed the river near Tarn. Soldiers at the bridge have often turned back the buses.",
        "On 4 May soldiers crossed the river near Tarn. Each day soldiers at the bridge turned back the buses.",
        "On 4 May we reached the border. The drivers told us that soldiers had turned back the buses.",
        "A great crowd set out, the mayor said on 4 May. Soldiers at the bridge turned back the buses.",
        "Soldiers crossed the river near Tarn on 4 May and on 7 May. Soldiers at the bridge turned back the buses.",
    ],
)
def test_no_day_is_set_across_a_paragraph_or_for_another_time(text: str) -> None:
    assert days(text).get("turned back") is None


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers gathered the people and the house was shelled the next morning, 5 May.",
        "Two weeks before, on 5 May, two boys were killed when a house was shelled.",
        "The house was shelled the following day, on 5 May, and two boys died.",
    ],
)
def test_a_day_told_twice_over_is_its_date(text: str) -> None:
    assert "2023-05-05" in days(text).values()


def test_the_day_from_which_a_truce_is_to_hold_is_not_that_on_which_it_was_agreed() -> None:
    text = "The envoys met in Orla and agreed on a truce that was to begin at noon on 9 May."
    assert "2023-05-09" not in days(text).values()


def test_the_day_of_agreeing_stands_beside_that_from_which_it_is_to_hold() -> None:
    text = (
        "Last Thursday the envoys met in Orla and undertook that from midnight on 29 May all weapons would be silent."
    )
    assert "2023-05-29" not in days(text).values()
    assert "2023-05-11" in days(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "The envoys sat down together in Orla on 3 May.",
        "The truce was agreed in Orla on 3 May, when the two presidents sat down together.",
        "On 3 May, in a cold hall at Orla, the two presidents sat down together; they had not met since 2019.",
    ],
)
def test_what_only_the_learned_reader_sees_has_the_day_of_its_clause(text: str) -> None:
    assert "2023-05-03" in days(text).values()


def test_a_feast_in_passing_is_not_the_day() -> None:
    text = (
        "On 14 April, in what was officially the Easter truce, a bus came under fire near Tarn. Five people were hurt."
    )
    assert days(text)["came under fire"] == "2023-04-14"


def test_what_was_observed_on_a_day_was_on_that_day() -> None:
    text = (
        "Daily report, 19 May 2023\n\n"
        "On 18 May the mission observed 12 armoured vehicles of the Front moving towards Serin."
    )
    assert days(text) == {"moving": "2023-05-18"}
