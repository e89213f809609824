"""What a small ledger of real files exports: parties in the columns of parties, objects and ranges in words."""

import csv
from pathlib import Path

from typer.testing import CliRunner

from truceline.cli.app import app

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
