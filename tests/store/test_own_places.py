"""Own places in front of the shipped gazetteer."""

from pathlib import Path

import pytest

from truceline.ledger import Ledger
from truceline.model.gazetteer import OwnPlace
from truceline.runners.local import data_folder
from truceline.store.gazetteer import SqliteGazetteer
from truceline.store.own_places import LayeredGazetteer, OwnLayer

ZONE = {"type": "Polygon", "coordinates": [[[20, 50], [21, 50], [21, 51], [20, 51], [20, 50]]]}
PLACES = (
    OwnPlace(names=("Xelmar", "Al-Xilmar"), lat=35.5, lon=36.5, feature="VILLAGE", country="SY"),
    OwnPlace(names=("Aleppo",), lat=1.0, lon=2.0, feature="TOWN", country="XQ"),
    OwnPlace(names=("Separation Zone",), lat=50.5, lon=20.5, feature="ZONE", radius_km=66, geometry=ZONE),
)
SHIPPED = SqliteGazetteer(data_folder() / "gazetteer.sqlite")
LAYERED = LayeredGazetteer([OwnLayer("own: mine.csv", PLACES)], SHIPPED)


def test_own_places_are_known_in_any_spelling():
    for name in ("Xelmar", "XELMAR", "Al Xilmar", "Xilmar"):
        assert [c.name for c in LAYERED.candidates(name)] == ["Xelmar"], name


def test_own_places_come_before_the_shipped_ones_and_hide_none():
    found = LAYERED.candidates("Aleppo")
    assert (found[0].country, found[0].source) == ("XQ", "own: mine.csv")
    assert 170063 in {c.geonameid for c in found}


def test_a_shipped_town_gives_way_to_an_own_one_of_its_very_name():
    own = OwnPlace(names=("Lorne",), lat=11.6, lon=21.9, feature="TOWN", country="", admin1="Isk Province")
    found = LayeredGazetteer([OwnLayer("own: mine.csv", (own,))], SHIPPED).candidates("Lorne")
    assert any(c.country == "AU" for c in SHIPPED.candidates("Lorne"))
    assert [c.admin1 for c in found if c.feature in {"TOWN", "PPL"}] == ["Isk Province"]


def test_names_nobody_imported_are_asked_of_the_shipped_gazetteer():
    assert LAYERED.candidates("Homs") == SHIPPED.candidates("Homs")
    assert LAYERED.knows("Homs")


def test_a_row_of_a_dump_that_is_shipped_already_comes_once():
    row = OwnPlace(names=("Aleppo",), lat=36.2, lon=37.2, geonameid=170063)
    layered = LayeredGazetteer([OwnLayer("geonames", (row,))], SHIPPED)
    assert layered.candidates("Aleppo") == SHIPPED.candidates("Aleppo")


@pytest.mark.parametrize(
    ("lon", "radius", "holding", "reached"),
    [
        (20.5, 5.0, ("Separation Zone",), ()),
        (20.99, 5.0, (), ("Separation Zone",)),
        (21.02, 5.0, (), ("Separation Zone",)),
        (22.0, 5.0, (), ()),
    ],
)
def test_a_zone_holds_a_circle_or_is_only_reached(lon, radius, holding, reached):
    zones = LAYERED.zones(50.5, lon, radius)
    assert (zones.holding, zones.reached) == (holding, reached)


def test_the_nearest_settlement_may_be_an_own_one():
    near = LAYERED.nearest(1.01, 2.01)
    assert near is not None
    assert near.country == "XQ"


def test_a_ledger_reads_with_the_gazetteer_it_took_in(tmp_path: Path):
    (tmp_path / "mine.csv").write_text("name,lat,lon,level,country\nXelmar,35.5,36.5,village,SY\n", encoding="utf-8")
    (tmp_path / "note.txt").write_text("Shells fell on Xelmar in Syria on 3 May 2016.", encoding="utf-8")
    book = Ledger(tmp_path / "a.truce")
    assert len(book.take_gazetteer(tmp_path / "mine.csv").places) == 1
    added = book.add([tmp_path / "note.txt"])
    document = book.document(added.documents[0])
    assert document is not None
    xelmar = document.reading.places[0]
    assert (xelmar.name, xelmar.lat, xelmar.precision) == ("Xelmar", 35.5, "village")
    assert not book.verify().broken
    book.close()
