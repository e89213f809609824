"""Who published a document, said by an analyst: as if it had come in so, recorded, and taken back by undo."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from truceline.cli.app import app

COMMUNIQUE = (
    "This morning shells hit the market of Kalinov and killed six people. Residents said drones were overhead.\n"
)
DENIED = "Governor Ivo Lasen said that no shells were fired at Kalinov on 3 March 2020.\n"


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


def ledger_of(tmp_path: Path, text: str, *words: str) -> Path:
    """A ledger of one report of 3 March 2020; the same path each time gives the same document."""
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    path = tmp_path / f"{'-'.join(words) or 'plain'}.truce".replace(" ", "")
    run("add", tmp_path / "report.txt", "--published", "2020-03-03", "--ledger", path, *words)
    return path


def told(ledger: Path) -> tuple[object, ...]:
    """Who published the document, and who tells what in which chain."""
    held = json.loads(run("export", "--json", "--ledger", ledger).stdout)
    (document,) = held["documents"]
    accounts = [(a["teller_name"], a["tellers"], a["line"]) for i in held["incidents"] for a in i["accounts"]]
    return document["publisher"], document["source"], accounts, [c["tellers"] for c in held["claims"]]


def document_in(ledger: Path) -> str:
    return json.loads(run("documents", "--json", "--ledger", ledger).stdout)[0]["id"]


@pytest.mark.parametrize("text", [COMMUNIQUE, DENIED])
@pytest.mark.parametrize("name", ["Kalinov Post", "Reuters"])
def test_a_document_held_already_is_given_its_publisher(tmp_path, text, name):
    """The same as if it had been added with --publisher, and again the same when it is read again."""
    ledger = ledger_of(tmp_path, text)
    assert run("document", "edit", document_in(ledger), "--publisher", name, "--ledger", ledger).exit_code == 0
    assert told(ledger) == told(ledger_of(tmp_path, text, "--publisher", name))
    run("reread", "--ledger", ledger)
    assert told(ledger)[0] == name


def test_one_publisher_can_be_put_in_place_of_another(tmp_path):
    ledger = ledger_of(tmp_path, DENIED, "--publisher", "Lake Radio")
    run("document", "edit", document_in(ledger), "--publisher", "Kalinov Post", "--ledger", ledger)
    assert told(ledger) == told(ledger_of(tmp_path, DENIED, "--publisher", "Kalinov Post"))


def test_a_speaker_who_published_its_own_words_goes_on_speaking(tmp_path):
    text = "The Kalinov Council said shells hit the market of Kalinov on 3 March 2020 and killed six people.\n"
    ledger = ledger_of(tmp_path, text, "--publisher", "Kalinov Council")
    run("document", "edit", document_in(ledger), "--publisher", "Kalinov Post", "--ledger", ledger)
    _, _, _, (chain,) = told(ledger)
    assert chain == ["x-kalinov-post", "x-kalinov-council"]


def test_the_ruling_is_kept_with_who_and_why_and_can_be_undone(tmp_path):
    ledger = ledger_of(tmp_path, COMMUNIQUE)
    before = told(ledger)
    words = ("--publisher", "Kalinov Council", "--by", "ana", "--why", "its letterhead", "--ledger", ledger)
    assert "correct D" in run("document", "edit", document_in(ledger), *words).stdout
    (kept,) = json.loads(run("decide", "list", "--json", "--ledger", ledger).stdout)["decisions"]
    assert (kept["analyst"], kept["reason"], kept["values"]["publisher"]) == (
        "ana", "its letterhead", "Kalinov Council",
    )  # fmt: skip
    run("decide", "undo", kept["id"], "--ledger", ledger)
    assert told(ledger) == before


def test_no_such_document_and_no_name_are_mistakes(tmp_path):
    ledger = ledger_of(tmp_path, COMMUNIQUE)
    assert "no such document" in run("document", "edit", "D0", "--publisher", "X", "--ledger", ledger).stderr
    refused = run("document", "edit", document_in(ledger), "--publisher", " ", "--ledger", ledger)
    assert (refused.exit_code, "no name of a publisher" in refused.stderr) == (2, True)
