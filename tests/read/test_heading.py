"""What a plain text prints above itself: its headline, its writer, its day."""

import pytest

from truceline.read.heading import byline, headline
from truceline.text.datelines import is_dateline


@pytest.mark.parametrize(
    ("text", "title", "writer"),
    [
        (
            "Three truces in three weeks\n\nBy Lena Harutan\n\nThe first truce was signed.",
            "Three truces in three weeks",
            "Lena Harutan",
        ),
        ("Eight weeks of quiet\nBy Martin Hallo, 11 February 2019\n\nIt held.", "Eight weeks of quiet", "Martin Hallo"),
        ("By Dana Kerel\n\nIt held.", None, "Dana Kerel"),
        ("The truce held on Monday.\n\nIt broke on Tuesday.", None, None),
        ("OMBRA, 3 March -\n\nThe truce held.", None, None),
        ("A line alone", None, None),
        ("From: the desk\n\nThe truce held by night.", None, None),
    ],
)
def test_a_headline_stands_alone_and_a_byline_names_the_writer(text, title, writer):
    assert (headline(text), byline(text)) == (title, writer)


def test_a_day_behind_the_writers_name_is_the_documents_own():
    line = "By Martin Hallo, 11 February 2019"
    assert is_dateline(line, line.index("11"), len(line))
    assert not is_dateline("By the river, 11 February 2019 saw a raid", 14, 30)
