"""What a small ledger of real files exports: parties in the columns of parties, objects and ranges in words."""

import csv
import json
import zipfile
from pathlib import Path

from typer.testing import CliRunner

from truceline.cli.app import app
from truceline.ledger import Ledger
from truceline.review.ask import Ask

FARM = (
    "On 11 March 2020 the Syrian Army shelled a poultry farm near Ariha and killed six civilians, "
    "the Syrian Civil Defence said.\n"
)
DENIED = (
    "The Lake Truce Mission, 12 March 2020. On 11 March 2020 fighters of Hayat Tahrir al-Sham denied the Mission "
    "passage at a checkpoint near Darat Izza.\n"
)


def acled(tmp_path: Path, *texts: str) -> list[dict[str, str]]:
    """The ACLED rows of a ledger of these texts."""
    ledger, table = tmp_path / "a.truce", tmp_path / "acled.csv"
    for number, text in enumerate(texts):
        report = tmp_path / f"{number}.txt"
        report.write_text(text, encoding="utf-8")
        CliRunner().invoke(app, ["add", str(report), "--ledger", str(ledger)], catch_exceptions=False)
    words = ["export", "--format", "csv", "--layout", "acled", "--out", str(table), "--ledger", str(ledger)]
    CliRunner().invoke(app, words, catch_exceptions=False)
    with table.open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


def test_a_farm_is_no_actor(tmp_path):
    (row,) = acled(tmp_path, FARM)
    assert (row["actor1"], row["actor2"], row["fatalities"]) == ("Syrian Arab Army", "", "6")
    assert "poultry farm" in row["notes"]


def test_no_actor_is_an_id_or_a_number(tmp_path):
    actors = [row[column] for row in acled(tmp_path, FARM, DENIED) for column in ("actor1", "actor2")]
    assert "Hayat Tahrir al-Sham" in actors
    assert not [a for a in actors if a.isdigit() or (a.islower() and "-" in a)]


def test_an_incident_dated_ahead_stays_with_its_place_and_is_named(tmp_path):
    (row,) = acled(tmp_path, FARM.replace("2020", "2089"))
    assert (row["event_date"], bool(row["latitude"])) == ("2089-03-11", True)
    ledger = str(tmp_path / "a.truce")
    listed = CliRunner().invoke(app, ["problems", "--ledger", ledger])
    assert "dated_ahead" in listed.stdout
    assert "dated 11 March 2089, after it was" in " ".join(listed.stdout.split())
    words = ["export", "--format", "geojson", "--out", str(tmp_path / "a.json"), "--ledger", ledger]
    assert "1 incident dated after the day of taking in" in CliRunner().invoke(app, words).output


STATEMENT = (
    "Statement taken on 4 March 2020\n\nZorvek Thalindra, a nurse at the clinic, said that shells hit the market in "
    'Daraa on 3 March 2020 and killed four people. "I carried Mirela Oskuun out myself," Thalindra said. Do not '
    "publish: her brother is Hamid Sorran.\n"
)
MAIL = (
    "From: Yusra Beldin <yusra.beldin@aid.example>\nTo: desk@monitor.example\nDate: Fri, 6 Mar 2020 10:00:00 +0200\n"
    "Subject: Yusra Beldin on the air strike in Idlib\n\nAn air strike in Idlib on 4 March 2020 killed three people, "
    "medic Sami Orfell said. Interior Minister Tarek Volun said that no aircraft had flown.\n"
)
CASUALTIES = "Name,Age,Note\nLena Karel,34,wife of Ivo Karel\nOSKUUN Mirela,8,pupil\n"
NAMES = ("zorvek", "thalindra", "mirela", "oskuun", "hamid", "sorran", "yusra", "beldin", "orfell", "lena", "karel")


def test_statement_mail_and_casualty_list_name_nobody_private_in_anything_that_leaves(tmp_path):
    folder, ledger = tmp_path / "in" / "Zorvek Thalindra", str(tmp_path / "a.truce")
    folder.mkdir(parents=True)
    for name, text in (("statement.txt", STATEMENT), ("mail.eml", MAIL), ("lena karel.csv", CASUALTIES)):
        (folder / name).write_text(text, encoding="utf-8")
    CliRunner().invoke(app, ["add", str(tmp_path / "in"), "--ledger", ledger])
    first = Ledger(ledger)
    target = first.snapshot().incidents[0].accounts[0].id
    first.decide(Ask(verb="accept", targets=(target,), analyst="Lena Karel", reason="Hamid Sorran told me so"))
    first.close()
    outs = [["export", "--format", f] for f in ("csv", "xlsx", "geojson", "jsonld")]
    outs += [["export", "--format", "csv", "--layout", layout] for layout in ("claims", "acled", "ucdp", "airwars")]
    left = [leaving(tmp_path, ledger, words) for words in (*outs, ["report"])]
    assert "tarek volun" in left[4], "a minister who speaks in office is named"
    assert "a nurse (person" in left[0]
    for text in left:
        assert not [name for name in NAMES if name in text]


def leaving(tmp_path: Path, ledger: str, words: list[str]) -> str:
    """What a command writes, in small letters; of a workbook all its parts."""
    made = tmp_path / "out"
    CliRunner().invoke(app, [*words, "--out", str(made), "--ledger", ledger], catch_exceptions=False)
    if not zipfile.is_zipfile(made):
        return made.read_text("utf-8").casefold()
    with zipfile.ZipFile(made) as book:
        return "\n".join(book.read(name).decode("utf-8") for name in book.namelist()).casefold()


def test_a_ruling_lets_a_name_leave_until_it_is_undone(tmp_path):
    report, ledger = tmp_path / "a.txt", str(tmp_path / "a.truce")
    report.write_text("Mirela Oskuun, a nurse in Ariha, said on 11 March 2020 that a shell hit her house.\n", "utf-8")

    def run(*words: str) -> str:
        return CliRunner().invoke(app, [*words, "--ledger", ledger]).stdout

    run("add", str(report))
    allowed = run("disclosure", "--allow", "Mirela Oskuun", "--why", "she agrees", "--by", "ana")
    assert "allow (may be named: Mirela Oskuun) by ana" in allowed
    assert "she agrees" in run("decide", "list")
    assert "0 names do not leave" in run("disclosure")
    assert "Mirela Oskuun" in run("export", "--format", "csv", "--layout", "claims")
    assert run("disclosure", "--allow", "Mirela Oskuun") == ""
    run("decide", "undo", allowed.split()[0])
    assert "Mirela Oskuun" in run("disclosure")
    assert "Mirela Oskuun" not in run("export", "--format", "csv", "--layout", "claims")


def test_the_analyst_is_told_whose_names_do_not_leave(tmp_path):
    report, ledger = tmp_path / "a.txt", str(tmp_path / "a.truce")
    report.write_text("Mirela Oskuun, a nurse in Ariha, said on 11 March 2020 that a shell hit her house.\n", "utf-8")
    CliRunner().invoke(app, ["add", str(report), "--ledger", ledger], catch_exceptions=False)
    listed = CliRunner().invoke(app, ["disclosure", "--ledger", ledger], catch_exceptions=False).stdout
    assert "Mirela Oskuun" in listed
    assert "1 name does not leave; --allow NAME" in listed
    told = CliRunner().invoke(app, ["disclosure", "--json", "--ledger", ledger], catch_exceptions=False).stdout
    assert any(row["name"] == "Mirela Oskuun" for row in json.loads(told)["withheld"])


def test_the_full_copy_is_written_only_where_it_is_asked_for_by_name(tmp_path):
    acled(tmp_path, FARM)
    ledger, runner = str(tmp_path / "a.truce"), CliRunner()
    for out in ((), ("--out", str(tmp_path / "full.json"))):
        asked = runner.invoke(app, ["export", "--ledger", ledger, *out])
        assert asked.exit_code == 2
        assert "--json the full copy, undisclosed, for you alone" in " ".join(asked.output.split())
    assert not (tmp_path / "full.json").exists()
    table = tmp_path / "incidents.csv"
    assert runner.invoke(app, ["export", "--ledger", ledger, "--out", str(table)]).exit_code == 0
    assert table.read_text(encoding="utf-8-sig").startswith("id,title,")


def test_a_format_that_is_none_is_answered_with_those_there_are(tmp_path):
    said = CliRunner().invoke(app, ["export", "--format", "doc", "--ledger", str(tmp_path / "a.truce")])
    assert said.exit_code == 2
    assert "'doc' is none of json, csv" in said.output
