"""Rulings in the terminal: what cannot be is refused before it stands, and what once was taken can be taken back."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from truceline.cli.app import app
from truceline.model.decision import Anchor, Decision
from truceline.store.sqlite import SqliteLedger
from truceline.web.app import create_app

REPORT = "Governor Ivo Lasen said 12 civilians were killed when shells hit the market of Kalinov on 3 March 2020."
QUOTE = "shells hit the market"


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    report, path = tmp_path / "report.txt", tmp_path / "a.truce"
    report.write_text(REPORT, encoding="utf-8")
    monkeypatch.setenv("TRUCELINE_LEDGER", str(path))
    assert run("add", report).exit_code == 0
    return path


@pytest.fixture
def document(ledger: Path) -> str:
    return json.loads(run("documents", "--json", "--ledger", ledger).stdout)[0]["id"]


def an_account(document: str) -> str:
    accounts = json.loads(run("incidents", "--json").stdout)[0]["accounts"]
    return next(a["id"] for a in accounts if a["document"] == document)


def rulings() -> list[str]:
    return [d["verb"] for d in json.loads(run("decide", "list", "--json").stdout)["decisions"]]


def test_an_account_of_no_known_type_is_refused_with_the_types_there_are(document):
    result = run("account", "add", document, "--quote", QUOTE, "--teller", "Residents", "--type", "shelng")
    assert result.exit_code == 2
    assert "--type shelng: no event type; shelling is meant?" in result.stderr
    assert rulings() == []


def test_a_ledger_with_an_account_of_no_known_type_opens_names_it_and_loses_it_by_undo(ledger, document):
    store = SqliteLedger(ledger)
    anchor = Anchor(document=document, sha256=store.document(document).sha256, quote=QUOTE)
    values = {"tellers": ["Residents"], "event_type": "shelng", "incident": None}
    at = "2026-01-02T03:04:05.000+00:00"
    store.add_decision(Decision(id="R1", verb="add", anchors=(anchor,), analyst="ana", reason="", at=at, values=values))
    store.close()
    assert run("incidents").exit_code == 0
    assert "shelng is no event type" in run("decide", "list").stdout
    assert "ruling_unusable" in run("show", document).stdout
    assert run("decide", "undo", "R1").exit_code == 0
    assert "ruling_unusable" not in run("show", document).stdout


@pytest.mark.parametrize(
    "words", ["time=2020-02-30", "place=Kalinov @ 148.4, 38.0", "type=shelng", "time=2020-03-04/2020-03-01"]
)
def test_an_edit_to_what_cannot_be_is_refused(document, words):
    assert run("account", "edit", an_account(document), "--set", words).exit_code == 2
    assert rulings() == []


def test_an_actor_nobody_knows_is_said_to_be_taken_as_a_new_name(document):
    result = run("account", "edit", an_account(document), "--set", "actor=dpr2")
    assert result.exit_code == 0
    assert "dpr2: no known actor, taken as a new name (near it are" in result.stderr
    assert "taken as a new name" not in run("account", "edit", an_account(document), "--set", "actor=dpr").stderr


def test_a_place_nobody_knows_is_said_to_have_no_point(document):
    result = run("account", "edit", an_account(document), "--set", "place=Atlantiss")
    assert "Atlantiss: no place of the document, taken as a name without a point" in result.stderr


def test_an_edit_says_what_it_replaces(document):
    told = an_account(document)
    first = run("account", "edit", told, "--set", "killed=14", "--set", "killed=3 children")
    assert 'Killed: replaces its value: 12 civilians ("12 civilians were killed")' in first.stderr
    second = run("account", "edit", told, "--set", "killed=20", "--json")
    assert "Killed: replaces all its 2 values: 14; 3 children (give --set again" in second.stderr
    assert json.loads(second.stdout)["verb"] == "edit"
    assert "replaces" not in run("account", "edit", told, "--set", "injured=2").stderr


def test_a_ruling_on_incidents_is_listed_with_their_documents_and_words(document, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(
        "Shells hit the square of Norrin on 9 March 2020 and killed two people, the council said.", encoding="utf-8"
    )
    assert run("add", other).exit_code == 0
    one, two = (i["id"] for i in json.loads(run("incidents", "--json").stdout))
    assert run("decide", "different", one, two).exit_code == 0
    listed = run("decide", "list").stdout
    assert f'{document}/i1 "' in listed
    assert "and killed" in listed or "hit the" in listed


def test_a_file_of_a_name_that_is_there_is_told_to_stand_beside_it(document, tmp_path):
    another = tmp_path / "new" / "report.txt"
    another.parent.mkdir()
    another.write_text("The lake froze at Sarn, and children walked across it on Monday.", encoding="utf-8")
    added = " ".join(run("add", another).stdout.split())
    assert document in added.partition("has the name of report.txt")[2].partition(": both stand")[0]
    assert "truceline document supersede LATER EARLIER" in added


@pytest.mark.usefixtures("ledger")
def test_a_whole_export_says_that_it_is_undisclosed(tmp_path):
    target = tmp_path / "all.json"
    assert "undisclosed" in run("export", "--format", "json", "--out", target).stderr
    assert "undisclosed" not in run("export", "--json").stderr


@pytest.mark.usefixtures("ledger")
def test_a_layout_is_of_tables():
    refused = run("export", "--format", "geojson", "--layout", "acled")
    assert refused.exit_code == 2
    assert "--format csv" in refused.stderr


def test_who_rules_is_said_where_nobody_gave_a_name_and_a_setting_holds_for_commands_and_pages(
    document, ledger, monkeypatch
):
    account = an_account(document)
    monkeypatch.setenv("LOGNAME", "somebody")
    monkeypatch.delenv("TRUCELINE_ANALYST", raising=False)
    assert "recorded as by somebody, the login's name" in run("account", "accept", account).stdout
    assert "the login's name" not in run("account", "reject", account).stdout
    with TestClient(create_app(ledger), base_url="http://127.0.0.1") as pages:
        assert "Deciding as somebody, the login" in pages.get("/keys").text
    monkeypatch.setenv("TRUCELINE_ANALYST", "Ana Berg")
    assert "by Ana Berg" in run("account", "accept", account).stdout
    with TestClient(create_app(ledger), base_url="http://127.0.0.1") as pages:
        assert 'Deciding as <a href="/analyst">Ana Berg</a>' in pages.get("/keys").text
    assert "1 decision" in run("decide", "list", "--by", "Ana Berg").stdout
    assert "2 decisions" in run("decide", "list", "--by", "somebody").stdout
    assert "3 decisions" in run("decide", "list").stdout


def test_the_list_of_rulings_tells_what_each_set(document, ledger):
    run("document", "edit", document, "--publisher", "Kalinov Herald", "--ledger", ledger)
    run("account", "edit", an_account(document), "--set", "killed=at least 9", "--deny", "responsibility")
    listed = run("decide", "list").stdout
    assert f"correct {document} (published by: Kalinov Herald) by" in listed
    assert "(Killed: at least 9; Responsibility: denied) by" in listed


def test_a_rejected_account_is_counted_apart(ledger):
    account = json.loads(run("incidents", "--json", "--ledger", ledger).stdout)[0]
    run("account", "reject", account["accounts"][0]["id"])
    assert "0 accounts (1 more rejected) by 0 tellers" in run("show", account["id"]).stdout
