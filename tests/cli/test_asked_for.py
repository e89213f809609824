"""What a command is asked for and is not there, or cannot be, is said; nothing else is given in its place."""

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from truceline.cli.app import app

REPORT = "Governor Ivo Lasen said 12 civilians were killed when shells hit the market of Kalinov on 3 March 2020."
AGREEMENT = """
id: truce
name: Truce of the valley
zone_name: Kalinov
time_zone: "+02:00"
parties: [{actor: ru, name: Russia}, {actor: us, name: United States}]
positions:
- {party: ru, began: "2020-03-01", ended: null, source: text of the truce}
terms: [{id: fire, kind: prohibition, text: No fire., bound: [ru], breach: [shelling]}]
"""


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "a.truce"
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    assert run("add", tmp_path / "report.txt", tmp_path / "agreement.yaml", "--ledger", path).exit_code == 0
    return path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tally", "--position", "russia"), "no such position on the window; ru is near; there are: ru (Russia)"),
        (("tally", "--json", "--position", "us"), "there are: ru (Russia)"),
        (("report", "--position", "us"), "there are: ru (Russia)"),
        (("report", "--agreement", "foo"), "--agreement foo: no such agreement; there are: truce"),
        (("report", "--since", "2020-03-20", "--until", "2020-03-10"), "2020-03-10 is before the first day 2020-03-20"),
        (("report", "--until", "2020-02-10"), "2020-02-10 is before 2020-03-01, where the report begins"),
    ],
)
def test_what_is_not_there_is_a_mistake_of_use(ledger, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    result = run(*words, "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not (tmp_path / "report.html").exists()


@pytest.mark.parametrize("given", ["2020-13-01", "March 2020", "2020-03", "1 March"])
@pytest.mark.parametrize(
    "words", [("report", "--since"), ("report", "--until"), ("actors", "lookup", "Kalinov Guard", "--on")]
)
def test_a_day_that_is_none_is_said_in_words(ledger, words, given):
    result = run(*words, given, "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no full date: write it as" in " ".join(result.stderr.replace("│", " ").split())
    assert "Value error" not in result.stderr


def test_a_report_counts_stated_totals_apart(ledger, tmp_path):
    (tmp_path / "week.txt").write_text(
        "On 5 March 2020 the army said it had counted 30 violations of the truce in a week.", encoding="utf-8"
    )
    assert run("add", tmp_path / "week.txt", "--ledger", ledger).exit_code == 0
    said = run("report", "-o", tmp_path / "report.html", "--ledger", ledger).stdout
    listed = run("incidents", "--ledger", ledger).stdout
    number = next(line.split()[0] for line in listed.splitlines() if " accepted" in line)
    assert f"{number} incident" in said
    assert "1 stated total known" in " ".join(said.split())


@pytest.mark.parametrize("target", ["nowhere/report.html", "."])
def test_a_report_that_cannot_be_written_is_said_in_one_line(ledger, tmp_path, target):
    result = run("report", "-o", tmp_path / target, "--ledger", ledger)
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert "give another --output" in result.stderr


def test_a_taken_port_is_said_before_any_address(ledger):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        result = run("serve", "--port", other.getsockname()[1], "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "another program uses it): give another --port" in result.stderr


@pytest.mark.parametrize("option", ["--out", "--output", "-o"])
def test_report_and_export_name_their_file_alike(ledger, tmp_path, option):
    for command in (("report",), ("export", "--format", "csv")):
        target = tmp_path / f"{command[0]}.out"
        assert run(*command, option, target, "--ledger", ledger).exit_code == 0
        assert target.exists()
