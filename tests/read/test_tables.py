"""Event tables: each row is its publisher's own account, every value on its cell, no more said than the table says."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from truceline.model.record import File
from truceline.model.settings import Settings
from truceline.read.document import read_document
from truceline.read.files.extract import extract_records
from truceline.read.tables.layouts import LayoutError, load_layouts, read_layout
from truceline.runners.local import data_folder, local_kit

LAYOUTS = load_layouts(data_folder() / "tables")

ACLED = {
    "event_id_cnty": "SYR900001",
    "event_date": "3 May 2031",
    "time_precision": "2",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Northern Guard (2029-)",
    "assoc_actor_1": "Harun Militia; Lake Tribe",
    "actor2": "Unidentified Armed Group (Syria)",
    "country": "Syria",
    "admin1": "Aleppo",
    "location": "Harun",
    "latitude": "36.2012",
    "longitude": "37.1612",
    "geo_precision": "3",
    "source": "Harbour Post; Lake Radio",
    "notes": "Two groups fought at the bridge. No toll was given.",
    "fatalities": "0",
}
UCDP = {
    "id": "900002",
    "type_of_violence": "3",
    "side_a": "Northern Guard",
    "side_b": "Civilians",
    "source_article": "Harbour Post, 2031-05-04 ///  Lake Radio, 2031-05-05",
    "where_prec": "4",
    "where_coordinates": "Harun town",
    "adm_1": "Aleppo governorate",
    "latitude": "36.2",
    "longitude": "37.16",
    "country": "Syria",
    "date_prec": "3",
    "date_start": "2031-05-01 00:00:00.000",
    "date_end": "2031-05-07 00:00:00.000",
    "deaths_civilians": "4",
    "best": "6",
    "high": "11",
    "low": "4",
}
AIRWARS = {
    "code": "ZZ001",
    "date": "2031-05-03",
    "strike_type": "Airstrike",
    "civilian_harm_status": "Fair",
    "location_name": "Harun",
    "country": "Syria",
    "latitude": "36.2",
    "longitude": "37.16",
    "geolocation_accuracy": "Neighbourhood/area",
    "belligerents": "Northern Guard; Lake Air Force",
    "civilian_non_combatants_killed_min": "3",
    "civilian_non_combatants_killed_max": "5",
    "civilian_non_combatants_injured_min": "10+",
    "children_killed_min": "1",
    "children_killed_max": "1",
}


def table(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def read(*rows: dict[str, str], layouts=LAYOUTS):
    """Readings of a table's rows."""
    records = extract_records(File(name="t.csv", data=table(*rows)), layouts)
    return [read_document(r, local_kit().read, Settings()) for r in records]


def facets(reading, name: str):
    """Values of one facet, in order."""
    return [f.value for f in reading.accounts[0].facets if f.facet == name]


@pytest.mark.parametrize("row", [ACLED, UCDP, AIRWARS], ids=["acled", "ucdp_ged", "airwars"])
def test_every_value_stands_on_its_cell(row):
    (reading,) = read(row)
    text = reading.text
    assert text.split("\n") == [f"{k}: {v.strip()}" for k, v in row.items()]
    for facet in reading.accounts[0].facets:
        assert facet.spans
        assert text[slice(*facet.spans[0])] == facet.text
        assert all(
            text[slice(*span)] in row.values() or facet.facet in {"actor", "responsibility"} for span in facet.spans
        )
    for mention in (*reading.times, *reading.places, *reading.actors, *reading.citations):
        assert text[mention.start : mention.end].strip()


def test_acled_actors_have_no_direction():
    # "Actor 1 and Actor 2 do not imply directionality": nobody is accused, and nobody is the target
    (reading,) = read(ACLED)
    names = [f.text for f in reading.accounts[0].facets if f.facet == "actor"]
    assert names == ["Northern Guard", "Harun Militia", "Lake Tribe", "Unidentified Armed Group (Syria)"]
    assert facets(reading, "target") == facets(reading, "responsibility") == []
    assert {f.polarity for f in reading.accounts[0].facets if f.facet == "actor"} == {"open"}
    assert [m.label_only for m in reading.actors] == [False, False, False, True]


def test_a_cell_that_says_unknown_names_nobody():
    (reading,) = read({**ACLED, "actor1": "unknown", "actor2": "n/a"})
    names = [f.text for f in reading.accounts[0].facets if f.facet == "actor"]
    assert not {"unknown", "n/a"} & set(names)


def test_acled_names_are_known_by_how_others_word_them():
    (reading,) = read({**ACLED, "actor1": "Military Forces of Syria (2000-2024)", "actor2": "Civilians (Syria)"})
    assert [(m.actor, m.label_only) for m in reading.actors if m.name.startswith(("Syrian", "Civ"))] == [
        ("sy-army", False),
        (None, True),
    ]


def test_acled_codes_widen_day_and_place():
    (reading,) = read(ACLED)
    (incident,) = reading.incidents
    assert (incident.event_type, incident.aggregate) == ("clash", False)
    assert (incident.time.earliest, incident.time.latest) == ("2031-04-27", "2031-05-09")
    assert incident.time.granularity == "week"
    assert (incident.place.name, incident.place.lat, incident.place.lon) == ("Harun", 36.2012, 37.1612)
    assert (incident.place.precision, incident.place.radius_km) == ("province/governorate", 100)
    assert (incident.place.country, incident.place.within) == ("SY", ("Aleppo", "Syria"))


def test_acled_counts_the_dead_and_says_nothing_of_the_injured():
    (incident,) = read(ACLED)[0].incidents
    assert (incident.killed.low, incident.killed.high) == (0, 0)
    assert incident.injured is None


def test_the_sources_a_row_names_are_its_citations():
    (acled,) = read(ACLED)
    assert [c.outlet for c in acled.citations] == ["Harbour Post", "Lake Radio"]
    (ucdp,) = read(UCDP)
    assert [c.outlet for c in ucdp.citations] == ["Harbour Post, 2031-05-04", "Lake Radio, 2031-05-05"]


def test_ucdp_gives_a_range_and_the_week_it_lies_in():
    (incident,) = read(UCDP)[0].incidents
    assert incident.event_type == "attack_on_civilians"
    assert (incident.killed.low, incident.killed.high, incident.killed.text) == (4, 11, "6")
    assert (incident.time.earliest, incident.time.latest) == ("2031-05-01", "2031-05-07")
    assert incident.time.granularity == "week"
    assert incident.place.precision == "province/governorate"
    assert [(c.group, c.killed.low) for c in incident.casualties] == [("civilians", 4)]


def test_airwars_belligerents_are_alleged():
    (reading,) = read(AIRWARS)
    held = [(f.text, f.certainty) for f in reading.accounts[0].facets if f.facet == "responsibility"]
    assert held == [("Northern Guard", "possible"), ("Lake Air Force", "possible")]
    (incident,) = reading.incidents
    assert incident.event_type == "air_strike"
    assert incident.place.precision == "neighbourhood/area"
    assert (incident.killed.low, incident.killed.high) == (3, 5)
    assert (incident.injured.low, incident.injured.high) == (10, None)
    assert [c.group for c in incident.casualties] == ["civilians", "children"]


def test_the_account_is_the_publishers():
    (reading,) = read(AIRWARS)
    (account,) = reading.accounts
    assert (account.claim, len(account.tellers)) == (None, 1)
    assert reading.document.publisher == "Airwars"
    assert reading.document.id == "ZZ001"


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("12", 12, 12),
        ("12.0", 12, 12),
        ("1,200", 1200, 1200),
        ("10+", 10, None),
        ("many", None, None),
        ("", None, None),
    ],
)
def test_a_count_is_a_number_or_nothing(cell, low, high):
    (incident,) = read({**ACLED, "fatalities": cell})[0].incidents
    assert (incident.killed and incident.killed.low, incident.killed and incident.killed.high) == (low, high)


def test_dates_that_could_be_two_days_are_left_open():
    (incident,) = read({**ACLED, "event_date": "03/04/2031"})[0].incidents
    assert incident.time is None


def test_a_workbook_a_tab_separated_file_and_hxl_tags_read_the_same():
    book, out = Workbook(), io.BytesIO()
    book.active.append(["Downloaded on 1 June"])
    book.active.append(list(ACLED))
    book.active.append(["#event+id"] + [""] * (len(ACLED) - 1))
    book.active.append(list(ACLED.values()))
    book.save(out)
    (from_sheet,) = extract_records(File(name="t.xlsx", data=out.getvalue()), LAYOUTS)
    (from_tabs,) = extract_records(File(name="t.tsv", data=table(ACLED, delimiter="\t")), LAYOUTS)
    assert from_sheet.text == from_tabs.text
    assert from_sheet.row.cells == from_tabs.row.cells
    assert from_sheet.where == "t.xlsx:4"


def test_a_row_with_more_cells_than_columns_keeps_its_place_as_a_problem():
    data = table(ACLED, ACLED) + b"1" + b",1" * 40 + b"\r\n"
    first, again, bad = extract_records(File(name="t.csv", data=data), LAYOUTS)
    assert (first.id, again.id) == ("SYR900001", "t.csv:3")
    assert bad.text is None
    assert [p.code for p in bad.problems] == ["row_invalid"]


def test_an_unknown_table_is_kept_as_one_document_and_its_columns_are_named():
    (record,) = extract_records(File(name="t.csv", data=b"Tag;Ort;Tote\n2031-05-03;Harun;4\n"), LAYOUTS)
    assert record.text == "Tag | Ort | Tote\n2031-05-03 | Harun | 4"
    (found,) = record.problems
    assert found.code == "table_unmapped"
    assert "Tag, Ort, Tote" in found.message


MAPPING = """
publisher = "Harun Council"
default_type = "violation_unspecified"
default_place_precision = "province/governorate"
[columns]
date = "Tag"
place = "Provinz"
country = "Land"
count = "Violations"
"""


def test_a_tally_row_is_an_aggregate_and_its_place_is_looked_up():
    layout = read_layout(MAPPING, "own.mapping.toml")
    (reading,) = read(
        {"Tag": "2031-05-03", "Provinz": "Aleppo", "Land": "Syria", "Violations": "26"}, layouts=(layout,)
    )
    (incident,) = reading.incidents
    assert incident.aggregate
    assert (incident.event_type, incident.killed) == ("violation_unspecified", None)
    assert (incident.place.country, incident.place.precision) == ("SY", "province/governorate")
    assert incident.place.lat == pytest.approx(36.2, abs=0.5)
    (count,) = reading.quantities
    assert (count.low, count.high, count.unit) == (26, 26, "violations")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('[columns]\nday = "Tag"', "columns: 'day' is none of id, date"),
        ('[types]\n"Angriff" = "assault"', "types: 'assault' is none of air_strike"),
        ('[place_precision]\n1 = "close"', "place_precision: 'close' is none of"),
        ('[[actors]]\ncolumn = "Wer"\nfacet = "attacker"', "actors.facet: 'attacker' is none of actor, target"),
        ('date_format = "DD/MM"', "date_format: write it with DD, MM and YYYY"),
        ("columns = 5", "columns is no table"),
        ("[columns", "own.mapping.toml: "),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused_by_field(source, said):
    with pytest.raises(LayoutError, match=r"own\.mapping\.toml") as caught:
        read_layout(source, "own.mapping.toml")
    assert said in str(caught.value)


def test_the_guide_names_every_role():
    guide = Path(__file__).parents[2] / "docs/guide/tables.md"
    from truceline.read.tables.layouts import ROLES  # noqa: PLC0415

    text = guide.read_text(encoding="utf-8")
    assert [role for role in ROLES if f"`{role}`" not in text] == []


def test_cells_that_nobody_understands_are_named_and_unknown_is_a_word() -> None:
    odd = read({**ACLED, "fatalities": "a few", "event_date": "03/10/2031"})[0]
    (problem,) = odd.problems
    assert problem.code == "cell_not_read"
    assert problem.message.startswith("Row 2: ")
    assert 'fatalities "a few"' in problem.message
    assert '"03/10/2031"' in problem.message
    assert read({**ACLED, "fatalities": "unknown"})[0].problems == ()


@pytest.mark.parametrize(
    ("cell", "low", "high", "sign"),
    [
        ("3-5", 3, 5, "between"), ("3 – 5", 3, 5, "between"), ("two", 2, 2, "="), ("10+", 10, None, ">="),
        ("at least two", 2, None, ">="), ("up to 4", None, 4, "<="), ("c. 40", 40, 40, "~"), ("1,200", 1200, 1200, "="),
    ],
)  # fmt: skip
def test_a_cell_holds_its_count_as_people_write_counts(cell, low, high, sign):
    reading = read({**ACLED, "fatalities": cell})[0]
    killed = reading.incidents[0].killed
    assert (killed.low, killed.high, killed.comparator, killed.text) == (low, high, sign, cell)
    assert reading.problems == ()


@pytest.mark.parametrize("cell", ["several", "5-3", "05-07", "3.5", "2031-05-03", "three dead", "no"])
def test_what_may_be_no_count_stands_for_nothing_and_is_named(cell):
    reading = read({**ACLED, "fatalities": cell})[0]
    assert reading.incidents[0].killed is None
    assert [p.code for p in reading.problems] == ["cell_not_read"]
    assert "3-5" in reading.problems[0].mend


def test_a_workbooks_cell_is_named_with_its_sheet_and_a_day_made_of_a_range_is_explained():
    book = Workbook()
    book.active.title = "Week 6"
    book.active.append(list(ACLED))
    book.active.append([*list(ACLED.values())[:-1], "2031-05-03"])
    data = io.BytesIO()
    book.save(data)
    (record,) = extract_records(File(name="w.xlsx", data=data.getvalue()), LAYOUTS)
    (problem,) = read_document(record, local_kit().read, Settings()).problems
    assert problem.message.startswith("Sheet Week 6, row 2: cells are not understood")
    assert "formatted as text" in problem.mend


LOG = """
publisher = "Harun Council"
[columns]
date = "Day"
end = "Until"
time = "Hour"
place = "Place"
"""


def logged(**cells: str):
    """The reading of one row of a log with a column for the time of day."""
    return read({"Day": "", "Until": "", "Hour": "", "Place": "Harun", **cells}, layouts=(read_layout(LOG, "own"),))[0]


@pytest.mark.parametrize(
    ("written", "cell", "day"),
    [
        ("DD/MM/YYYY", "05/03/2031", "2031-03-05"),
        ("MM/DD/YYYY", "05/03/2031", "2031-05-03"),
        ("d.m.yy", "5.3.31", "2031-03-05"),
        ("DD-MMM-YYYY", "05-Mar-2031", "2031-03-05"),
        ("DD/MM/YYYY", "2031-05-03", "2031-05-03"),
    ],
)
def test_a_mapping_says_how_its_table_writes_days(written, cell, day):
    layout = read_layout(f'date_format = "{written}"\n{LOG}', "own")
    (reading,) = read({"Day": cell, "Until": "", "Hour": "", "Place": "Harun"}, layouts=(layout,))
    assert reading.incidents[0].time.earliest == day
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("14:30", "14:30"), ("9:05", "09:05"), ("1430", "14:30"), ("14h30", "14:30"), ("14.30", "14:30"),
        ("14:30:00", "14:30"), ("2:30 pm", "14:30"), ("12 a.m.", "00:00"), ("0600 hrs", "06:00"), ("14", "14:00"),
    ],
)  # fmt: skip
def test_a_time_column_gives_the_time_of_day_beside_its_day(cell, clock):
    reading = logged(Day="2031-05-03", Hour=cell)
    (incident,) = reading.incidents
    assert (incident.time.earliest, incident.time.latest, incident.time.clock) == ("2031-05-03", "2031-05-03", clock)
    (facet,) = (f for f in reading.accounts[0].facets if f.facet == "time")
    assert facet.text == f"2031-05-03, {cell}"
    assert [reading.text[a:b] for a, b in facet.spans] == ["2031-05-03", cell]
    assert reading.problems == ()


@pytest.mark.parametrize("cell", ["14:30 UTC", "14:30Z", "14:30 +00:00"])
def test_a_time_with_its_zone_is_an_instant(cell):
    time = logged(Day="2031-05-03", Hour=cell).incidents[0].time
    assert (time.earliest, time.latest) == ("2031-05-03T14:30:00+00:00", "2031-05-03T14:30:59+00:00")


def test_a_time_behind_its_day_is_read_and_a_spreadsheets_midnight_is_none():
    assert logged(Day="2031-05-03 14:30:00").incidents[0].time.clock == "14:30"
    assert logged(Day="2031-05-03 00:00:00").incidents[0].time.clock is None


@pytest.mark.parametrize(
    "cells",
    [
        {"Day": "2031-05-03", "Hour": "at night"},
        {"Day": "2031-05-03", "Hour": "25:10"},
        {"Day": "2031-05-03", "Hour": "930"},
        {"Day": "2031-05-03", "Until": "2031-05-05", "Hour": "14:30"},
        {"Day": "", "Hour": "14:30"},
    ],
)
def test_a_time_of_day_that_cannot_be_used_is_named(cells):
    reading = logged(**cells)
    assert [p.code for p in reading.problems] == ["cell_not_read"]
    assert f'time of day "{cells["Hour"]}"' in reading.problems[0].message
    assert not (reading.incidents[0].time and reading.incidents[0].time.clock)


def test_a_good_time_of_day_without_its_day_is_not_called_wrong():
    assert 'time of day "14:30", which has no day to stand on' in logged(Day="", Hour="14:30").problems[0].message


def test_an_unknown_time_of_day_is_no_problem():
    assert logged(Day="2031-05-03", Hour="n/a").problems == ()


def test_a_short_name_in_a_cell_is_whose_the_rows_place_says():
    """ "RSF" is the Rapid Support Forces in Darfur and the press's watch dog elsewhere."""
    row = ACLED | {"actor1": "RSF", "country": "Sudan", "admin1": "North Darfur", "location": "Kutum"}
    (reading,) = read(row)
    assert "rsf-sd" in facets(reading, "actor")
