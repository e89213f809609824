"""Tables amid a text: kept, pointed out, and not read as sentences."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.read.document import read_document
from truceline.read.kit import ReadKit
from truceline.read.laid_tables import find_tables
from truceline.runners.inputs import find_records
from truceline.runners.local import local_kit

TEXT = """The mission's week in figures.

Date | Place | Incident | Killed
27 May | Ombra | Air strike | 28
31 May | Lindal | Shelling | 18

A shell hit the mill at Harun on 1 June, killing three people, the mayor said.
"""


@pytest.fixture(scope="module")
def kit() -> ReadKit:
    return local_kit().read


def test_rows_of_cells_are_a_table_and_a_bar_amid_a_sentence_is_none():
    assert [TEXT[a:b].splitlines()[0] for a, b in find_tables(TEXT)] == ["Date | Place | Incident | Killed"]
    assert find_tables("News | World | Opinion\nThe mill was hit.\n") == ()


def test_a_table_in_a_text_is_a_problem_and_the_text_around_it_is_read(kit):
    reading = read_document(Record(id="a", where="week.docx", data=b"", text=TEXT), kit, Settings())
    (found,) = reading.problems
    assert (found.code, found.where) == ("table_not_read", "week.docx")
    assert "3 rows" in found.message
    assert reading.text == TEXT
    assert {q.text for q in reading.quantities} == {"three"}


def test_a_table_of_unknown_columns_is_kept_unread(kit, tmp_path):
    (tmp_path / "log.csv").write_text("Tag,Ort,Tote\n2031-05-03,Harun,four people were killed\n")
    (record,) = find_records([tmp_path])
    reading = read_document(record, kit, Settings())
    assert "four people were killed" in (reading.text or "")
    assert (reading.sentences, reading.claims, [p.code for p in reading.problems]) == ((), (), ["table_unmapped"])
