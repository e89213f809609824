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
