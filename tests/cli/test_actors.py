"""Actors and number words of one's own from the command line: taken in, listed, looked up, used in all that follows."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from truceline.cli.app import app
from truceline.ledger import Ledger
from truceline.web.app import create_site

OWN = """
[armed_group]
vale-front = "Vale Front (until 2019-12-31) | Resolve Front (from 2020-01-01) ; side=hill-council"
bad = "rebels"

[government]
hill-council = "Hill Council of Marl ; side=hill-council"
"""
BEFORE = (
    "4 March 2018. The Vale Front said dozens of civilians were killed when shells hit Marl market on 3 March 2018."
)
AFTER = (
    "4 March 2020. The Resolve Front said 12 civilians were killed when shells hit the bridge of Marl on 3 March 2020."
)


def run(*words: str):
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "before.txt").write_text(BEFORE, encoding="utf-8")
    (made / "after.txt").write_text(AFTER, encoding="utf-8")
    (tmp_path / "mine.toml").write_text(OWN, encoding="utf-8")
    return made


def tellers(ledger: Ledger) -> set[tuple[str, str | None]]:
    return {(a.teller_name, a.side) for i in ledger.snapshot().incidents for a in i.accounts}


@pytest.mark.usefixtures("folder")
def test_actors_are_taken_in_and_what_is_wrong_is_named(tmp_path):
    taken = run("actors", "import", str(tmp_path / "mine.toml"), "--ledger", str(tmp_path / "a.truce"), "--json")
    said = json.loads(taken.stdout)
    assert (taken.exit_code, said["actors"]) == (3, 2)
    assert [(p["where"], p["code"]) for p in said["problems"]] == [
        ("mine.toml, line 4, key bad", "name_is_label"),
    ]


def test_a_file_without_actors_changes_nothing(tmp_path):
    (tmp_path / "none.toml").write_text("[gang]\n", encoding="utf-8")
    ledger = tmp_path / "a.truce"
    assert run("actors", "import", str(tmp_path / "none.toml"), "--ledger", str(ledger)).exit_code == 1
    assert run("number-words", str(tmp_path / "none.toml"), "--ledger", str(ledger)).exit_code == 1
    book = Ledger(ledger)
    assert book.own().actors == ()
    book.close()


def test_a_ledger_reads_again_with_them_and_weighs_and_names_by_them(tmp_path, folder):
    book = Ledger(tmp_path / "a.truce")
    book.add([folder])
    assert {name for name, _ in tellers(book)} == {"Vale Front", "Resolve Front"}
    assert {u.name for u in book.unknown_actors()} == {"Vale Front", "Resolve Front"}
    head = book.head()
    book.take_setting("actors", tmp_path / "mine.toml")
    assert book.head() != head, "it is a record of the chain"
    assert book.reread().changed == 2
    assert book.unknown_actors() == ()
    assert tellers(book) == {("Vale Front", "hill-council"), ("Resolve Front", "hill-council")}
    accounts = [a for i in book.snapshot().incidents for a in i.accounts]
    assert {a.speaker for a in accounts} == {"vale-front"}
    assert {a.id for a in book.snapshot().actors} == {"vale-front", "hill-council"}
    assert book.verify().broken is None
    book.close()


def test_beside_reports_they_are_taken_in_before_these_are_read(tmp_path, folder):
    (folder / "actors.toml").write_text(OWN, encoding="utf-8")
    (folder / "number-words.toml").write_text('[[vague]]\nwords = ["dozens"]\nlow = 24\n', encoding="utf-8")
    book = Ledger(tmp_path / "a.truce")
    added = book.add([folder])
    assert added.settings == ("actors actors.toml", "number-words number-words.toml")
    assert tellers(book) == {("Vale Front", "hill-council"), ("Resolve Front", "hill-council")}
    killed = {i.killed.low for i in book.snapshot().incidents if i.killed}
    assert killed == {24, 12}
    book.close()


def test_pages_call_an_actor_by_its_name_at_the_time_of_the_document(tmp_path, folder):
    (folder / "actors.toml").write_text(OWN, encoding="utf-8")
    book = Ledger(tmp_path / "a.truce")
    book.add([folder])
    given = {d.given_id: d.id for d in book.snapshot().documents}
    with TestClient(create_site(book, "R. Reviewer"), base_url="http://127.0.0.1") as client:
        assert "Vale Front (until 2019-12-31); Resolve Front (from 2020-01-01)" in client.get("/sources").text
        for name, (own, other) in {"before.txt": ("Vale", "Resolve"), "after.txt": ("Resolve", "Vale")}.items():
            page = client.get(f"/document/{given[name]}").text
            assert f"{own} Front" in page
            assert f"{other} Front" not in page
    book.close()


def test_named_and_unknown_actors_are_listed(tmp_path, folder):
    ledger = str(tmp_path / "a.truce")
    assert run("add", str(folder), "--ledger", ledger).exit_code == 0
    unknown = json.loads(run("actors", "list", "--unknown", "--ledger", ledger, "--json").stdout)
    assert [(u["name"], u["mentions"], u["documents"]) for u in unknown] == [
        ("Resolve Front", 1, 1),
        ("Vale Front", 1, 1),
    ]
    run("actors", "import", str(tmp_path / "mine.toml"), "--ledger", ledger)
    assert run("reread", "--ledger", ledger).exit_code == 0
    listed = json.loads(run("actors", "list", "--ledger", ledger, "--json").stdout)
    assert [a["id"] for a in listed] == ["hill-council", "vale-front"]
    assert "hill-council" in run("actors", "list", "--ledger", ledger).stdout


def test_a_name_is_looked_up_on_a_day(tmp_path):
    (tmp_path / "two.toml").write_text(
        '[ngo]\na = "Marl Watch (until 2018-05-01)"\nb = "Marl Watch (from 2018-05-02)"\n', encoding="utf-8"
    )
    ledger = str(tmp_path / "a.truce")
    assert run("actors", "import", str(tmp_path / "two.toml"), "--ledger", ledger).exit_code == 0
    found = run("actors", "lookup", "marl watch", "--on", "2020-01-01", "--ledger", ledger, "--json")
    assert found.exit_code == 1, "small letters are no name"
    found = run("actors", "lookup", "Marl Watch", "--on", "2020-01-01", "--ledger", ledger, "--json")
    assert json.loads(found.stdout)["id"] == "b"
    left = run("actors", "lookup", "Marl Watch", "--ledger", ledger)
    assert (left.exit_code, "give the day" in left.stdout) == (1, True)
    assert run("actors", "lookup", "CENTCOM", "--ledger", str(tmp_path / "none.truce")).exit_code == 0


def test_reading_without_a_ledger_may_use_them_too(tmp_path, folder):
    words = tmp_path / "words.toml"
    words.write_text('[[vague]]\nwords = ["dozens"]\nlow = 24\n', encoding="utf-8")
    mine = ("--actors", str(tmp_path / "mine.toml"), "--number-words", str(words))
    reading = json.loads(run("read", str(folder / "before.txt"), *mine, "--json").stdout.splitlines()[-1])
    assert ("Vale Front", "vale-front") in {(a["name"], a["actor"]) for a in reading["actors"]}
    assert (24, None) in {(q["low"], q["high"]) for q in reading["quantities"]}
    assert run("read", str(folder), "--actors", str(words)).exit_code == 2


def test_a_second_file_may_refer_to_the_first(tmp_path):
    (tmp_path / "one.toml").write_text('[government]\nhill = "Hill Council"\n', encoding="utf-8")
    (tmp_path / "two.toml").write_text('[force]\nguard = "Hill Guard ; side=hill"\n', encoding="utf-8")
    book = Ledger(tmp_path / "a.truce")
    assert [p.code for p in book.take_setting("actors", tmp_path / "two.toml").problems] == ["id_unknown"]
    book.take_setting("actors", tmp_path / "one.toml")
    assert book.take_setting("actors", tmp_path / "two.toml").problems == ()
    book.close()


def test_a_country_of_ones_own_gazetteer_is_a_place_and_no_nameless_party(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "gazetteer.csv").write_text("name,lat,lon,level,country\nOdambia,9.5,41.8,country,OD\n", encoding="utf-8")
    (folder / "a.txt").write_text("14 March 2026\n\nOdambia rebels seized the town of Tel Wadero.", encoding="utf-8")
    ledger = tmp_path / "a.truce"
    run("add", str(folder), "--ledger", str(ledger))
    accounts = [a for i in Ledger(ledger).snapshot().incidents for a in i.accounts]
    assert {f.value for a in accounts for f in a.facets if f.facet in {"actor", "responsibility"}} == {"rebels"}
