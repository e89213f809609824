"""Where a document is set: quarters lie in the city it names, and a name far from all others is a namesake."""

import pytest

from truceline.ledger import read
from truceline.model.place import PlaceMention
from truceline.recount.setting import inside_city, is_astray, settled


def place(name: str, lat: float, lon: float, precision="town", radius: float = 1.5) -> PlaceMention:
    return PlaceMention(
        name=name, lat=lat, lon=lon, precision=precision, radius_km=radius, start=0, end=len(name), role="event"
    )


CITY = place("Port Marl", 10.0, 20.0, "city", 14.0)
QUARTER = place("Millside", 10.05, 20.03)
NAMESAKE = place("Millside", 48.0, -3.0)


def test_a_quarter_lies_within_the_city_named_beside_it():
    found = inside_city(QUARTER, [QUARTER, CITY])
    assert found is not None
    assert found.within == ("Port Marl",)


def test_a_town_beyond_the_citys_area_or_as_large_as_it_is_its_own():
    beyond, as_large = place("Ashford", 10.3, 20.0), place("Twin Marl", 10.01, 20.0, "city", 12.0)
    assert [inside_city(p, [p, CITY]) for p in (beyond, as_large)] == [beyond, as_large]


def test_a_small_place_far_from_the_city_named_is_astray_and_its_streets_with_it():
    street = place("Mill Street", 48.0, -3.0, "street")
    assert settled([NAMESAKE, street, CITY]) == [CITY]


def test_nothing_is_astray_alone_or_between_two_single_cities():
    other = place("Port Ash", 48.0, -3.0, "city", 12.0)
    assert not is_astray(NAMESAKE, [NAMESAKE])
    assert settled([CITY, other]) == [CITY, other]


def test_a_deed_in_a_village_no_gazetteer_has_is_not_moved_to_another_deeds_town(tmp_path):
    (tmp_path / "report.txt").write_text(
        "On 4 May 2022 rebels killed five people in the village of Ntovukila. "
        "The army had retaken Rutshuru a day before, the spokesman said.\n"
    )
    (reading,) = read([tmp_path / "report.txt"])
    assert [i.place.name for i in reading.incidents if i.place] == ["Ntovukila", "Rutshuru"]


def test_a_market_of_another_deed_is_not_the_main_ones_place(tmp_path):
    (tmp_path / "report.txt").write_text(
        "5 June 2022. On 17 September 2016 an air strike killed 62 soldiers near Deir ez-Zor, the army said. "
        "On 4 June 2022 shells hit a market in Idlib, killing two people, residents said.\n"
    )
    (reading,) = read([tmp_path / "report.txt"])
    assert [i.place.name for i in reading.incidents if i.place] == ["Deir ez-Zor", "Idlib"]


def read_report(tmp_path, text: str):
    (tmp_path / "2022-09-05-report.txt").write_text(text)
    (reading,) = read([tmp_path / "2022-09-05-report.txt"])
    return reading


def strike_of(tmp_path, text: str):
    """The happening of a report in which people were killed: its place, and all counts told of it."""
    reading = read_report(tmp_path, text)
    incident = next(i for i in reading.incidents if i.killed)
    return incident.place, {f.facet for a in reading.accounts if a.id in incident.accounts for f in a.facets}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met in Kobo on 24 August. Kalembe was shelled on 7 January and six people were killed.", "Kalembe"),
        (
            "They met in Kobo on 24 August. A camp in Kalembe was bombed on 7 January and six people died.",
            "Kalembe",
        ),
    ],
)
def test_a_place_told_of_another_day_is_not_that_of_a_strike_which_names_its_own(tmp_path, text: str, name: str):
    place, _ = strike_of(tmp_path, text)
    assert place is not None
    assert (place.name, place.lat) == (name, None)


def test_a_strike_that_names_no_place_of_its_own_keeps_the_one_told_before(tmp_path):
    text = "Shells fell on Kobo on 24 August. A clinic was hit and five people were killed."
    place, _ = strike_of(tmp_path, text)
    assert place is not None
    assert place.name == "Kobo"


def test_the_dead_of_a_camp_for_the_displaced_are_not_counted_displaced(tmp_path):
    _, facets = strike_of(tmp_path, "A camp for displaced people was bombed on 7 January and 56 people were killed.")
    assert "displaced" not in facets
    _, facets = strike_of(tmp_path, "Kobo was bombed on 7 January: six people were killed and 300 people displaced.")
    assert "displaced" in facets
