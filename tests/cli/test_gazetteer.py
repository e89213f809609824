"""Places of one's own from the command line: taken in, looked up, used, and what is wrong named."""

import json
from pathlib import Path

from typer.testing import CliRunner

from truceline.cli.app import app

TABLE = "name,lat,lon,level,country\nXelmar,35.5,36.5,village,SY\nNowhere,,36.5,village,SY\n"


def run(*words: str):
    return CliRunner().invoke(app, list(words))


def test_a_gazetteer_is_taken_in_and_looked_up(tmp_path: Path):
    (tmp_path / "mine.csv").write_text(TABLE, encoding="utf-8")
    ledger = str(tmp_path / "a.truce")
    taken = run("gazetteer", "import", str(tmp_path / "mine.csv"), "--ledger", ledger, "--json")
    assert taken.exit_code == 3
    said = json.loads(taken.stdout)
    assert said["places"] == 1
    assert said["problems"][0]["where"] == "mine.csv, line 3, field lat"
    found = json.loads(run("gazetteer", "lookup", "xelmar", "--ledger", ledger, "--json").stdout)
    assert [(c["name"], c["source"]) for c in found] == [("Xelmar", "own: mine.csv")]


def test_a_name_nobody_knows_ends_with_nothing_done(tmp_path: Path):
    assert run("gazetteer", "lookup", "Xqzzt", "--ledger", str(tmp_path / "none.truce")).exit_code == 1


def test_reading_without_a_ledger_may_use_one_too(tmp_path: Path):
    (tmp_path / "mine.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "note.txt").write_text("Shells fell on Xelmar in Syria on 3 May 2016.", encoding="utf-8")
    read = run("read", str(tmp_path / "note.txt"), "--gazetteer", str(tmp_path / "mine.csv"), "--json")
    places = json.loads(read.stdout.splitlines()[-1])["places"]
    assert ("Xelmar", 35.5) in {(p["name"], p["lat"]) for p in places}
