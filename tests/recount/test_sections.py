"""Headings that say what a part of a report holds tell of nothing; what stands below them does."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.recount.events.sections import heading_words
from truceline.runners.local import local_kit


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Summary of violations", 3),
        ("## 2 . Details of alleged violations of the truce , 3 to 9 March", 15),
        ("Summary of violations : The committee registered 21 violations in March", 3),
        ("Ceasefire violations", 2),
        ("Summary of violations : 21", 0),
        ("Ceasefire violations : the army broke the truce twice", 0),
        ("Record number of violations reported in Hama", 0),
        ("Details of attacks that killed four", 0),
        ("The committee made a list of violations", 0),
    ],
)
def test_a_heading_of_a_part_of_a_report(line: str, words: int) -> None:
    assert heading_words(line.lower().split()) == words


def test_a_heading_is_no_account_beside_the_stated_total() -> None:
    """The one incident is the committee's total; the heading above it is nobody's word."""
    text = (
        "Weekly bulletin, 9 March 2026\n\nSummary of Violations\n\nThe committee registered 21 violations of the truce"
        " in Hudaydah governorate from 1 to 7 March 2026.\n\nList of violations\n\nOn 2 March 2026 shelling killed"
        " two men in Hays.\n"
    )
    reading = read_record(Record(id="d", where="d.txt", text=text, data=text.encode()), local_kit(), Settings())
    assert [(i.event_type, i.aggregate, len(i.accounts)) for i in reading.incidents] == [
        ("violation_unspecified", True, 1),
        ("shelling", False, 1),
    ]
