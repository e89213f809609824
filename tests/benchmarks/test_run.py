"""Measuring: inputs are made of the data sets, read as a user would, scored, and written down a section at a time."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.confidence import surest
from benchmarks.inputs import input_record, make_input, read_rows, scorer_arguments, write_rows
from benchmarks.plan import load_plan
from benchmarks.program import make_output, problem_lines
from benchmarks.report import Scored, put_section, sections, suite_section
from benchmarks.run import SHARED, main

TEXT = "The council of Harun said on 3 May 2019 that shells fell near Damascus. Nobody was hurt, it added."
GOLD = {
    "id": "made-up-1",
    "text": TEXT,
    "date": "2019-05-04",
    "toponyms": [
        {"start": 62, "end": 70, "lat": 33.5, "lon": 36.3},
        {"start": 62, "end": 70, "lat": 33.5, "lon": 36.3},
        {"start": 4, "end": 11, "type": "Non_Toponym"},
    ],
}
SCORER = """
import json, sys
gold, readings = ([json.loads(line) for line in open(p, encoding="utf-8")] for p in sys.argv[2:4])
right = sum(r["text"] == g["text"] for g, r in zip(gold, readings))
print(json.dumps({"A161": 50.0, "right": right, "claims": sum(len(r["claims"]) for r in readings)}))
"""


@pytest.fixture
def given_run():
    return next(run for suite in load_plan() for run in suite.runs if run.name == "lgl-given")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A data folder of one made-up document, with a scorer that counts."""
    write_rows(tmp_path / "shared/bench/places/lgl.dev.jsonl", [GOLD, {**GOLD, "id": "made-up-2"}])
    (tmp_path / "shared/bench/score.py").write_text(SCORER)
    return tmp_path / "shared"


def test_the_program_is_shown_text_and_day_but_no_annotation():
    assert input_record(GOLD, given=False) == {"id": "made-up-1", "text": TEXT, "dct": "2019-05-04"}


def test_given_spans_are_each_named_once_and_what_is_no_place_is_left_out():
    assert input_record(GOLD, given=True)["places"] == [{"start": 62, "end": 70}]


def test_a_day_that_is_none_is_not_handed_on():
    assert "dct" not in input_record({**GOLD, "date": "7:58 AM ET"}, given=False)


def test_a_sample_cuts_documents_and_gold_alike(given_run, shared, tmp_path):
    source = make_input(given_run, shared / "bench", tmp_path, 1)
    ids = {row["id"] for row in read_rows(source)}
    suite, gold, output = scorer_arguments(given_run, shared / "bench", tmp_path / "out", (tmp_path, ids))
    assert (suite, [row["id"] for row in read_rows(Path(gold))]) == ("places", ["made-up-1"])
    assert output == str(tmp_path / "out")


def test_an_output_is_made_once_for_one_program_and_one_input(given_run, shared, tmp_path):
    source = make_input(given_run, shared / "bench", tmp_path, 1)
    output, cost = make_output("read", source, tmp_path, None)
    (reading,) = read_rows(output)
    assert reading["document"]["id"] == "made-up-1"
    assert [(p["start"], p["end"]) for p in reading["places"]] == [(62, 70)]
    assert make_output("read", source, tmp_path, None) == (output, cost)


def test_a_ledger_keeps_the_readings_that_reading_gives(given_run, shared, tmp_path):
    source = make_input(given_run, shared / "bench", tmp_path, None)
    read, _ = make_output("read", source, tmp_path, None)
    kept, _ = make_output("kept", source, tmp_path, None)
    assert sorted(read_rows(kept), key=_id) == sorted(read_rows(read), key=_id)


def _id(reading):
    return reading["document"]["id"]


def test_the_least_sure_places_are_left_open_a_share_of_those_the_gold_has_on_the_map(tmp_path):
    places = [
        {"start": n, "end": n + 1, "lat": 1.0, "lon": 1.0, "confidence": c} for n, c in enumerate((9, 2, 7, 8, 6))
    ]
    on_the_map = [{"start": n, "end": n + 1, "lat": 1.0} for n in range(4)]
    gold = write_rows(tmp_path / "gold.jsonl", [{"id": 5, "toponyms": on_the_map}])
    readings = write_rows(tmp_path / "readings.jsonl", [{"document": {"id": "5"}, "places": places}])
    (row,) = read_rows(surest(readings, gold, 0.75, tmp_path / "surest.jsonl"))
    assert [p["lat"] for p in row["places"]] == [1.0, None, 1.0, 1.0, None]


def test_faults_of_the_reader_are_told_by_message(tmp_path):
    problems = [{"code": "reader_failed", "message": "ValueError: x (y.py:3)"}, {"code": "undated", "message": "-"}]
    readings = write_rows(tmp_path / "readings.jsonl", [{"problems": problems}, {}])
    assert problem_lines("A", readings) == ["Problems on A: 1 x ValueError: x (y.py:3).", "Problems on A: 1 x undated."]


def test_a_section_is_replaced_alone_and_stands_in_its_order(tmp_path):
    path = tmp_path / "RESULTS.md"
    for name, text in (("times", "old"), ("places", "here"), ("times", "new")):
        put_section(path, name, text, ["places", "times"])
    assert list(sections(path.read_text()).items()) == [("places", "here"), ("times", "new")]


def test_a_section_of_another_name_is_kept_behind(tmp_path):
    path = tmp_path / "RESULTS.md"
    path.write_text("<!-- by-hand -->\nkept\n<!-- end by-hand -->\n")
    put_section(path, "places", "here", ["places", "times"])
    assert list(sections(path.read_text()).items()) == [("places", "here"), ("by-hand", "kept")]


def test_a_table_shows_ours_and_the_baseline_beside_it(given_run):
    suite = next(s for s in load_plan() if s.name == "places")
    run = replace(given_run, rows=given_run.rows[:1])
    scored = Scored(run=run, answer={"A161": 70.0}, baselines={"largest": {"A161": 60.5}}, commands=["read it"])
    section = suite_section(suite, [scored], "2019-05-04")
    assert "| LGL, given spans | within 161 km | **70.0** | 60.5 |" in section
    assert "read it" in section


def test_without_the_data_nothing_is_measured_and_nothing_changed(tmp_path, capsys):
    results = tmp_path / "RESULTS.md"
    results.write_text("as it was")
    main(["--shared", str(tmp_path / "nowhere"), "--results", str(results)])
    assert results.read_text() == "as it was"
    assert "nothing measured" in capsys.readouterr().out


@pytest.mark.skipif(not (SHARED / "bench" / "score.py").exists(), reason="the data sets of ../shared/bench are absent")
def test_a_sample_of_a_real_set_is_read_and_scored(tmp_path, capsys):
    main(["--suite", "casualties", "--sample", "2", "--results", str(tmp_path / "RESULTS.md")])
    shown = capsys.readouterr().out
    answer = json.loads(shown[shown.index("{") : shown.rindex("}") + 1])
    assert answer["killed"]["n"] == 2
    assert not (tmp_path / "RESULTS.md").exists(), "a sample is never written down"
