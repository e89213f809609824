"""Paths to records: folders are walked in a fixed order, and nothing in them is passed over in silence."""

from truceline.runners.inputs import find_records

MAPPING = """
publisher = "Harun Council"
default_type = "shelling"
[columns]
date = "Tag"
place = "Ort"
"""


def test_a_folder_gives_its_files_in_order_of_name_with_their_paths(tmp_path):
    (tmp_path / "b.txt").write_text("Second.")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.txt").write_text("First.")
    (tmp_path / ".hidden.txt").write_text("Not a report.")
    (tmp_path / "~$lock.docx").write_bytes(b"\x00")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    records = list(find_records([tmp_path]))
    assert [(r.id, r.text) for r in records] == [("a/z.txt", "First."), ("b.txt", "Second."), ("photo.jpg", None)]
    assert [p.code for p in records[-1].problems] == ["format_unknown"]


def test_paths_are_read_in_the_order_given_and_a_missing_one_keeps_its_place(tmp_path):
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / "b.txt").write_text("B.")
    records = list(find_records([tmp_path / "b.txt", tmp_path / "c.txt", tmp_path / "a.txt"]))
    assert [(r.id, r.text) for r in records] == [("b.txt", "B."), ("c.txt", None), ("a.txt", "A.")]
    assert [p.code for p in records[1].problems] == ["not_found"]


def test_a_mapping_beside_a_table_says_what_its_columns_are(tmp_path):
    (tmp_path / "log.csv").write_text("Tag,Ort\n2031-05-03,Harun\n")
    (before,) = find_records([tmp_path])
    assert [p.code for p in before.problems] == ["table_unmapped"]
    (tmp_path / "council.mapping.toml").write_text(MAPPING)
    (after,) = find_records([tmp_path])
    assert after.problems == ()
    assert (after.row.mapping, after.publisher, dict(after.row.cells)) == (
        "council",
        "Harun Council",
        {"Tag": "2031-05-03", "Ort": "Harun"},
    )


def test_a_mapping_that_cannot_be_used_is_said_with_every_table_beside_it(tmp_path):
    (tmp_path / "log.csv").write_text("Tag,Ort\n2031-05-03,Harun\n")
    (tmp_path / "note.txt").write_text("Shells fell on Harun.")
    (tmp_path / "council.mapping.toml").write_text('[columns]\nday = "Tag"\n')
    table, note = find_records([tmp_path])
    assert [p.code for p in table.problems] == ["mapping_invalid"]
    assert "council.mapping.toml: columns: 'day'" in table.problems[0].message
    assert (note.text, note.problems) == ("Shells fell on Harun.", ())


def test_what_tells_about_a_folder_is_no_report(tmp_path):
    for name in ("README.md", "report.md", "agreement.yaml"):
        (tmp_path / name).write_text("Shells fell.", encoding="utf-8")
    assert [r.id for r in find_records([tmp_path])] == ["report.md"]
    assert [r.id for r in find_records([tmp_path / "README.md"])] == ["README.md"]


def test_a_mapping_given_by_name_serves_the_tables_and_is_no_document(tmp_path):
    (tmp_path / "maps").mkdir()
    mapping = tmp_path / "maps" / "council.mapping.toml"
    mapping.write_text(MAPPING)
    (tmp_path / "log.csv").write_text("Tag,Ort\n2031-05-03,Harun\n")
    (row,) = find_records([tmp_path / "log.csv", mapping])
    assert (row.row.mapping, row.problems) == ("council", ())


def test_a_mapping_that_is_no_utf8_is_a_problem_of_its_table(tmp_path):
    (tmp_path / "log.csv").write_text("Tag,Ort\n2031-05-03,Harun\n")
    (tmp_path / "council.mapping.toml").write_bytes(b'publisher = "R\xe9gion"')
    (table,) = find_records([tmp_path / "log.csv"])
    assert [p.code for p in table.problems] == ["mapping_invalid"]
    assert "it is not UTF-8 text" in table.problems[0].message
