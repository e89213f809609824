"""A language model is asked where a user names one, over a server that stands in for it; else nobody is."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from fakes.chat_server import Script, serving
from truceline.cli.app import app
from truceline.ledger import Ledger
from truceline.publish.report import ReportOptions, make_report
from truceline.runners.chat import Chat, ChatAddressError
from truceline.web.app import create_site

REPORT = (
    "LOMNICA, 5 July 2031. Colonel Anton Vasko said two wells near Kalinov were wrecked on 3 July 2031. "
    "The bakery stayed shut, and 40 families left the town on 4 July 2031."
)
ANSWER = {
    "incidents": [
        {
            "incident": None,
            "event_type": "evacuation",
            "accounts": [
                {
                    "claim": None,
                    "facets": [
                        {"facet": "occurrence", "quote": "40 families left the town"},
                        {"facet": "time", "quote": "on 4 July 2031"},
                    ],
                }
            ],
        }
    ]
}
MARK = "small-7b at 127.0.0.1:"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def script():
    made = Script()
    made.says(ANSWER)
    return made


@pytest.fixture
def url(script):
    with serving(script) as address:
        yield address


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


def read(report: Path, url: str, *more: object):
    done = run("read", report, "--json", "--ask-model", url, "--model", "small-7b", *more)
    return done, json.loads(done.stdout)


def test_a_named_model_is_asked_and_its_account_is_marked(report, url, script, monkeypatch):
    monkeypatch.setenv("TRUCELINE_MODEL_KEY", "a-secret")
    done, reading = read(report, url)
    assert done.exit_code == 0
    assert "each text goes to 127.0.0.1:" in done.stderr
    assert reading["reader"]["asked"] == {"model": "small-7b", "host": url.split("/")[2], "prompt": "1"}
    (account,) = [a for a in reading["accounts"] if a["extractor"]]
    assert account["extractor"].startswith(MARK)
    ((path, headings, body),) = script.sent
    assert (path, headings["Authorization"]) == ("/v1/chat/completions", "Bearer a-secret")
    assert (body["model"], body["temperature"]) == ("small-7b", 0)
    assert "a-secret" not in done.stdout


@pytest.mark.usefixtures("url")
def test_nobody_is_asked_unless_a_model_is_named(report, script, monkeypatch):
    monkeypatch.setenv("TRUCELINE_MODEL_KEY", "a-secret")
    reading = json.loads(run("read", report, "--json").stdout)
    assert reading["reader"]["asked"] is None
    assert not [a for a in reading["accounts"] if a["extractor"]]
    assert script.sent == []


@pytest.mark.parametrize(
    "words",
    [
        ("--ask-model", "http://127.0.0.1:9/v1"),
        ("--model", "small-7b"),
        ("--ask-model", "ftp://there/v1", "--model", "m"),
        ("--ask-model", "http://me:secret@there/v1", "--model", "m"),
    ],
)
def test_half_an_address_is_a_mistake_of_use(report, words):
    done = run("read", report, *words)
    assert done.exit_code == 2
    assert "secret" not in done.stderr


def broken(script: Script, how: str) -> None:
    """The server as it misbehaves."""
    if how == "malformed":
        script.says("Certainly! Here is what I found: {")
    elif how == "no completion":
        script.body = b"<html>welcome</html>"
    elif how == "empty":
        script.body = json.dumps({"choices": [{"message": {"content": None}}]}).encode()
    elif how == "slow":
        script.delay_s = 1.5
    else:
        script.status = int(how)


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("malformed", "model_answer_invalid"),
        ("no completion", "model_answer_invalid"),
        ("empty", "model_answer_invalid"),
        ("slow", "model_timed_out"),
        ("500", "model_refused"),
        ("401", "model_refused"),
        ("302", "model_refused"),  # nothing is sent on to another address
    ],
)
def test_where_it_fails_the_built_in_reading_stands_with_a_problem(report, url, script, how, code):
    plain = json.loads(run("read", report, "--json").stdout)
    broken(script, how)
    done, reading = read(report, url, "--ask-timeout", 1)
    assert done.exit_code == 3
    (problem,) = reading.pop("problems")
    assert (problem["code"], problem["where"]) == (code, "note.txt")
    assert MARK in problem["message"]
    assert problem["mend"]
    assert reading == {k: v for k, v in plain.items() if k != "problems"}


def test_where_nobody_answers_the_built_in_reading_stands(report):
    with serving(Script()) as gone:
        pass
    done, reading = read(report, gone)
    assert done.exit_code == 3
    assert [p["code"] for p in reading["problems"]] == ["model_unreachable"]
    assert reading["claims"]


def test_an_invented_quote_is_dropped_and_counted(report, url, script):
    invented = json.loads(json.dumps(ANSWER).replace("40 families", "400 families"))
    script.says(invented)
    done, reading = read(report, url)
    assert done.exit_code == 3
    assert [p["code"] for p in reading["problems"]] == ["model_left_out"]
    assert not [a for a in reading["accounts"] if a["extractor"]]


def test_tables_and_texts_in_other_languages_are_not_sent(tmp_path, url, script):
    (tmp_path / "t.csv").write_text(
        "event_date,event_type,sub_event_type,actor1,fatalities\n2031-05-03,Battles,Armed clash,Lake Guard,2\n",
        encoding="utf-8",
    )
    (tmp_path / "fr.txt").write_text("Le gouverneur a dit que le pont est fermé depuis hier soir. " * 5, "utf-8")
    run("read", tmp_path / "t.csv", tmp_path / "fr.txt", "--ask-model", url, "--model", "small-7b")
    assert script.sent == []


def test_a_very_long_text_is_not_sent(tmp_path, url, script):
    path = tmp_path / "long.txt"
    path.write_text("The bridge of Kalinov was closed on Monday. " * 1500, encoding="utf-8")
    reading = read(path, url)[1]
    assert "model_text_too_long" in [p["code"] for p in reading["problems"]]
    assert script.sent == []


@pytest.fixture
def ledger(report, url, tmp_path) -> Path:
    path = tmp_path / "a.truce"
    assert run("add", report, "--ask-model", url, "--model", "small-7b", "--ledger", path).exit_code == 0
    return path


def test_every_page_report_and_export_it_touched_names_it(ledger):
    book = Ledger(ledger)
    snapshot = book.snapshot()
    (incident,) = [i for i in snapshot.incidents if any(a.extractor for a in i.accounts)]
    document = snapshot.documents[0].id
    with TestClient(create_site(book, "R. Reviewer"), base_url="http://127.0.0.1") as client:
        for path in ("/", f"/incident/{incident.id}", f"/document/{document}", "/review", "/ceasefire", "/report"):
            assert MARK in client.get(path).text, path
        for path in (f"/incident/{incident.id}", f"/document/{document}", "/review"):
            assert client.get(path).text.count(MARK) > 1, path  # the foot, and the account itself
    assert make_report(snapshot, ReportOptions()).count(MARK) > 1
    book.close()
    for form in ("csv", "geojson", "jsonld"):
        assert MARK in run("export", "--format", form, "--ledger", ledger).stdout, form
    assert MARK in run("show", incident.id, "--ledger", ledger).stdout
    assert MARK in run("show", document, "--ledger", ledger).stdout


def test_the_key_is_kept_nowhere(report, url, tmp_path, monkeypatch):
    monkeypatch.setenv("TRUCELINE_MODEL_KEY", "a-secret-never-kept")
    path = tmp_path / "k.truce"
    run("add", report, "--ask-model", url, "--model", "small-7b", "--ledger", path)
    assert b"a-secret-never-kept" not in b"".join(p.read_bytes() for p in tmp_path.glob("k.truce*"))
    assert "a-secret" not in repr(Chat(url=url, model="m", key="a-secret"))


def test_reading_again_leaves_what_a_model_proposed(ledger, url, script):
    before = run("export", "--json", "--ledger", ledger).stdout
    done = run("reread", "--ledger", ledger)
    assert (done.exit_code, "1 document read with a language model left as before" in done.stdout) == (0, True)
    assert run("export", "--json", "--ledger", ledger).stdout == before
    script.status = 500  # asked again and no answer: what it said before stays
    done = run("reread", "--ask-model", url, "--model", "small-7b", "--ledger", ledger)
    assert done.exit_code == 3
    assert "model_refused" in done.stderr
    assert run("export", "--json", "--ledger", ledger).stdout == before


def test_reading_again_may_ask_about_what_was_read_without(report, url, tmp_path):
    path = tmp_path / "b.truce"
    run("add", report, "--ledger", path)
    done = run("reread", "--ask-model", url, "--model", "small-7b", "--ledger", path)
    assert (done.exit_code, "1 document read otherwise" in done.stdout) == (0, True)
    assert MARK in run("export", "--json", "--ledger", path).stdout


def test_an_address_says_where_it_leads():
    chat = Chat(url="https://models.example:8443/v1/", model="m")
    assert (chat.host, chat.in_the_clear) == ("models.example:8443", False)
    assert replace(chat, url="http://192.0.2.7/v1").in_the_clear
    assert not replace(chat, url="http://localhost:11434/v1").in_the_clear
    with pytest.raises(ChatAddressError):
        Chat(url="models.example/v1", model="m")
