"""What leaves the house: planted positions come out coarse, late or not at all, in every format."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.place import Place
from truceline.model.plain import to_plain
from truceline.model.snapshot import LedgerDocument, Snapshot
from truceline.publish.coarsen import MASK, coarsen, mask_coordinates
from truceline.publish.disclosure import categories_of, disclose_incident, disclose_snapshot
from truceline.publish.export import EXPORTS
from truceline.publish.layouts import load_codes
from truceline.publish.masks import PLACE, cleaner
from truceline.publish.policy import parse_policy
from truceline.publish.report import ReportOptions, make_report
from truceline.publish.tables import LAYOUTS
from truceline.runners.local import data_folder, local_name_kit
from truceline.text.geo import kilometres

LATER = date(2021, 1, 1)
PLANTED = (35.12345, 40.54321)
DEFAULT, _ = parse_policy((data_folder() / "disclosure.toml").read_text(encoding="utf-8"), "disclosure.toml")
KIT = local_name_kit()
CODES = load_codes(data_folder(), {})


@pytest.mark.parametrize(
    ("words", "event_type", "least_km"),
    [
        ("a field", "shelling", 1),
        ("two houses", "shelling", 5),
        ("the hospital", "air_strike", 10),
        ("a camp for displaced people", "shelling", 10),
        ("a checkpoint", "clash", 10),
        ("an army post", "shelling", 10),
        ("a military base", "drone_strike", 10),
        ("two servicemen", "shelling", 10),
        ("combatants", "air_strike", 10),
        ("nothing", "troop_movement", 10),
    ],
)
def test_a_planted_position_leaves_as_coarse_as_its_category(make_incident, words, event_type, least_km):
    place = disclose_incident(make_incident(words, event_type), DEFAULT, LATER).place
    assert place.radius_km >= least_km / 2
    assert kilometres(place.lat, place.lon, *PLANTED) <= place.radius_km
    assert (place.lat, place.lon) != PLANTED
    assert place.geometry is None


def test_a_firing_position_does_not_leave_at_all(make_incident):
    place = disclose_incident(make_incident("the launcher"), DEFAULT, LATER).place
    assert (place.name, place.lat, place.lon) == ("North", None, None)


def test_a_recent_military_position_is_held_back_until_it_is_old(make_incident):
    incident = make_incident("soldiers")
    assert disclose_incident(incident, DEFAULT, date(2020, 3, 10)).place.lat is None
    assert disclose_incident(incident, DEFAULT, date(2020, 3, 20)).place.lat is not None


def test_a_wider_place_that_leaves_keeps_its_name_though_a_hidden_one_stands_in_it(make_incident):
    made = make_incident("the hospital", name="Dvor")
    within = replace(made.place, precision="village", within=("Dvor District", "North"), admin2="Dvor District")
    shown = disclose_incident(replace(made, place=within, title="Shelling of Dvor in Dvor District"), DEFAULT, LATER)
    assert shown.place.name == "Dvor District"
    assert PLACE in cleaner(DEFAULT, {"Dvor"}, {"Dvor District"})("Dvor was hit")
    assert cleaner(DEFAULT, {"Dvor"}, {"Dvor District"})("in Dvor District") == "in Dvor District"


def test_an_army_post_is_held_back_as_soldiers_are(make_incident):
    assert disclose_incident(make_incident("an army post"), DEFAULT, date(2020, 3, 10)).place.lat is None


def test_a_spot_of_a_gazetteer_that_draws_it_wide_is_no_area(make_incident):
    spot = replace(make_incident().place, precision="nearby landmark", radius_km=1.0)
    shown = coarsen(spot, 1.0)
    assert (shown.lat, shown.lon) != PLANTED
    assert kilometres(shown.lat, shown.lon, *PLANTED) <= shown.radius_km


def test_a_day_still_to_come_holds_back_what_a_recent_one_does_and_no_more(make_incident):
    farm, soldiers = make_incident("a farm"), make_incident("soldiers")
    assert disclose_incident(farm, DEFAULT, date(2019, 1, 1)).place.lat is not None
    assert disclose_incident(soldiers, DEFAULT, date(2019, 1, 1)).place.lat is None


def test_a_name_finer_than_the_position_may_be_gives_way_to_what_contains_it(make_incident):
    shown = disclose_incident(make_incident("the hospital", name="Old Mill Street 3"), DEFAULT, LATER)
    assert shown.place.name == "Dvor"
    assert "Old Mill" not in json.dumps(to_plain(shown))


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_export_holds_the_planted_position(make_incident, form, layout):
    snapshot = disclose_snapshot(Snapshot(incidents=(make_incident(),)), DEFAULT, LATER, KIT)
    data = EXPORTS[form](snapshot, layout, CODES)
    assert b"35.12345" not in data
    assert b"40.54321" not in data
    assert data == EXPORTS[form](snapshot, layout, CODES), "the same snapshot gives the same bytes"


def test_a_hospital_no_gazetteer_has_is_named_in_no_column_of_places(make_incident):
    incident = replace(make_incident("a ward", name="Old Mill Hospital"), place=Place(name="Old Mill Hospital"))
    shown = disclose_snapshot(Snapshot(incidents=(incident,)), DEFAULT, LATER, KIT)
    assert shown.incidents[0].place.name == "[name withheld] Hospital"
    for form in EXPORTS:
        for layout in LAYOUTS:
            assert b"Old Mill" not in EXPORTS[form](shown, layout, CODES), (form, layout)


def test_protected_names_are_withheld(make_incident):
    policy, _ = parse_policy('protected_names = ["Ana Karel"]\n[category.default]\ncoarsen_km = 1', "mine.toml")
    assert "Ana Karel" not in json.dumps(to_plain(disclose_incident(make_incident(), policy, LATER)))


@pytest.mark.parametrize(
    "printed",
    [
        "35.1234, 40.5432",
        "35.1234 N 40.5432 E",
        "35°12'34\" N, 40°32'15\" E",
        "35° 12.5' N 40° 32.1' E",
        "37S FV 12345 67890",
        "37SFV1234567890",
    ],
)
def test_printed_coordinates_are_masked(printed):
    assert mask_coordinates(f"It stood at {printed}.").startswith(f"It stood at {MASK}")


@pytest.mark.parametrize("words", ["on 19.09.2016 at 19.00", "12 of 31 trucks", "35.5 per cent, 40 of them", "UN 2254"])
def test_other_numbers_stay(words):
    assert mask_coordinates(words) == words


def test_a_policy_that_cannot_be_used_says_so():
    assert parse_policy("category = 1", "mine.toml")[1][0].code == "policy_wrong"


def test_the_most_careful_of_several_categories_wins(make_incident):
    names = [c.name for c in categories_of(make_incident("the hospital's launcher"), DEFAULT)]
    assert names == ["default", "hospitals", "firing_origins"]


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(0.5, 20))
def test_the_true_point_stays_within_the_widened_radius(lat, lon, km):
    place = coarsen(Place(name="x", lat=lat, lon=lon, radius_km=0.1), km)
    assert kilometres(place.lat, place.lon, lat, lon) <= place.radius_km * 1.01 + 0.1


def test_the_policy_is_documented():
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "disclosure.md").read_text(encoding="utf-8")
    for category in DEFAULT.categories:
        assert category.name in guide


@pytest.mark.parametrize(
    ("words", "leaves"),
    [
        ("They shelled Old Mill Hospital twice.", "They shelled [name withheld] Hospital twice."),
        ("the al-Nahr field hospital", "the [name withheld] field hospital"),
        ("at the home of the Karel family", "at the home of the [name withheld] family"),
        ("The hospital was full.", "The hospital was full."),
        ("Hill Street was hit.", "Hill Street was hit."),
    ],
)
def test_names_of_hospitals_shelters_and_families_stay_out_of_quoted_words(words, leaves):
    assert cleaner(DEFAULT)(words) == leaves


def test_a_name_that_a_position_lost_is_lost_in_every_word_of_the_incident_and_its_documents(make_incident):
    incident = make_incident("soldiers by Old Mill Street 3", name="Old Mill Street 3")
    document = LedgerDocument(
        id="D1",
        given_id="a.txt",
        sha256="0" * 64,
        incidents=("TL-1",),
        lineage="D1",
        published=None,
        received_at="",
        title="Shells on Old Mill Street 3, at 35.12345, 40.54321",
        url="https://maps.example.org/?q=35.12345,40.54321",
    )
    snapshot = disclose_snapshot(Snapshot(incidents=(incident,), documents=(document,)), DEFAULT, LATER, KIT)
    whole = json.dumps(to_plain(snapshot))
    assert "Old Mill" not in whole
    assert "35.12" not in whole
    assert snapshot.documents[0].title == f"Shells on {PLACE}, at {MASK}"
    assert snapshot.documents[0].url is None


def test_a_withheld_position_takes_the_town_that_contains_it_along(make_incident):
    whole = json.dumps(to_plain(disclose_incident(make_incident("a launcher in Dvor"), DEFAULT, LATER)))
    assert "Dvor" not in whole


def test_a_report_holds_no_planted_position(make_incident):
    snapshot = disclose_snapshot(Snapshot(incidents=(make_incident("the launcher near Dvor"),)), DEFAULT, LATER, KIT)
    page = make_report(snapshot, ReportOptions())
    assert "35.12" not in page
    assert "Kalinov" not in page
    assert "Dvor" not in page


def test_a_title_keeps_its_words_when_its_place_gives_way_to_a_wider_one(make_incident):
    incident = make_incident("two houses")
    titled = replace(incident, title=f"Obstruction of aid in {incident.place.name}, 3 March 2020")
    shown = disclose_incident(titled, DEFAULT, LATER)
    assert shown.place.name != incident.place.name
    assert shown.title == f"Obstruction of aid near {shown.place.name}, 3 March 2020"
    bare = replace(titled, place=replace(incident.place, within=()))
    assert disclose_incident(bare, DEFAULT, LATER).title == "Obstruction of aid in North, 3 March 2020"
