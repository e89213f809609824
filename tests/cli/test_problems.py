"""What was wrong with documents can be listed again, and stands beside them in the list of documents."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from truceline.cli.app import app

REPORT = (
    "Kalinov market shelled\n\nGovernor Ivo Lasen said 12 civilians were killed in Kalinov [old town] on 3 March 2020."
)


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "a.truce"
    monkeypatch.setenv("TRUCELINE_LEDGER", str(path))
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run("add", tmp_path / "report.txt").exit_code == 0
    return path


def test_a_ledger_without_problems_says_so(ledger):
    result = run("problems", "--ledger", ledger)
    assert (result.exit_code, result.stdout.strip()) == (0, "0 problems")


def test_read_says_which_files_of_ones_own_it_leaves_aside(tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "actors.toml").write_text('[state]\nkolmara = "Kolmara"\n', encoding="utf-8")
    read = run("read", tmp_path, "--json")
    assert read.stderr.strip() == "left aside: actors.toml (read with them: --actors FILE)"
    assert len(read.stdout.splitlines()) == 1
    assert run("read", tmp_path, "--json", "--actors", tmp_path / "actors.toml").stderr == ""


def test_problems_are_listed_again_and_their_documents_marked(ledger, tmp_path):
    (tmp_path / "broken [1].docx").write_bytes(b"no docx")
    assert run("add", tmp_path / "broken [1].docx", "--ledger", ledger).exit_code == 1
    result = run("problems", "--ledger", ledger)
    assert result.exit_code == 3
    assert "broken [1].docx  damaged" in result.stdout
    assert [p["code"] for p in json.loads(run("problems", "--json").stdout)] == ["damaged"]
    listed = run("documents").stdout
    (broken,) = (line for line in listed.splitlines() if "broken [1].docx" in line)
    assert "not read: damaged" in broken
    assert listed.count("not read") == 1
    assert "2 documents, 1 with problems: truceline problems" in listed


def test_a_table_kept_as_text_is_not_read_as_its_page_says(ledger, tmp_path):
    (tmp_path / "log.csv").write_text("Flight,Area,Finding\n1,Marl Bridge,smoke\n", encoding="utf-8")
    run("add", tmp_path / "log.csv", "--ledger", ledger)
    assert "not read: table_unmapped" in run("documents").stdout
    (table,) = (d for d in json.loads(run("documents", "--json").stdout) if d["given_id"] == "log.csv")
    assert [p["code"] for p in table["problems"]] == ["table_unmapped"]


def test_search_names_a_document_as_the_list_of_documents_does(ledger):
    (document,) = json.loads(run("documents", "--json", "--ledger", ledger).stdout)
    (hit,) = json.loads(run("search", "market", "--json").stdout)
    assert hit["title"] == (document["title"] or document["given_id"])
    assert f"{document['id']}  {hit['title']}" in run("search", "market").stdout


def test_a_mapping_alone_is_no_document(tmp_path):
    mapping = tmp_path / "council.mapping.toml"
    mapping.write_text('[columns]\ndate = "Tag"\nplace = "Ort"\n', encoding="utf-8")
    result = run("add", mapping, "--ledger", tmp_path / "b.truce")
    assert result.exit_code == 2
    assert "a mapping is no document" in result.stderr
    assert not (tmp_path / "b.truce").exists()


@pytest.mark.parametrize("day", ["yesterday", "2016-13-40", "03/04/2016", ""])
def test_a_day_of_publication_that_is_none_is_refused_before_anything_is_kept(tmp_path, day):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    result = run("add", tmp_path / "report.txt", "--published", day, "--ledger", tmp_path / "b.truce")
    assert result.exit_code == 2
    assert "is no full date" in result.stderr
    assert not (tmp_path / "b.truce").exists()


def test_an_empty_folder_is_said_to_be_empty_and_makes_no_ledger(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "README.txt").write_text("What this folder is for.", encoding="utf-8")
    result = run("add", folder, "--ledger", tmp_path / "b.truce")
    assert result.exit_code == 1
    assert "nothing to read in it" in result.stderr
    assert not (tmp_path / "b.truce").exists()
    (folder / "sources.yaml").write_text("sources: []\n", encoding="utf-8")
    assert "nothing to read" not in run("add", folder, "--ledger", tmp_path / "b.truce").stderr


def test_a_folder_is_no_ledger(tmp_path):
    result = run("documents", "--ledger", tmp_path)
    assert result.exit_code == 1
    assert "a folder, no ledger file" in result.stderr


def test_a_search_is_never_an_empty_success_for_its_quotation_marks(ledger):
    unclosed = run("search", '"market of', "--ledger", ledger)
    assert "a quotation mark is not closed" in unclosed.stderr
    assert "0 documents" in unclosed.stdout
    assert "1 document" in run("search", '"Kalinov market').stdout
    nothing = run("search", '""')
    assert nothing.exit_code == 2
    assert "no words to find" in nothing.stderr


def test_words_quoted_for_the_shell_are_a_phrase(ledger):
    assert "1 document" in run("search", "Kalinov market", "--ledger", ledger).stdout
    assert "0 documents" in run("search", "market Kalinov").stdout
    assert "1 document" in run("search", "market", "Kalinov").stdout


def test_what_cannot_be_read_starts_no_ledger(tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = run("add", tmp_path / "empty.txt", "--ledger", tmp_path / "b.truce")
    assert result.exit_code == 1
    assert "no ledger" in result.stdout
    assert "There is no text in it" in result.stderr
    assert not list(tmp_path.glob("b.truce*"))


def test_a_mapping_that_cannot_be_used_is_told_though_its_table_is_known(ledger, tmp_path):
    table, mapping = tmp_path / "known.csv", tmp_path / "known.mapping.toml"
    table.write_text("Nr,Where,What\n1,Kalinov,smoke\n2,Harun,nothing\n", encoding="utf-8")
    run("add", table, "--ledger", ledger)
    mapping.write_text('[columns]\nevent_type = "What"\n', encoding="utf-8")
    again = run("add", table, "--ledger", ledger)
    assert again.exit_code == 3
    assert "mapping_invalid" in again.output


def test_what_a_mapping_wrongly_said_is_no_problem_once_it_is_mended(tmp_path):
    table, mapping, book = tmp_path / "log.csv", tmp_path / "log.mapping.toml", tmp_path / "b.truce"
    table.write_text("Nr,Where,What\n1,Kalinov,smoke\n2,Harun,nothing\n", encoding="utf-8")
    mapping.write_text('[columns]\nevent_type = "What"\n', encoding="utf-8")
    assert "its text was kept" in run("add", table, "--ledger", book).stderr
    mapping.write_text('[columns]\nid = "Number"\nplace = "Town"\n', encoding="utf-8")
    assert "table_unmapped" in run("add", table, "--ledger", book).stderr
    assert "mapping_invalid" not in run("problems", "--ledger", book).stdout
    run("reread", "--ledger", book)
    assert "mapping_invalid" not in run("problems", "--ledger", book).stdout
    mapping.write_text('[columns]\nid = "Nr"\nplace = "Where"\n', encoding="utf-8")
    assert "2 documents added" in run("add", table, "--ledger", book).stdout
    assert "0 problems" in run("problems", "--ledger", book).stdout


def test_a_mapping_that_cannot_be_used_costs_no_mail_beside_it(tmp_path):
    (tmp_path / "log.mapping.toml").write_text('[columns]\nevent_type = "What"\n', encoding="utf-8")
    (tmp_path / "note.eml").write_text(f"From: Desk <d@example.org>\nSubject: Note\n\n{REPORT}\n", encoding="utf-8")
    told = run("read", tmp_path / "note.eml")
    assert "mapping_invalid" not in told.output
    assert "1 document read" in told.output


def test_a_table_whose_rows_are_read_later_is_no_problem_any_more(ledger, tmp_path):
    table = tmp_path / "log.csv"
    table.write_text("Day,Town,What\n2020-03-01,Kalinov,Fire\n2020-03-02,Kalinov,Talks\n", encoding="utf-8")
    run("add", table, "--ledger", ledger)
    assert "table_unmapped" in run("problems").stdout
    columns = '[columns]\ndate = "Day"\nplace = "Town"\ntype = "What"\n[types]\nFire = "shelling"\nTalks = "talks"\n'
    (tmp_path / "log.mapping.toml").write_text(f'name = "town_log"\n{columns}', encoding="utf-8")
    assert "2 documents added" in run("add", table, tmp_path / "log.mapping.toml").stdout
    assert run("problems").stdout.strip() == "0 problems"
    assert "not read" not in run("documents").stdout
    assert "town_log, " in run("documents").stdout
