"""A user's own gazetteer: what each layout gives, and how a row that cannot be used is named."""

import io
import json
import zipfile

import pytest

from truceline.read.gazetteers.parse import parse_gazetteer

TAIL = ["", "05", "", "", ""]
DUMP = "\n".join(
    "\t".join([*front, *TAIL, people, "", "", "", ""])
    for front, people in (
        (["71", "Nordmark", "Nordmark", "", "50.1", "20.1", "A", "ADM1", "XQ"], "9000"),
        (["72", "Dólna", "Dolna", "Dolneh,Дольна", "50.2", "20.2", "P", "PPL", "XQ"], "800"),
        (["73", "Hochberg", "Hochberg", "", "high", "20.3", "T", "HLL", "XQ"], ""),
    )
)
TABLE = """name;latitude;longitude;other_names;level;radius_km
Old Mill;50.25;20.25;The Mill|Mlyn;landmark;
Hill Road;50,26;20,26;;street;4
Nowhere;;20.1;;;
Bad Radius;50;20;;;far
"""
ZONE = {"type": "Polygon", "coordinates": [[[20, 50], [21, 50], [21, 51], [20, 51], [20, 50]]]}
SHAPES = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"name": "Separation Zone", "other_names": ["Zone S"]}, "geometry": ZONE},
            {
                "type": "Feature",
                "properties": {"Name": "Post 7", "level": "landmark"},
                "geometry": {"type": "Point", "coordinates": [20.5, 50.5]},
            },
            {"type": "Feature", "properties": {}, "geometry": ZONE},
            {"type": "Feature", "properties": {"name": "Far"}, "geometry": {"type": "Point", "coordinates": [200, 5]}},
        ],
    }
)


def test_a_geonames_dump_gives_names_areas_and_sizes():
    made = parse_gazetteer(DUMP.encode(), "XQ.txt")
    town = made.places[1]
    assert (town.names, town.admin1, town.population) == (("Dólna", "Dolna", "Dolneh", "Дольна"), "Nordmark", 800)
    assert (town.geonameid, made.source) == (72, "geonames")
    assert [p.where for p in made.problems] == ["XQ.txt, line 3, field latitude"]


def test_a_dump_may_come_zipped():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "what it is")
        archive.writestr("XQ.txt", DUMP)
    assert parse_gazetteer(packed.getvalue(), "XQ.zip").places == parse_gazetteer(DUMP.encode(), "XQ.txt").places


def test_a_table_gives_points_with_a_level_and_names_what_is_wrong():
    made = parse_gazetteer(TABLE.encode(), "own.csv")
    mill, road = made.places
    assert (mill.names, mill.feature, mill.radius_km) == (("Old Mill", "The Mill", "Mlyn"), "SITE", 1.0)
    assert (road.lat, road.feature, road.radius_km) == (50.26, "ST", 4.0)
    assert [p.where for p in made.problems] == ["own.csv, line 4, field lat", "own.csv, line 5, field radius_km"]


def test_shapes_give_their_middle_their_reach_and_themselves():
    made = parse_gazetteer(SHAPES.encode(), "zones.geojson")
    zone, post = made.places
    assert (zone.names, zone.feature, zone.lat, zone.lon) == (("Separation Zone", "Zone S"), "ZONE", 50.5, 20.5)
    assert zone.radius_km == pytest.approx(66, abs=2)
    assert zone.geometry == ZONE
    assert (post.feature, post.geometry) == ("SITE", None)
    assert [p.where for p in made.problems] == [
        "zones.geojson, feature 3, field name", "zones.geojson, feature 4, field geometry",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe\x00", "not_utf8"),
        (b"PK\x03\x04broken", "zip_broken"),
        (b"{", "json_broken"),
        (b"place,where\nA,B\n", "column_missing"),
        (b"", "column_missing"),
        (b'{"features": 3}', "features_missing"),
    ],
)
def test_a_file_that_is_none_of_these_says_so(data, code):
    made = parse_gazetteer(data, "x")
    assert not made.places
    assert [p.code for p in made.problems] == [code]
