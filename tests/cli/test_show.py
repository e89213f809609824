"""`show` of the ids that other commands print: each is its thing, or a line on where the ids are listed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from truceline.cli.app import app

REPORT = "Governor Ivo Lasen said 12 civilians were killed when shells hit the market of Kalinov on 3 March 2020."


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


@pytest.fixture
def incident(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict:
    monkeypatch.setenv("TRUCELINE_LEDGER", str(tmp_path / "a.truce"))
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run("add", tmp_path / "report.txt").exit_code == 0
    return json.loads(run("incidents", "--json").stdout)[0]


def test_an_account_is_shown_by_its_id(incident):
    account = incident["accounts"][0]
    shown = run("show", account["id"])
    assert shown.exit_code == 0
    assert f"of {incident['id']}  {incident['title']}" in shown.stdout
    assert "Killed  says 12 civilians: “12 civilians were killed”  (c1)" in shown.stdout
    assert json.loads(run("show", account["id"], "--json").stdout)["id"] == account["id"]


def test_a_claim_is_shown_by_its_id(incident):
    document = incident["accounts"][0]["document"]
    shown = run("show", f"{document}/c1")
    assert "Ivo Lasen says" in shown.stdout
    assert "12 civilians were killed when shells hit the market" in shown.stdout
    assert json.loads(run("show", f"{document}/c1", "--json").stdout)["id"] == f"{document}/c1"


def test_an_id_of_nothing_says_where_ids_are_listed(incident):
    document = incident["accounts"][0]["document"]
    wrong = run("show", f"{document}/a99")
    assert wrong.exit_code == 1
    assert f"truceline show {document} --claims" in wrong.stderr
    assert "DNONE: no such incident or document" in run("show", "DNONE/a1").stderr


def test_what_is_affirmed_beside_a_denial_says_so(tmp_path, monkeypatch):
    """Read as "denies A; B", the denied and the blamed would be one."""
    monkeypatch.setenv("TRUCELINE_LEDGER", str(tmp_path / "b.truce"))
    (tmp_path / "b.txt").write_text(
        "A drone hit a market in El Obeid on 10 February 2026 and killed 11 people. The Rapid Support Forces denied"
        " responsibility and said the army had carried out the attack.",
        encoding="utf-8",
    )
    assert run("add", tmp_path / "b.txt").exit_code == 0
    (found,) = json.loads(run("incidents", "--json").stdout)
    shown = " ".join(run("show", found["id"]).stdout.split())
    assert "says army; denies Rapid Support Forces" in shown
