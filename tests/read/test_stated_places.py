"""Names whose position says that they are places: before their state, in a dateline."""

import pytest

from truceline.read.places.find import find_places
from truceline.read.places.kit import load_place_kit
from truceline.runners.local import data_folder
from truceline.store.gazetteer import SqliteGazetteer
from truceline.text.sentences import split_sentences

DATA = data_folder()
KIT = load_place_kit(DATA, SqliteGazetteer(DATA / "gazetteer.sqlite"))


def names(text: str, title: str | None = None) -> list[str]:
    return [p.name for p in find_places(text, split_sentences(text), (), None, KIT, title=title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NORFOLK, Va. - A bridge was closed on Monday.", "NORFOLK"),
        ("SAN ANTONIO - A bridge was closed on Monday.", "SAN ANTONIO"),
        ("Two houses burned in the village of Upper Quarryvale on Monday.", "Upper Quarryvale"),
        ("The bridge in Reading, Pennsylvania, was closed.", "Reading"),
        ("QUARRYVALE, Mo. (WXYZ) – A bridge was closed on Monday.", "QUARRYVALE"),
        ("A bridge was closed in Lower Quarryvale, Missouri, on Monday.", "Lower Quarryvale"),
        ("They met in Old Quarter, Tipo-Tipo, Basilan, on Monday.", "Tipo-Tipo"),
        ("A bridge was closed in Queen Anne's County on Monday.", "Queen Anne's County"),
    ],
)
def test_a_name_in_its_place_is_read(text: str, expected: str):
    assert expected in names(text)


def test_a_name_no_gazetteer_has_is_no_place_by_its_capital_alone():
    assert "Quarryvale" not in names("Then Quarryvale, Missouri and all, went on.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers with the Douglas Police Department came on Monday.", "Douglas"),
        ("A bridge was closed by Garland police on Monday.", "Garland"),
        ("A fire broke out in west Charlotte on Monday.", "Charlotte"),
        ("A fire broke out near downtown Lincoln on Monday.", "Lincoln"),
    ],
)
def test_a_name_with_a_police_or_a_side_of_its_own_is_a_towns(text: str, expected: str):
    assert expected in names(text)


@pytest.mark.parametrize("text", ["Mark Douglas police said was at home.", "A letter to Douglas was found."])
def test_a_persons_name_is_no_town(text: str):
    assert "Douglas" not in names(text)


@pytest.mark.parametrize("text", ["Metro police came on Monday.", "He was held by Federal Police for a day."])
def test_what_kind_of_police_is_told_by_no_town(text: str):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops closed in on Quarrynik, near Aleppo, at dawn.", "Quarrynik"),
        ("A convoy was shelled at Upper Quarrynik, west of Aleppo.", "Upper Quarrynik"),
        ("They left for a market in Quarrynik, some 12 km south of Aleppo.", "Quarrynik"),
        ("Shells fell in Quarrynik near Aleppo.", "Quarrynik"),
        ("Men went through a hamlet called Quarrynik before sunrise.", "Quarrynik"),
    ],
)
def test_a_name_said_to_lie_near_a_known_one_is_a_place(text: str, expected: str):
    assert expected in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tarek Quarrynik, near Aleppo at the time, spoke of nine dead.",
        "He spoke to Quarrynik, near tears.",
        "In Quarrynik and near Aleppo nothing was known.",
    ],
)
def test_who_stands_near_a_town_is_no_place(text: str):
    assert "Quarrynik" not in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Yasushi Akashi, the UN envoy, warned the generals. Then Akashi and the rebels met. Akashi denies it.",
        "Jean Aleppo, who runs a clinic, fled. Aleppo was not harmed.",
        "Maria Homs, a former minister, spoke of nine dead, and Homs should know.",
        "The men were to be exchanged, with the Red Cross as go-between.",
        "Nobody from the UN was there.",
    ],
)
def test_people_and_bodies_are_no_towns(text: str):
    assert not {"Akashi", "Aleppo", "Homs", "Red Cross", "UN"} & set(names(text))


@pytest.mark.parametrize(
    "text",
    [
        "In Aleppo, the governor said that nine were killed.",
        "Jean Aleppo, the mayor, was shot dead in Aleppo.",
        "Lower Aleppo, the old quarter, was shelled.",
        "On Monday Aleppo, the second city, was shelled.",
    ],
)
def test_a_town_beside_an_office_is_a_town(text: str):
    assert "Aleppo" in names(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Butler County sheriff was called to a farm near Allison on Monday.", "Allison"),
        ("He was last seen in Clarence, a Shelby County spokesman said.", "Clarence"),
        ("A fire broke out in the city of Wilson on Monday.", "Wilson"),
    ],
)
def test_a_persons_name_is_a_towns_behind_in_or_near_where_its_county_is_told(text: str, expected: str):
    assert expected in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officers stood near Allison on Monday.",
        "The Butler County sheriff stood near Allison Brook on Monday.",
        "The Butler County sheriff stood near Allison's car on Monday.",
        "The Butler County sheriff thanked Allison on Monday.",
    ],
)
def test_and_stays_a_persons_elsewhere(text: str):
    assert "Allison" not in names(text)


def test_a_city_that_has_the_article_in_its_name_is_told_by_it():
    assert names("Four men were hurt in the Bronx on Sunday.") == ["Bronx"]
    assert names("Talks in the Hague failed on Sunday.") == ["Hague"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Four people were hurt in Southeast Bakersfield Friday night.", "Bakersfield"),
        ("A car burned in Northwest Baltimore on Monday.", "Baltimore"),
        ("The Las Vegas Metropolitan Police Department closed Owens Avenue.", "Las Vegas"),
    ],
)
def test_a_side_in_capitals_and_a_metropolitan_police_tell_a_town_too(text: str, town: str):
    assert town in names(text)


def test_the_side_in_a_streets_name_tells_no_town():
    assert "Calumet" not in names("A man was hurt in the 6800 block of South Calumet on Monday.")
