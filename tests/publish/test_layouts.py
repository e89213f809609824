"""The field's layouts: codes where we know them, blanks where we do not."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from truceline.model.account import Casualties
from truceline.model.actor import Actor
from truceline.model.agreement import Agreement, Party
from truceline.model.amount import Range
from truceline.model.snapshot import FacetState, FacetValue, LedgerDocument, Snapshot, Toll
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


HEADINGS = {
    "acled": (
        "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 "
        "inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 "
        "location latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
    ),
    "ucdp": (
        "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
        "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
        "number_of_sources source_article source_office source_date source_headline source_original where_prec "
        "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
        "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best "
        "high low gwnoa gwnob"
    ),
    "airwars": (
        "code previous_codes date_type date date_end local_time_type local_time local_time_start local_time_end "
        "local_time_of_day local_first_reported_date_time local_first_reported_by local_first_reported_url country "
        "location_name location_name_arabic location_name_hebrew location_name_ukrainian region strike_status "
        "infrastructure strike_type targeted_belligerent observation impact total_strikes civilian_harm_reported "
        "civilian_harm_status cause_of_death_injury latitude longitude geolocation_status geolocation_accuracy "
        "geolocation_notes geolocation_sign_off_assessor geolocation_sign_off_date_time num_media num_victims "
        "num_reconciled num_families num_sources civilian_non_combatants_killed_min civilian_non_combatants_killed_max"
    ),
}


@pytest.mark.parametrize("layout", HEADINGS)
def test_columns_are_the_fields_own_in_their_order(snapshot, layout):
    bare = replace(snapshot.incidents[0], place=None, time=None, documents=())
    for made in (row(snapshot, layout), row(replace(snapshot, incidents=(bare,)), layout)):
        assert " ".join(made).startswith(HEADINGS[layout])
        assert layout == "acled" or list(made)[-1] == "notes"
    assert layout == "airwars" or len(made) == len(HEADINGS[layout].split()) + (layout == "ucdp")


def test_the_country_is_a_name(snapshot):
    place = replace(snapshot.incidents[0].place, country="SY")
    there = replace(snapshot, incidents=(replace(snapshot.incidents[0], place=place),))
    assert {row(there, layout)["country"] for layout in HEADINGS} == {"Syria"}


def test_ucdp_codes(snapshot):
    made = row(snapshot, "ucdp")
    assert (made["where_prec"], made["date_prec"], made["event_clarity"]) == (1, 1, 1)
    assert (made["low"], made["best"], made["high"]) == (1, 1, 2)
    assert made["side_a"] is made["type_of_violence"] is made["deaths_a"] is None


@pytest.mark.parametrize("layout", HEADINGS)
def test_notes_say_how_far_a_row_was_looked_at_and_which_model_proposed_it(snapshot, layout):
    incident = snapshot.incidents[0]
    asked = tuple(replace(a, extractor="small-7b at 127.0.0.1:8080, prompt 1") for a in incident.accounts)
    by_model = replace(snapshot, incidents=(replace(incident, accounts=asked, review="machine"),))
    said = "Review: proposed. Proposed by a language model: small-7b at 127.0.0.1:8080, prompt 1."
    assert row(by_model, layout)["notes"].endswith(said)
    assert "language model" not in row(snapshot, layout)["notes"]


def test_acled_says_who_without_saying_who_attacked(snapshot):
    made = row(snapshot, "acled")
    assert (made["event_type"], made["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert made["fatalities"] == 1
    assert made["interaction"] is None


def test_acled_takes_who_only_took_part_and_gives_them_no_direction(snapshot):
    both = tuple(FacetValue(value=v, polarity="open", accounts=("D1/a1",), lines=1) for v in ("x-army", "Lake Guard"))
    incident = replace(snapshot.incidents[0], facets={"actor": FacetState(status="single", values=both)})
    made = row(replace(snapshot, incidents=(incident,)), "acled")
    assert (made["actor1"], made["actor2"]) == ("Northern Army", "Lake Guard")
    assert row(replace(snapshot, incidents=(incident,)), "ledger")["said_to_be_by"] is None


def test_airwars_words_a_strike_as_its_own_table_reads_it(snapshot):
    assert row(snapshot, "airwars")["strike_type"] == "Artillery"


def test_a_stated_total_is_no_row_where_a_row_is_one_event(snapshot, an_incident):
    total = replace(snapshot, incidents=(an_incident, replace(an_incident, id="TL-2", aggregate=True)))
    rows = {layout: len(incident_rows(total, layout, CODES)) for layout in ("acled", "airwars", "ucdp", "ledger")}
    assert rows == {"acled": 1, "airwars": 1, "ucdp": 2, "ledger": 2}


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


TRUCE = Agreement(
    id="truce",
    name="Truce of the lake",
    zone_name="The lake",
    time_zone="+01:00",
    parties=(
        Party(actor="lakeland", name="Lakeland", bound=True, labels=("the lake troops", "regime of the lake")),
        Party(actor="hill-front", name="Hill Front", bound=True, labels=("the insurgents",)),
    ),
    positions=(),
    terms=(),
    version="0" * 64,
)
KNOWN = (
    Actor(id="lakeland", name="Lakeland", kind="state"),
    Actor(id="lake-army", name="Lake Army", kind="force", side="lakeland"),
    Actor(id="hill-front", name="Hill Front", kind="armed_group"),
)
NAMED = load_codes(data_folder(), {a.id: a.name for a in KNOWN})


def said_by(*values: str, each: bool = False, polarity="affirmed") -> FacetState:
    """Values of a facet, told in one account or each in an account of its own."""
    held = (
        FacetValue(value=v, polarity=polarity, accounts=(f"D1/a{n if each else 0}",), lines=1)
        for n, v in enumerate(values)
    )
    return FacetState(status="single", values=tuple(held))


def acled(snapshot: Snapshot, event_type: str = "shelling", **facets: FacetState) -> dict:
    """The ACLED row of one incident with these facets, in a ledger that knows the parties of the lake."""
    incident = replace(snapshot.incidents[0], event_type=event_type, facets=facets)
    ledger = replace(snapshot, incidents=(incident,), agreements=(TRUCE,), actors=KNOWN)
    return incident_rows(ledger, "acled", NAMED)[0]


def test_two_names_of_one_side_are_not_set_against_each_other_in_acled(snapshot):
    """ "the lake troops" and "regime of the lake" are labels of one party; the army is of its side."""
    made = acled(snapshot, actor=said_by("the lake troops", "regime of the lake", "lake-army"))
    assert (made["actor1"], made["actor2"]) == ("the lake troops", None)
    assert "Also named as having taken part: regime of the lake; Lake Army." in made["notes"]


def test_a_body_with_a_name_comes_before_a_label_nobody_places(snapshot):
    made = acled(snapshot, actor=said_by("gunmen", "hill-front", each=True))
    assert (made["actor1"], made["actor2"]) == ("Hill Front", None)
    assert "Also named as having taken part: gunmen." in made["notes"]


def test_both_parties_of_a_clash_are_actors_in_acled(snapshot):
    both = acled(snapshot, "clash", actor=said_by("lake-army", "hill-front", each=True))
    assert (both["actor1"], both["actor2"]) == ("Lake Army", "Hill Front")
    labels = acled(snapshot, "clash", actor=said_by("gunmen", "soldiers"))
    assert (labels["actor1"], labels["actor2"]) == ("gunmen", "soldiers")


def test_two_tellers_labels_may_be_one_party_of_a_clash(snapshot):
    made = acled(snapshot, "clash", actor=said_by("gunmen", "fighters", each=True))
    assert (made["actor1"], made["actor2"]) == ("gunmen", None)


@pytest.mark.parametrize("what", ["poultry farm", "44", "patrols", "observation post near Kalinov", "gunmen"])
def test_what_is_no_party_is_no_actor_in_acled(snapshot, what):
    made = acled(snapshot, actor=said_by("lake-army"), target=said_by(what))
    assert (made["actor1"], made["actor2"]) == ("Lake Army", None)
    assert f"Target, as told: {what}." in made["notes"]


@pytest.mark.parametrize(
    ("hit", "shown"),
    [
        ("hill-front", "Hill Front"),
        ("the insurgents", "the insurgents"),
        ("x-lake-truce-mission", "Lake Truce Mission"),
        ("civilians", "civilians"),
        ("lakeland", None),
    ],
)
def test_a_party_of_another_side_that_was_hit_is_the_other_actor(snapshot, hit, shown):
    made = acled(snapshot, actor=said_by("lake-army"), target=said_by("market", hit))
    assert (made["actor1"], made["actor2"]) == ("Lake Army", shown)


def test_acled_has_the_lowest_number_and_tells_the_range_in_its_notes(snapshot):
    made = row(snapshot, "acled")
    assert made["fatalities"] == 1
    assert "Killed, over all tellers: 1 to 2, best 1." in made["notes"]
    sure = replace(snapshot.incidents[0], killed=Toll(low=3, best=3, high=3))
    assert "Killed" not in row(replace(snapshot, incidents=(sure,)), "acled")["notes"]


def civilians(snapshot: Snapshot, *casualties: tuple[str, int, int | None], best: int = 16, told: int = 16) -> object:
    """UCDP's civilians, where `told` is a number some teller gives for the civilians killed."""
    groups = tuple(
        Casualties(group=group, killed=Range(low=low, high=high, text="", comparator="between"))  # type: ignore[arg-type]
        for group, low, high in casualties
    )
    value = {"low": told, "high": told, "group": "civilians"}
    state = FacetState(
        status="disputed", values=(FacetValue(value=value, polarity="affirmed", accounts=("D1/a1",), lines=1),)
    )
    made = replace(
        snapshot.incidents[0],
        casualties=groups,
        killed=Toll(low=11, best=best, high=17),
        facets={"killed": state},
    )
    return row(replace(snapshot, incidents=(made,)), "ucdp")["deaths_civilians"]


def test_ucdp_has_the_civilians_where_all_the_dead_are_told_to_be_some(snapshot):
    assert civilians(snapshot, ("civilians", 11, 17)) == 16
    assert civilians(snapshot, ("civilians", 2, None), told=2) is None, "nobody tells of 16 civilians"
    assert civilians(snapshot, ("civilians", 11, 17), ("children", 2, 2)) == 16
    assert civilians(snapshot, ("civilians", 11, 17), ("combatants", 1, 2)) is None
    assert civilians(snapshot, ("civilians", 6, 6), ("combatants", 1, 2)) == 6
    assert civilians(snapshot, ("civilians", 17, 17)) is None
    assert civilians(snapshot, ("women", 3, 3)) is None
