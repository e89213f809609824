"""The day a document prints as its own is no happening's, where the story tells another."""

import pytest

from truceline.ledger import read


@pytest.mark.parametrize("head", ["5 June 2023. ", "IDLIB, June 5, 2023 - "])
def test_a_strike_on_sunday_is_not_dated_by_its_report(tmp_path, head):
    (tmp_path / "report.txt").write_text(
        head + "An air strike killed three people in Idlib on Sunday, rescuers said.\n"
    )
    (reading,) = read([tmp_path / "report.txt"])
    (incident,) = reading.incidents
    assert incident.time is not None
    assert incident.time.earliest == "2023-06-04"


def test_where_no_other_day_is_told_the_printed_one_serves(tmp_path):
    (tmp_path / "report.txt").write_text("5 June 2023. An air strike killed three people in Idlib, rescuers said.\n")
    (reading,) = read([tmp_path / "report.txt"])
    assert reading.incidents[0].time is not None
    assert reading.incidents[0].time.earliest == "2023-06-05"


def day_of(tmp_path, text: str) -> str | None:
    (tmp_path / "2016-09-20-report.txt").write_text(text)
    (reading,) = read([tmp_path / "2016-09-20-report.txt"])
    time = reading.incidents[0].time
    return time.earliest if time else None


@pytest.mark.parametrize(
    "text",
    [
        "The Wire, whose account of 15 August remains the fullest, wrote that men attacked a hotel in Juba on 11 July.",
        "In a report dated 4 September the mission said that soldiers had attacked a hotel in Juba on 11 July.",
        "On 11 July soldiers burned the village of Kalembe and killed nine, says an article published on 4 September.",
        "The mission, in a statement of 14 July, said that a post in Juba was shelled on 11 July.",
    ],
)
def test_the_day_a_report_came_out_is_not_that_of_the_attack_it_tells(tmp_path, text: str):
    assert day_of(tmp_path, text) == "2016-07-11"


@pytest.mark.parametrize(
    "text",
    [
        "By the report of 11 July soldiers burned the village of Kalembe and killed nine people.",
        "Soldiers burned the village of Kalembe on 11 July, says a report, and killed nine people.",
        "Soldiers burned the village of Kalembe on 11 July. A report of 14 July tells more of it.",
    ],
)
def test_where_a_report_tells_no_other_day_its_own_may_be_meant(tmp_path, text: str):
    assert day_of(tmp_path, text) == "2016-07-11"


def test_the_day_a_word_was_corrected_is_not_that_of_the_deed(tmp_path):
    text = "The spokesman told Radio Reed on 6 September 2016 that men had been arrested, and corrected it a day later."
    assert day_of(tmp_path, text) != "2016-09-07"


def test_what_is_counted_since_the_beginning_of_a_truce_is_counted_to_the_papers_own_day(tmp_path):
    (tmp_path / "report.txt").write_text(
        "Qasr, 20 March 2026\n\nSince the beginning of the cessation of hostilities on 4 March the Front has committed "
        "41 violations: 23 cases of shelling, 11 of small-arms fire and 7 of abduction.\n"
    )
    (reading,) = read([tmp_path / "report.txt"])
    times = {(i.time.earliest, i.time.latest) for i in reading.incidents if i.time and "violation" in i.event_type}
    assert times == {("2026-03-04", "2026-03-20")}
