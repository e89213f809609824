"""Which settlement a report's main happening was in, and what is told of it set there."""

from dataclasses import replace

import pytest

from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Document, Reader, Reading
from truceline.recount.city.candidates import settlements
from truceline.recount.city.care import without_care
from truceline.recount.city.pick import at_home, pick_city, seated
from truceline.recount.city.strays import without_strays
from truceline.recount.kit import RecountKit
from truceline.text.sentences import split_sentences
from truceline.text.web_address import read_address

CITY = Place(
    name="Port Marl", lat=10.0, lon=20.0, radius_km=14.0, precision="city", country="XA", admin1="Marl", geonameid=1,
    within=("Marl", "Arla"),
)  # fmt: skip
AWAY = Place(
    name="Millside", lat=48.0, lon=-3.0, radius_km=1.5, precision="town", country="XA", admin1="Ost", geonameid=2
)
DISTRICT = Place(name="Marl County", lat=10.1, lon=20.1, radius_km=40.0, precision="district", country="XA")


def mention(place: Place, text: str, role: str = "event") -> PlaceMention:
    start = text.index(place.name)
    fields = {name: getattr(place, name) for name in place.__slots__}
    return PlaceMention(**fields, start=start, end=start + len(place.name), role=role)  # type: ignore[arg-type]


def read(text: str, *mentions: PlaceMention, **document: object) -> Reading:
    return Reading(
        document=Document(id="d", sha256="0", **document),  # type: ignore[arg-type]
        reader=Reader(name="test", version="1"),
        text=text,
        sentences=split_sentences(text),
        places=mentions,
    )


def test_the_city_whose_police_tell_of_it_wins_over_a_quarter_that_is_read_as_a_town_elsewhere(kit: RecountKit):
    text = "A man was shot in the Millside neighborhood on Monday. Port Marl police are looking for two men."
    reading = read(text, mention(AWAY, text), mention(CITY, text), title="Man shot in Port Marl")
    assert pick_city(reading, [(10, 14)], AWAY, kit.city) == CITY


def test_the_city_of_the_police_who_tell_is_a_settlement_of_the_report(kit: RecountKit):
    text = "A boy was shot dead in Millside on Monday, according to Port Marl Police."
    reading = read(text, mention(AWAY, text), mention(CITY, text, role="actor"))
    assert [s.place for s in settlements(reading, kit.city)] == [AWAY, CITY]
    assert pick_city(reading, [(10, 14)], AWAY, kit.city) == CITY


def test_a_city_only_the_address_names_counts_where_the_text_speaks_of_its_surroundings(kit: RecountKit):
    text = "A man was shot on Monday, the sheriff of Marl County said."
    (found,) = settlements(read(text, mention(DISTRICT, text), places=(CITY,)), kit.city)
    assert (found.place.name, found.mentions) == ("Port Marl", [])


def test_a_city_only_the_address_names_counts_where_the_text_takes_it_as_known(kit: RecountKit):
    reading = read("A man was shot on the city's west side on Monday.", places=(CITY,))
    assert [s.place.name for s in settlements(reading, kit.city)] == ["Port Marl"]


def test_an_outlets_town_alone_is_no_place_of_what_it_reports(kit: RecountKit):
    text = "A man was shot in Millside on Monday."
    assert [s.place for s in settlements(read(text, mention(AWAY, text), places=(CITY,)), kit.city)] == [AWAY]


def test_a_capital_that_acts_is_not_where_it_happened(kit: RecountKit):
    text = "Port Marl summoned the envoy after the strike."
    assert settlements(read(text, mention(CITY, text, "actor")), kit.city) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A boy was shot in the Millside neighborhood, Port Marl police said.", ["Port Marl"]),
        ("PORT MARL (AP) - A boy was shot in Millside on Monday.", ["Port Marl"]),
        ("A boy was shot in Millside on Monday, said a cousin who lives in Port Marl.", ["Millside", "Port Marl"]),
    ],
)
def test_a_quarter_is_no_town_of_its_name_far_away(kit: RecountKit, text: str, left: list[str]):
    name = "PORT MARL" if "PORT MARL" in text else "Port Marl"
    city = replace(mention(replace(CITY, name=name), text), name="Port Marl")
    reading = read(text, *sorted([city, mention(AWAY, text)], key=lambda p: p.start))
    found = without_strays(settlements(reading, kit.city), reading, kit.city)
    assert [s.place.name for s in found] == left


def test_a_town_whose_area_the_text_names_is_no_quarter(kit: RecountKit):
    text = "PORT MARL (AP) - A boy was shot in Millside in Ost on Monday."
    area = Place(name="Ost", lat=48.0, lon=-3.0, radius_km=90.0, precision="province/governorate", country="XA")
    town = mention(replace(AWAY, within=("Ost",)), text)
    reading = read(
        text, replace(mention(replace(CITY, name="PORT MARL"), text), name="Port Marl"), town, mention(area, text)
    )
    assert len(without_strays(settlements(reading, kit.city), reading, kit.city)) == 2


def test_no_settlement_is_made_up(kit: RecountKit):
    assert pick_city(read("A man was shot on Monday."), [], None, kit.city) is None


@pytest.mark.parametrize("place", [None, DISTRICT])
def test_where_no_finer_place_is_told_the_city_is_the_place(place: Place | None):
    assert seated(place, CITY) == CITY


def test_a_street_resolved_far_away_takes_the_citys_point():
    street = replace(AWAY, name="Mill Street", precision="street", geonameid=None, within=("Millside",))
    moved = seated(street, CITY)
    assert moved is not None
    assert (moved.name, moved.lat, moved.within) == ("Mill Street", CITY.lat, ("Port Marl", "Marl", "Arla"))


def test_a_street_near_the_city_keeps_its_point_and_lies_within():
    street = replace(CITY, name="Quay Street", lat=10.02, precision="street", geonameid=None, within=("Marl",))
    found = seated(street, CITY)
    assert found is not None
    assert (found.lat, found.within) == (10.02, ("Port Marl", "Marl"))


def test_another_settlement_gives_way():
    assert seated(AWAY, CITY) == CITY


def test_an_archived_address_is_read_as_the_page_itself():
    address = read_address(
        "http://web.archive.org/web/20200101000000/http://www.portmarl9.com:80/news/old-town/a-man-was-shot-here"
    )
    assert (address.host, address.folders) == (("portmarl",), ("news", "old town"))
    assert address.page == ("a", "man", "was", "shot", "here")


@pytest.mark.parametrize(
    ("told", "name", "lat"),
    [
        (None, "Port Marl", 10.0),
        (Place(name="Quay Street"), "Quay Street", 10.0),
        (Place(name="Orvenka"), "Orvenka", None),
    ],
)
def test_a_street_or_nothing_told_is_in_the_reports_city(kit: RecountKit, told: Place | None, name: str, lat: float):
    text = "A man was shot on Monday, Port Marl police said."
    found = at_home(told, read(text, mention(CITY, text)), [], kit.city)
    assert found is not None
    assert (found.name, found.lat) == (name, lat)


def test_an_outlets_town_is_no_events_in_another_county(kit: RecountKit):
    text = "A man was shot at a farm in Marl County on Elm Street on Monday."
    other = replace(CITY, admin2="Ost County")
    reading = read(text, mention(DISTRICT, text), places=(other,), title="Man shot - KXYZ News - Port Marl")
    assert settlements(reading, kit.city) == []
    own = read(text, mention(DISTRICT, text), places=(replace(CITY, admin2="Marl County"),))
    assert [s.place.name for s in settlements(own, kit.city)] == ["Port Marl"]
    said = read(text, mention(DISTRICT, text), places=(other,), title="Man of Port Marl shot - KXYZ News")
    assert [s.place.name for s in settlements(said, kit.city)] == ["Port Marl"]


@pytest.mark.parametrize(
    ("told", "gone"),
    [
        ("The boy was taken to a hospital in Millside.", True),
        ("The boy was flown to Millside.", True),
        ("The boy was taken to a Millside trauma center.", True),
        ("A shell hit the hospital in Millside.", False),
        ("The boy was taken home to Millside.", False),
    ],
)
def test_a_town_told_for_its_hospital_alone_is_not_where_it_happened(told: str, *, gone: bool):
    text = f"A boy was shot in Port Marl on Monday. {told}"
    kept = without_care(read(text, mention(CITY, text), mention(AWAY, text))).places
    assert [p.name for p in kept] == (["Port Marl"] if gone else ["Port Marl", "Millside"])


def test_the_hospitals_town_stays_where_no_other_place_is_told():
    text = "A boy was shot on Monday and taken to a hospital in Millside."
    assert len(without_care(read(text, mention(AWAY, text))).places) == 1


def test_a_name_in_passing_is_no_city_abroad_where_the_title_gives_the_outlets_town(kit: RecountKit):
    text = "They were like Millside and his horse, a friend said. The boy was shot on Elm Street."
    abroad, titled = replace(AWAY, country="XB", precision="city"), "Boy shot - KXYZ - Port Marl, Marl"
    reading = read(text, mention(abroad, text), places=(CITY,), title=titled)
    kept = without_strays(settlements(reading, kit.city), reading, kit.city)
    assert [s.place.name for s in kept] == ["Port Marl"]
    text = "A boy was shot in Millside on Monday. It was on Elm Street."
    located = read(text, mention(abroad, text), places=(CITY,), title=titled)
    assert len(without_strays(settlements(located, kit.city), located, kit.city)) == 2


@pytest.mark.parametrize("name", ["Lantern Lounge", "apartment complex", "Elm Street", "home"])
def test_a_site_that_no_gazetteer_has_lies_in_the_town_of_the_report(name: str, kit: RecountKit):
    text = "A boy was shot in Port Marl on Monday, police in Port Marl said."
    found = at_home(Place(name=name), read(text, mention(CITY, text)), [(6, 14)], kit.city)
    assert found is not None
    assert (found.name, found.within[0]) == (name, "Port Marl")


def test_a_site_keeps_its_name_where_no_town_is_told(kit: RecountKit):
    found = at_home(Place(name="Lantern Lounge"), read("A boy was shot on Monday."), [(6, 14)], kit.city)
    assert found == Place(name="Lantern Lounge")


def test_the_town_a_report_is_sent_from_gives_way_to_one_told_with_its_area(kit: RecountKit):
    text = "Port Marl, Jan 15 2025 (Ombra Wire) - Warplanes struck the market of Millside, Ost on Tuesday."
    away = replace(AWAY, lat=12.0, lon=22.0, within=("Ost", "Arla"))
    ost = replace(away, name="Ost", precision="province/governorate", geonameid=3, radius_km=100.0)
    told = read(text, mention(CITY, text), mention(away, text), mention(ost, text))
    assert pick_city(told, [(text.index("struck"), text.index(" the market"))], away, kit.city) == away
