"""The shipped gazetteer: names in, places out."""

import time

import pytest

from truceline.runners.local import data_folder
from truceline.store.gazetteer import SqliteGazetteer

PATH = data_folder() / "gazetteer.sqlite"


@pytest.fixture(scope="module")
def gazetteer() -> SqliteGazetteer:
    return SqliteGazetteer(PATH)


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Deir ez-Zor", "Deir ez-Zor"),
        ("Deir Ezzor", "Deir ez-Zor"),
        ("Deir Al-Zour", "Deir ez-Zor"),
        ("Khan Younis", "Khān Yūnis"),
        ("Jabaliya", "Jabālyā"),
        ("Al Nuseirat", "An Nuşayrāt"),
    ],
)
def test_spellings_of_one_arabic_name_meet(gazetteer: SqliteGazetteer, spelling: str, name: str):
    assert name in {c.name for c in gazetteer.candidates(spelling)}


def test_nationalities_and_state_abbreviations_are_names_too(gazetteer: SqliteGazetteer):
    assert gazetteer.candidates("Syrian")[0].country == "SY"
    assert {"Pennsylvania"} <= {c.name for c in gazetteer.candidates("Pa.")}


def test_our_own_entries_have_no_geonames_id(gazetteer: SqliteGazetteer):
    assert gazetteer.candidates("Eastern Ghouta")[0].geonameid is None
    assert gazetteer.candidates("Aleppo")[-1].geonameid == 170063


def test_the_nearest_settlement_tells_where_a_point_is(gazetteer: SqliteGazetteer):
    near = gazetteer.nearest(36.2, 37.16)
    assert near is not None
    assert (near.name, near.country) == ("Aleppo", "SY")
    assert gazetteer.nearest(-60.0, -140.0) is None


def test_who_else_bears_a_name(gazetteer: SqliteGazetteer):
    assert gazetteer.bearers("Reading").word
    assert gazetteer.bearers("Samantha").first > 0
    assert gazetteer.bearers("Jordan").last > 0


def test_the_file_is_small_and_opens_at_once():
    assert PATH.stat().st_size < 40_000_000
    start = time.perf_counter()
    assert SqliteGazetteer(PATH).knows("Damascus")
    assert time.perf_counter() - start < 0.5
