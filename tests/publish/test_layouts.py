"""The field's layouts: codes where we know them, blanks where we do not."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from truceline.model.snapshot import LedgerDocument, Snapshot
from truceline.model.when import Time
from truceline.publish.export import EXPORTS
from truceline.publish.layout_ucdp import date_precision
from truceline.publish.layouts import load_codes
from truceline.publish.tables import LAYOUTS, incident_rows, write_csv, write_xlsx
from truceline.runners.local import data_folder

CODES = load_codes(data_folder(), {"x-army": "Northern Army"})


@pytest.fixture
def snapshot(an_incident) -> Snapshot:
    document = LedgerDocument(
        id="D1",
        given_id="note.txt",
        sha256="0" * 64,
        incidents=("TL-1",),
        lineage="D1",
        published=None,
        received_at="2020-03-05",
        title="A note",
        publisher="Kalinov Post",
    )
    return Snapshot(incidents=(an_incident,), documents=(document,))


def row(snapshot: Snapshot, layout: str) -> dict:
    return incident_rows(snapshot, layout, CODES)[0]


def test_ucdp_codes(snapshot):
    made = row(snapshot, "ucdp")
    assert (made["where_prec"], made["date_prec"], made["event_clarity"]) == (1, 1, 1)
    assert (made["low"], made["best"], made["high"]) == (1, 1, 2)
    assert made["side_a"] is made["type_of_violence"] is made["deaths_a"] is None
    assert len(made) == 49


def test_acled_says_who_without_saying_who_attacked(snapshot):
    made = row(snapshot, "acled")
    assert (made["event_type"], made["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert made["fatalities"] == 1
    assert made["interaction"] is None


def test_airwars_grade_stays_proposed(snapshot):
    made = row(snapshot, "airwars")
    assert (made["strike_status"], made["civilian_harm_status"]) == ("single_source_claim", "weak")
    assert made["civilian_non_combatants_killed_min"] is None


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2020-03-03", "2020-03-03", 1),
        ("2020-03-03", "2020-03-05", 2),
        ("2020-03-02", "2020-03-08", 3),
        ("2020-03-01", "2020-03-31", 4),
        ("2020-01-01", "2020-12-31", 5),
        (None, "2020-03-03", None),
    ],
)
def test_date_precision(snapshot, first, last, code):
    incident = replace(snapshot.incidents[0], time=Time(earliest=first, latest=last))
    assert date_precision(incident) == code


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_not_known_is_blank(snapshot, layout):
    bare = replace(snapshot.incidents[0], place=None, time=None, killed=None, facets={}, accounts=(), documents=())
    made = row(replace(snapshot, incidents=(bare,)), layout)
    assert not [k for k, v in made.items() if k.startswith(("lat", "lon", "date_s", "event_date", "fatal")) and v]


def test_a_cell_is_no_formula():
    read = list(csv.reader(io.StringIO(write_csv([{"title": "=1+1", "lat": -3.5}]))))
    assert read == [["title", "lat"], ["'=1+1", "-3.5"]]


def test_a_workbook_opens_again(snapshot):
    data = write_xlsx(incident_rows(snapshot, "ledger", CODES), "ledger")
    assert not re.search(rb"20\d\d-\d\d-\d\dT", zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml"))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["ledger"]
    assert [sheet["A1"].value, sheet["A2"].value] == ["id", "TL-1"]


def test_geojson_keeps_incidents_without_a_position(snapshot):
    bare = replace(snapshot.incidents[0], place=None)
    made = json.loads(EXPORTS["geojson"](replace(snapshot, incidents=(bare,)), "", CODES))
    assert made["features"][0]["geometry"] is None
    assert made["features"][0]["properties"]["edtf"] == "2020-03-03"


def test_jsonld_gives_no_verdict_and_quotes_from_documents(snapshot):
    graph = json.loads(EXPORTS["jsonld"](snapshot, "", CODES))["@graph"]
    review = next(n for n in graph if "ClaimReview" in n["@type"])
    claim = next(n for n in graph if "Claim" in n["@type"])
    assert "not checked by a person" in review["reviewRating"]["alternateName"]
    assert claim["prov:wasQuotedFrom"] == {"@id": "truceline:D1"}


def test_geojson_says_how_sure_place_and_time_are(an_incident):
    snapshot = Snapshot(incidents=(an_incident,))
    (feature,) = json.loads(EXPORTS["geojson"](snapshot, "", CODES))["features"]
    said = feature["properties"]
    assert (said["radius_km"], said["precision"]) == (0.05, "exact location")
    assert (said["edtf"], said["granularity"]) == ("2020-03-03", "day")
    assert (said["where_prec"], said["geo_precision"], said["date_prec"], said["time_precision"]) == (1, 1, 1, 1)
